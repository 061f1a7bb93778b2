"""A camera as a scanner: what is seen in pictures, made here as a camera's would come."""

import random
import sys
from collections.abc import Iterator

import PySide6
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import in_store, receipt_digits
from pos.hardware.interfaces import ReaderState
from pos.ui.camera_reader import AWAY_SECONDS, LOOK_SECONDS, CameraReader, SeenCodes, code_in, packed
from tests.ui.fake_multimedia import FakeMultimedia
from tests.ui.stand import PATIENCE

NUMBER, OTHER = in_store(17), in_store(18)
RECEIPT = receipt_digits("A", 123)
SIZE = (640, 480)
EAN, CODE_128, QR = (zxingcpp.BarcodeFormat[name] for name in ("EAN13", "Code128", "QRCode"))


def bars(code: str, kind: zxingcpp.BarcodeFormat = EAN) -> Image.Image:
    """A code as it is printed."""
    made = zxingcpp.create_barcode(code, kind)
    return Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=3)).convert("L")


def picture(*labels: Image.Image, angle: float = 0, blur: float = 0) -> Image.Image:
    """Labels before a camera, the first in the middle and the next under it, askew and not quite sharp."""
    seen = Image.new("L", SIZE, 170)
    down = (SIZE[1] - labels[0].height) // 2 if labels else 0
    for label in labels:
        seen.paste(label, ((SIZE[0] - label.width) // 2, down))
        down += label.height + 10
    return seen.rotate(angle, fillcolor=170).filter(ImageFilter.GaussianBlur(blur))


def seen_in(image: Image.Image) -> str:
    return code_in(image.tobytes(), *SIZE)


# --- what is in a picture ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("angle", "blur"), [(0, 0), (7, 0.5), (-12, 1), (180, 0.5)])
def test_a_code_is_read_though_it_is_askew_and_not_sharp(angle: float, blur: float):
    assert seen_in(picture(bars(NUMBER), angle=angle, blur=blur)) == NUMBER


def test_a_receipt_is_read_too():
    assert seen_in(picture(bars(RECEIPT, CODE_128))) == RECEIPT


def test_of_two_labels_it_is_the_one_in_the_middle():
    assert seen_in(picture(bars(NUMBER), bars(OTHER))) == NUMBER
    assert seen_in(picture(bars(OTHER), bars(NUMBER))) == OTHER


def test_the_buyers_qr_beside_the_bars_names_no_product():
    assert seen_in(picture(bars("https://example.org/story", QR), bars(NUMBER))) == NUMBER
    assert seen_in(picture(bars("MP-027", QR))) == ""


def test_noise_is_no_code():
    chance = random.Random(17)
    assert all(code_in(chance.randbytes(320 * 240), 320, 240) == "" for _ in range(20))


@pytest.mark.parametrize("width", [316, 317])
def test_lines_of_a_picture_that_qt_has_padded_are_put_together(width: int):
    image = QImage(width, 5, QImage.Format.Format_Grayscale8)
    image.fill(200)
    assert packed(image) == (bytes([200]) * width * 5, width, 5)


# --- what is taken -------------------------------------------------------------------------------------------------


def taken(shown: list[str], apart: float = LOOK_SECONDS) -> list[str]:
    """What is taken of pictures that show these, one after the other."""
    codes = SeenCodes()
    return [code for turn, one in enumerate(shown) if (code := codes.look(one, turn * apart))]


def test_a_code_is_taken_in_the_second_picture_and_once_while_it_is_held_there():
    assert taken([NUMBER]) == []
    assert taken([NUMBER] * 50) == [NUMBER]


def test_what_is_seen_in_one_picture_only_was_misread():
    assert taken([NUMBER, "", NUMBER, OTHER, NUMBER, ""]) == []


def test_the_same_piece_may_be_held_there_again_a_second_later():
    assert taken([NUMBER, NUMBER, "", NUMBER, NUMBER], apart=AWAY_SECONDS / 2) == [NUMBER] * 2


def test_a_code_that_flickers_is_taken_once():
    assert taken([NUMBER if turn % 3 else "" for turn in range(60)]) == [NUMBER]


def test_two_pieces_in_turn_are_taken_each():
    assert taken([NUMBER, NUMBER, OTHER, OTHER]) == [NUMBER, OTHER]


# --- the camera itself ---------------------------------------------------------------------------------------------


class Watcher:
    """A reader, what it heard and how it is; its clock is told by hand."""

    def __init__(self, qtbot: QtBot, name: str = "") -> None:
        self.now = 0.0
        self.heard: list[str] = []
        self.states: list[ReaderState] = []
        self.reader = CameraReader(name, lambda: self.now)
        self._qtbot = qtbot
        self.reader.start(self.heard.append, self.states.append)

    def sees(self, multimedia: FakeMultimedia, image: Image.Image) -> None:
        """Look at a picture, a moment after the one before."""
        self.now += LOOK_SECONDS
        dots = image.tobytes()
        with self._qtbot.waitSignal(self.reader._looked, timeout=PATIENCE):
            multimedia.hold_up(QImage(dots, *SIZE, SIZE[0], QImage.Format.Format_Grayscale8).copy())


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch) -> FakeMultimedia:
    """The extra is installed."""
    fake = FakeMultimedia()
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", fake)
    monkeypatch.setattr(PySide6, "QtMultimedia", fake, raising=False)
    return fake


@pytest.fixture
def watcher(multimedia: FakeMultimedia, qtbot: QtBot) -> Iterator[Watcher]:
    """Somebody who watches with the laptop's camera."""
    multimedia.plug("Laptop")
    made = Watcher(qtbot)
    yield made
    made.reader.stop()


def test_a_label_that_is_held_up_is_heard_once(watcher: Watcher, multimedia: FakeMultimedia):
    for _ in range(3):
        watcher.sees(multimedia, picture(bars(NUMBER), angle=3, blur=0.5))
    assert watcher.states == [ReaderState.READY]
    assert watcher.heard == [NUMBER]
    assert multimedia.cameras[0].width == 1280, "no more dots than are needed"


def test_pictures_that_follow_too_soon_are_left_out(watcher: Watcher, multimedia: FakeMultimedia):
    watcher.sees(multimedia, picture(bars(NUMBER)))
    for _ in range(5):
        multimedia.hold_up(QImage())
    watcher.sees(multimedia, picture(bars(NUMBER)))
    assert watcher.heard == [NUMBER]


def test_a_camera_that_is_pulled_out_is_watched_with_again_when_it_is_back(
    watcher: Watcher, multimedia: FakeMultimedia
):
    multimedia.plug()
    assert not multimedia.cameras[0].on
    multimedia.plug("Laptop")
    for _ in range(2):
        watcher.sees(multimedia, picture(bars(NUMBER)))
    assert watcher.states == [ReaderState.READY, ReaderState.WAITING, ReaderState.READY]
    assert watcher.heard == [NUMBER]


def test_another_camera_that_is_plugged_in_changes_nothing(watcher: Watcher, multimedia: FakeMultimedia):
    multimedia.plug("Laptop", "Telephone")
    assert [camera.name for camera in multimedia.cameras] == ["Laptop"]


def test_only_the_camera_of_the_name_in_the_settings_is_watched_with(multimedia: FakeMultimedia, qtbot: QtBot):
    multimedia.plug("Laptop")
    watcher = Watcher(qtbot, "USB")
    multimedia.plug("Laptop", "USB")
    watcher.reader.stop()
    assert watcher.states == [ReaderState.WAITING, ReaderState.READY]
    assert [camera.name for camera in multimedia.cameras] == ["USB"]


def test_a_camera_that_fails_is_told_and_one_that_was_stopped_is_silent(watcher: Watcher, multimedia: FakeMultimedia):
    camera = multimedia.cameras[0]
    camera.errorOccurred.emit(1, "another program has it")
    watcher.reader.stop()
    camera.activeChanged.emit(False)
    assert watcher.states == [ReaderState.READY, ReaderState.WAITING]
    assert not camera.on


@pytest.mark.parametrize("missing", ["PySide6.QtMultimedia", "zxingcpp"])
def test_without_the_extra_it_says_so(
    missing: str, monkeypatch: pytest.MonkeyPatch, multimedia: FakeMultimedia, qtbot: QtBot
):
    if missing != "zxingcpp":
        monkeypatch.delattr(PySide6, "QtMultimedia")
    monkeypatch.setitem(sys.modules, missing, None)
    watcher = Watcher(qtbot)
    watcher.reader.stop()
    assert watcher.states == [ReaderState.MISSING]
