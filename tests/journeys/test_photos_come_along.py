"""The photos beside a network's file come along when it is imported, by command and in the window."""

import json
import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from pos.settings import Places
from pos.ui.beginning.import_screen import ImportScreen
from pos.wiring import open_desk
from tests.journeys.command_line import NETWORK, Till


def without_some(folder: Path, *missing: str) -> Path:
    """The example network and its photos in a folder of their own, but for some."""
    shutil.copytree(NETWORK.parent / "photos", folder / "photos")
    for name in missing:
        (folder / "photos" / name).unlink()
    return Path(shutil.copy(NETWORK, folder))


def photos_of(home: Path) -> int:
    """How many photos a till keeps."""
    return len([file for file in Places(home).photos.rglob("*") if file.is_file()])


def test_importing_brings_the_photos_along(till: Till):
    said = till("import", NETWORK)
    assert (said.status, said.err) == (0, "")
    assert photos_of(till.home) == 19


def test_a_photo_that_is_missing_is_named_and_everything_else_is_taken_in(till: Till, tmp_path: Path):
    said = till("import", without_some(tmp_path / "network", "taza.png"))
    assert said.status == 0
    (told,) = said.err.splitlines()
    assert "photos/taza.png" in told
    assert "no está junto al archivo" in told
    assert photos_of(till.home) == 18


def test_of_many_missing_photos_some_are_named_and_the_others_counted(till: Till, tmp_path: Path):
    network = json.loads(NETWORK.read_text(encoding="utf-8"))
    for number, product in enumerate(network["products"]):
        product["photo"] = f"{number}.png" if number < 23 else None
    file = tmp_path / "network.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    told = till("import", file).err.splitlines()
    assert len(told) == 21
    assert "19.png" in told[19]
    assert told[20] == "Y 3 fotos más."


def test_the_example_has_its_photos(till: Till, tmp_path: Path):
    till("demo", "--out", tmp_path / "out")
    assert photos_of(till.home) == 19


def test_in_the_window_missing_photos_are_told_before_one_goes_on(qtbot: QtBot, tmp_path: Path):
    file = without_some(tmp_path / "network", "taza.png", "miel.png")
    with open_desk(tmp_path / "home") as desk:
        screen = ImportScreen(desk, lambda _: file)
        qtbot.addWidget(screen)
        screen.start(can_leave=False)
        screen.show()
        with qtbot.assertNotEmitted(screen.imported):
            screen.choose()
        assert screen.message.startswith("Todo está aquí, menos 2 fotos.")
        with qtbot.waitSignal(screen.imported):
            qtbot.keyClick(screen.focusWidget(), "\r")
        assert not desk.till.catalogue.is_empty()
        screen.start(can_leave=True)
        assert screen.message == ""


def test_in_the_window_an_import_with_all_its_photos_goes_straight_on(qtbot: QtBot, tmp_path: Path):
    with open_desk(tmp_path / "home") as desk:
        screen = ImportScreen(desk, lambda _: NETWORK)
        qtbot.addWidget(screen)
        screen.start(can_leave=False)
        with qtbot.waitSignal(screen.imported):
            screen.choose()
        assert photos_of(tmp_path / "home") == 19
