"""What the commands make: reports in every shape, receipts on a printer, the example day, the catalogue."""

import socket
import threading
from pathlib import Path

import openpyxl
import pypdf
import pytest

from pos import __version__
from tests.journeys.command_line import DAY, FAIR, NETWORK, Till, lines_of, write_day

DRAWER_PULSE = b"\x1bp\x00"
CUT = b"\x1dV"


def test_version(till: Till) -> None:
    assert till("--version").out == f"pos {__version__}\n"


def test_importing_says_what_came_in_and_then_that_nothing_changed(till: Till) -> None:
    first, second = till("import", NETWORK), till("import", NETWORK)

    assert (first.status, second.status) == (0, 0)
    assert "14 unidades, 62 productos, 3 ferias" in first.out
    assert "no cambió nada" in second.out


def test_home_folder_comes_from_the_environment_where_no_option_names_it(
    sold: Till, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pos.wiring import main

    monkeypatch.setenv("POS_HOME", str(sold.home))
    assert main(["verify"]) == 0
    assert str(sold.home) in capsys.readouterr().out


def test_catalogue_lists_every_product_with_its_in_store_number(sold: Till) -> None:
    lines = sold("catalog", "list").out.splitlines()

    assert len(lines) == 62 + 1
    assert "JK-001\t2000000000015\tCasita de la comunidad\tJK01 ×1\tBs 80,00, € 15,00" in lines


def test_day_as_text_shows_the_takings_and_every_unit(sold: Till) -> None:
    text = sold("report", "day", "--date", "2026-12-05").out

    assert "16.358,27" in text
    assert "A-000001–A-000167" in text
    assert "Familia Quispe Mamani" in text
    assert max(map(len, text.splitlines())) <= 80


def test_day_as_workbook_holds_the_same_amounts_as_numbers(sold: Till, tmp_path: Path) -> None:
    file = tmp_path / "day.xlsx"
    assert sold("report", "day", "--date", "2026-12-05", "--format", "xlsx", "--out", file).status == 0

    book = openpyxl.load_workbook(file)
    units = {row[0]: row for row in book["Unidades"].iter_rows(min_row=2, values_only=True)}
    told = {row["unit"]: row for row in sold.report("day", "--date", "2026-12-05")["units"]}

    assert units.keys() == told.keys()
    assert {id_: f"{row[-1]:.2f}" for id_, row in units.items()} == {id_: row["balance"] for id_, row in told.items()}


def test_day_and_settlements_as_pdf(sold: Till, tmp_path: Path) -> None:
    assert sold("report", "day", "--date", "2026-12-05", "--format", "pdf", "--out", tmp_path).status == 0
    assert sold("report", "settlements", "--out", tmp_path / "liquidaciones.pdf").status == 0

    day = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / f"{FAIR}-2026-12-05.pdf").pages)
    settlements = pypdf.PdfReader(tmp_path / "liquidaciones.pdf").pages

    assert "16.358,27" in day
    assert len(settlements) >= 14
    assert "Familia Quispe Mamani" in "".join(page.extract_text() for page in settlements)


def test_report_names_the_only_exhibition_where_something_happened(sold: Till) -> None:
    assert sold.report("exhibition")["exhibition"] == FAIR
    assert sold.report("exhibition", "--exhibition", "BER-27")["currency"] == "EUR"


@pytest.mark.parametrize("own", ["books.sqlite", "books.sqlite-wal", "settings.toml", "logs/qhatu.log"])
@pytest.mark.parametrize("shape", ["json", "text", "xlsx", "pdf"])
def test_no_report_is_written_over_the_till_s_own_files(sold: Till, own: str, shape: str) -> None:
    said = sold("report", "day", "--date", "2026-12-05", "--format", shape, "--out", sold.home / own)

    assert said.status == 1
    assert own.rsplit("/", maxsplit=1)[-1] in said.err
    assert sold("verify").status == 0


def test_no_settlement_is_written_over_the_books_by_a_link(sold: Till, tmp_path: Path) -> None:
    link = tmp_path / "liquidaciones.pdf"
    link.symlink_to(sold.home / "books.sqlite")

    assert sold("report", "settlements", "--out", link).status == 1
    assert sold("verify").status == 0


def test_unknown_exhibition_is_refused_in_words(sold: Till) -> None:
    said = sold("report", "exhibition", "--exhibition", "ORU-99")

    assert said.status == 1
    assert "ORU-99" in said.err


def cash_receipts() -> int:
    """Sales with cash among their tenders, and what is given back in cash: each opens the drawer."""
    opened = 0
    for line in lines_of(DAY):
        if line.get("do") == "sale":
            tenders = line.get("tenders", [{"kind": "cash"}])
            opened += any(tender["kind"] == "cash" for tender in tenders)
        opened += line.get("do") in ("refund", "void")
    return opened


def test_replaying_prints_every_receipt_to_a_file(till: Till, tmp_path: Path) -> None:
    paper = tmp_path / "paper.bin"
    till("import", NETWORK)

    assert till("replay", DAY, "--printer", f"file:{paper}").status == 0

    printed = paper.read_bytes()
    assert printed.count(CUT) == 167 + 3
    assert printed.count(DRAWER_PULSE) == cash_receipts()


def test_replaying_prints_over_the_network(till: Till, tmp_path: Path) -> None:
    received = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def print_all() -> None:
            for _ in range(5):
                connection, _address = server.accept()
                with connection:
                    while data := connection.recv(65536):
                        received.extend(data)

        printer = threading.Thread(target=print_all)
        printer.start()
        till("import", NETWORK)
        short = write_day(tmp_path / "day.jsonl", lines_of(DAY)[:21])
        said = till("replay", short, "--printer", f"tcp://127.0.0.1:{server.getsockname()[1]}")
        printer.join()

    assert said.status == 0, said.err
    assert received.count(CUT) == 5


def test_printer_that_is_gone_stops_no_sale(till: Till, tmp_path: Path) -> None:
    """The receipts wait; the day is in the books all the same."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        gone = server.getsockname()[1]
    till("import", NETWORK)

    said = till("replay", DAY, "--printer", f"tcp://127.0.0.1:{gone}")

    assert "127.0.0.1" in said.err
    assert till.report("exhibition")["sales"]["receipts"] == 167


def test_receipts_that_wait_are_printed_when_the_day_is_replayed_with_a_printer_again(
    till: Till, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        gone = server.getsockname()[1]
    till("import", NETWORK)
    short = write_day(tmp_path / "day.jsonl", lines_of(DAY)[:21])
    till("replay", short, "--printer", f"tcp://127.0.0.1:{gone}")

    assert till("replay", short, "--printer", f"file:{tmp_path / 'paper.bin'}").status == 0

    assert (tmp_path / "paper.bin").read_bytes().count(CUT) == 5


def test_without_a_screen_the_till_says_so_and_makes_no_books(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    said = till()

    assert said.status == 2
    assert "pantalla" in said.err
    assert not till.home.exists()


def test_printer_that_is_none(till: Till) -> None:
    till("import", NETWORK)
    said = till("replay", DAY, "--printer", "paloma:mensajera")

    assert said.status == 2
    assert "paloma:mensajera" in said.err


def test_example_day_makes_receipts_report_and_settlements(till: Till, tmp_path: Path) -> None:
    out = tmp_path / "out"

    said = till("demo", "--out", out)

    assert said.status == 0, said.err
    assert "16.358,27" in said.out
    assert str(till.home) in said.out
    names = {path.name for path in out.iterdir()}
    assert {f"{FAIR}-2026-12-05.{kind}" for kind in ("json", "xlsx", "pdf")} <= names
    assert f"{FAIR}-liquidaciones.pdf" in names
    assert len(list((out / "receipts").glob("*.escpos"))) == 167 + 3
    assert "Red Manos" in (out / "receipts" / "A-000001.txt").read_text(encoding="utf-8")
    assert till("verify").status == 0
    assert till("demo", "--out", out).status == 0


def test_the_sheet_that_a_scanner_is_set_up_with(till: Till, tmp_path: Path) -> None:
    told = till("scanner-sheet", "--out", tmp_path / "sheet.pdf")

    assert (told.status, told.out) == (0, f"La hoja de prueba está en {tmp_path / 'sheet.pdf'}.\n")
    assert len(pypdf.PdfReader(tmp_path / "sheet.pdf").pages) == 1
