"""The settings file is read and written strictly, and everything of a till lies under one folder."""

from pathlib import Path

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.printing.code_pages import CODE_PAGES
from pos.settings import (
    CODE_PAGE_NAMES,
    DRAWN,
    RECEIPT_WIDTHS,
    SCREEN_LANGUAGES,
    Places,
    Settings,
    SettingsFault,
    home_folder,
    read_settings,
    resource,
    write_settings,
)

printable = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))).filter(str.isprintable)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def fault_in(file: Path, text: str) -> tuple[str, str]:
    """Which key a file with this text is refused for, and why."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsFault) as refused:
        read_settings(file)
    assert refused.value.file == file
    return refused.value.key, refused.value.reason


# --- reading -------------------------------------------------------------------------------------------------------


def test_without_a_file_the_till_speaks_spanish_is_called_a_and_prints_on_80_mm(file):
    assert read_settings(file) == Settings("es", "A", 80, "", "")


def test_what_the_file_leaves_out_keeps_its_default(file):
    file.write_text('till = "B"\nreceipt_width = 58\n', encoding="utf-8")
    assert read_settings(file) == Settings(till="B", receipt_width=58)


def test_an_unknown_key_is_refused_by_its_name(file):
    assert fault_in(file, 'papel = "ancho"\n') == ("papel", "unknown-key")
    assert fault_in(file, "[printer]\nwidth = 80\n") == ("printer", "wrong-type")


@pytest.mark.parametrize("line", ["receipt_width = true", 'receipt_width = "80"', "receipt_width = 80.0", "till = 1"])
def test_a_value_of_another_type_is_refused(file, line):
    assert fault_in(file, line) == (line.split()[0], "wrong-type")


@pytest.mark.parametrize(
    "line",
    [
        'language = "fr"',
        "receipt_width = 70",
        'till = ""',
        'till = "a"',
        'till = "ABC"',
        'till = "Ñ"',
        r'till = "A\n"',
        r'printer = "\u001b[2J"',
        r'exhibition = "a\nb"',
        'printer_profile = "../TM-T88"',
        'code_page = "CP866"',
        'code_page = "cp858"',
        r'backup_printer = "\u0007"',
        "backup_width = 76",
        'drawer = "printer:3"',
        'drawer = "usb"',
        'drawer = "serial:"',
        'scanner = "keyboard"',
        'scanner = "camera:"',
        r'scanner_prefix = "\t"',
        r'scanner_suffix = "\n"',
        'pole = "printer"',
        r'pole = "serial:COM3\n"',
        r'customer_screen = "\u001b"',
    ],
)
def test_a_value_that_the_till_cannot_use_is_refused(file, line):
    assert fault_in(file, line) == (line.split()[0], "not-allowed")


@pytest.mark.parametrize(
    "line",
    [
        'printer_profile = "TM-T88II"',
        'code_page = "drawn"',
        "backup_width = 58",
        'drawer = ""',
        'drawer = "printer:2"',
        'drawer = "printer:5"',
        'drawer = "serial:COM4?baud=9600"',
        'scanner = "camera"',
        'scanner = "camera:HD Webcam"',
        'scanner = "serial:/dev/ttyACM0"',
        'pole = "serial:/dev/serial/by-id/usb-Pole?baud=19200&rtscts=1"',
        'customer_screen = "none"',
    ],
)
def test_devices_are_told_in_these_words(file, line):
    file.write_text(line, encoding="utf-8")
    key, _, value = line.partition(" = ")
    assert str(getattr(read_settings(file), key)) == value.strip('"')


def test_the_code_pages_of_the_settings_are_those_that_a_receipt_can_be_printed_with():
    assert [page.name for page in CODE_PAGES] == list(CODE_PAGE_NAMES)


def test_a_file_that_is_no_toml_is_refused_as_a_whole(file):
    assert fault_in(file, "till: A") == ("", "not-toml")


def test_a_file_that_is_no_utf_8_is_refused_as_a_whole(file):
    file.write_bytes(b'printer = "\xf1"')
    with pytest.raises(SettingsFault, match="not-toml"):
        read_settings(file)


def test_a_file_that_cannot_be_opened_is_refused_as_a_whole(file):
    file.mkdir()
    with pytest.raises(SettingsFault, match="unreadable"):
        read_settings(file)


# --- writing -------------------------------------------------------------------------------------------------------


@settings(max_examples=30)  # each one waits for the disk
@given(
    st.builds(
        Settings,
        language=st.sampled_from(SCREEN_LANGUAGES),
        till=st.from_regex(r"[A-Z][A-QS-Z]?", fullmatch=True),
        receipt_width=st.sampled_from(RECEIPT_WIDTHS),
        printer=printable,
        exhibition=printable,
        printer_profile=st.sampled_from(["", "TM-T88II", "ZJ-5870"]),
        code_page=st.sampled_from(["", DRAWN, *CODE_PAGE_NAMES]),
        backup_printer=printable,
        backup_width=st.sampled_from(RECEIPT_WIDTHS),
        drawer=st.sampled_from(["", "printer", "printer:5", r"serial:\\.\COM10?baud=9600"]),
        scanner=st.one_of(st.just(""), printable.map(lambda name: f"camera:x{name}")),
        scanner_prefix=printable,
        scanner_suffix=printable,
        pole=st.one_of(st.just(""), printable.map(lambda options: f"serial:COM1?{options}")),
        customer_screen=printable,
    )
)
def test_what_is_written_is_read_back(tmp_path_factory, chosen):
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(file, chosen)
    assert read_settings(file) == chosen


def test_each_setting_has_a_line_of_its_own(file):
    write_settings(file, Settings(printer='file:///dev/usb/"lp0"'))
    assert file.read_text(encoding="utf-8").splitlines() == [
        'language = "es"',
        'till = "A"',
        "receipt_width = 80",
        r'printer = "file:///dev/usb/\"lp0\""',
        'exhibition = ""',
        'printer_profile = ""',
        'code_page = ""',
        'backup_printer = ""',
        "backup_width = 80",
        'drawer = "printer"',
        'scanner = ""',
        'scanner_prefix = ""',
        'scanner_suffix = ""',
        'pole = ""',
        'customer_screen = ""',
    ]


def test_settings_that_could_not_be_read_back_are_not_written(file):
    write_settings(file, Settings(till="B"))
    with pytest.raises(SettingsFault, match="receipt_width"):
        write_settings(file, Settings(receipt_width=70))
    assert read_settings(file) == Settings(till="B")


def test_a_write_that_fails_leaves_the_old_settings_whole(file):
    write_settings(file, Settings(till="B"))
    file.with_suffix(".new").mkdir()
    with pytest.raises(OSError, match="settings"):
        write_settings(file, Settings(till="C"))
    assert read_settings(file) == Settings(till="B")


def test_nothing_is_left_beside_the_written_file(file):
    write_settings(file, Settings())
    assert list(file.parent.iterdir()) == [file]


# --- where things lie ----------------------------------------------------------------------------------------------


def test_the_folder_that_is_asked_for_comes_first(tmp_path):
    assert home_folder(tmp_path / "asked", {"POS_HOME": str(tmp_path / "environment")}) == tmp_path / "asked"


def test_the_folder_of_the_environment_comes_second(tmp_path):
    assert home_folder(None, {"POS_HOME": str(tmp_path)}) == tmp_path


@pytest.mark.parametrize("environ", [{}, {"POS_HOME": ""}])
def test_else_it_is_the_persons_own_data_folder(environ):
    assert home_folder(None, environ) == Path(platformdirs.user_data_dir("qhatu", appauthor=False))


def test_a_home_is_absolute_wherever_the_program_was_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_folder(Path("stall"), {}) == tmp_path / "stall"
    assert home_folder(None, {"POS_HOME": "~/stall"}) == tmp_path / "stall"


def test_everything_of_a_till_lies_under_its_home(tmp_path):
    places = Places(tmp_path)
    lying = [places.books, places.backups, places.logs, places.photos, places.settings]
    assert [place.name for place in lying] == ["books.sqlite", "backups", "logs", "photos", "settings.toml"]
    assert {place.parent for place in lying} == {tmp_path}


def test_a_home_is_made_for_its_owner_alone_and_making_it_again_changes_nothing(tmp_path):
    places = Places(tmp_path / "new" / "home")
    places.prepare()
    (places.photos / "u01.jpg").touch()
    places.prepare()
    assert sorted(path.name for path in places.home.iterdir()) == ["backups", "logs", "photos"]
    assert places.home.stat().st_mode & 0o077 == 0
    assert (places.photos / "u01.jpg").exists()


def test_a_resource_is_found_in_a_checkout():
    assert resource("locale", "es", "LC_MESSAGES", "qhatu.po").is_file()
    assert resource().name == "resources"


def test_a_resource_is_found_inside_an_installed_program(tmp_path, monkeypatch):
    inside = tmp_path / "pos" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr("pos.settings.__file__", str(tmp_path / "pos" / "settings.py"))
    assert resource("fonts") == inside / "fonts"
