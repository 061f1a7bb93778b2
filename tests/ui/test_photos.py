"""Pictures: a photo fills its box, an emblem stands for what has none, and nothing waits for a photo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from pos.domain.people import Person, Role
from pos.printing.emblems import dye_colours
from pos.ui.look import photo_reading
from pos.ui.look.photos import PhotoBox, arrivals, person_picture, photo_file, product_picture, unit_picture
from tests.builders import a_product, a_unit
from tests.ui.stand import PATIENCE

EMBLEM = ("rombo", "lago")
BOX = QSize(60, 30)
RED, BLUE = QColor("#C00000"), QColor("#0000C0")
GROUND = QColor(dye_colours("lago")[0])
COMING = QColor("#E6E4DF")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
Arrived = Callable[..., QImage]


def paint_file(file: Path, size: tuple[int, int] = (120, 120), kind: str = "") -> Path:
    """A picture whose upper half is red and whose lower half is blue."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    painter = QPainter(image)
    painter.fillRect(0, 0, size[0], size[1] // 2, RED)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file), kind)
    return file


def picture(folder: Path, photo: str | None, **how: object) -> QPixmap:
    """A product's picture as it can be had at once."""
    return product_picture(folder, a_product(photo=photo), [EMBLEM], BOX, **how)


@pytest.fixture
def arrived(qtbot: QtBot, tmp_path: Path) -> Arrived:
    """Gives a picture once it was read."""

    def read(photo: str, **how: object) -> QImage:
        with qtbot.waitSignal(arrivals().arrived, timeout=PATIENCE):
            picture(tmp_path, photo, **how)
        return picture(tmp_path, photo, **how).toImage()

    return read


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours are one to the eye: scaling and JPEG change them a little."""
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_a_photo_is_read_away_from_the_screen_and_then_fills_its_box(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "photos" / "taza.png")
    before = picture(tmp_path, "photos/taza.png").toImage()
    assert before.pixelColor(30, 15) == COMING
    image = arrived("photos/taza.png")
    assert image.size() == BOX
    assert alike(image.pixelColor(30, 3), RED)
    assert alike(image.pixelColor(30, 27), BLUE)


def test_its_middle_is_what_is_seen_of_a_photo_of_another_shape(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "high.png", (100, 400))
    image = arrived("high.png")
    assert alike(image.pixelColor(30, 4), RED)
    assert alike(image.pixelColor(30, 26), BLUE)


@pytest.mark.parametrize("name", ["x.jpg", "x.webp", "really-a.png"])
def test_the_usual_kinds_are_read_whatever_the_file_is_called(tmp_path: Path, arrived: Arrived, name: str):
    paint_file(tmp_path / name, kind="JPEG" if name.startswith("really") else "")
    assert alike(arrived(name).pixelColor(30, 4), RED)


def test_a_screen_with_more_dots_gets_a_picture_with_more_dots(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "x.png")
    image = arrived("x.png", ratio=1.5)
    assert image.size() == QSize(90, 45)
    assert image.devicePixelRatio() == 1.5


def test_what_is_sold_out_is_grey_and_faded(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "x.png")
    red, green, blue, _ = arrived("x.png", grey=True).pixelColor(30, 4).getRgb()
    assert red == green == blue > 120


def test_the_corners_of_a_photo_are_round(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "x.png")
    assert arrived("x.png").pixelColor(0, 0).alpha() == 0
    assert arrived("x.png", radius=0).pixelColor(0, 0).alpha() == 255


def test_a_photo_that_is_changed_is_read_again(tmp_path: Path, arrived: Arrived):
    paint_file(tmp_path / "x.png")
    assert alike(arrived("x.png").pixelColor(30, 4), RED)
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#00C000"))
    image.save(str(tmp_path / "x.png"))
    assert alike(arrived("x.png").pixelColor(30, 4), QColor("#00C000"))


@pytest.mark.parametrize("photo", [None, "nada.png", "../x.png", "/etc/hostname", "folder", "empty.png"])
def test_where_there_is_no_photo_the_emblem_fills_the_box(tmp_path: Path, photo: str | None):
    paint_file(tmp_path.parent / "x.png")
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.png").write_bytes(b"")
    assert photo_file(tmp_path, photo) is None
    image = picture(tmp_path, photo).toImage()
    assert image.pixelColor(8, 15) == GROUND
    assert {image.pixelColor(x, 15).name() for x in range(15, 45)} == {c.lower() for c in dye_colours("lago")}


@pytest.mark.parametrize("content", [b"no picture", b"\x89PNG\r\n\x1a\nbroken", SVG])
def test_a_file_that_holds_no_picture_counts_as_none(tmp_path: Path, arrived: Arrived, content: bytes):
    (tmp_path / "x.png").write_bytes(content)
    assert arrived("x.png").pixelColor(8, 15) == GROUND


def test_a_picture_with_too_many_dots_counts_as_none(tmp_path: Path, arrived: Arrived, monkeypatch: pytest.MonkeyPatch):
    paint_file(tmp_path / "x.png", (101, 100))
    monkeypatch.setattr(photo_reading, "MOST_DOTS", 10_000)
    assert arrived("x.png").pixelColor(8, 15) == GROUND


def test_a_link_out_of_the_folder_counts_as_none(tmp_path: Path, arrived: Arrived):
    (tmp_path / "link.png").symlink_to(paint_file(tmp_path.parent / "outside.png"))
    assert arrived("link.png").pixelColor(8, 15) == GROUND


def test_a_photo_taken_upright_stands_upright(tmp_path: Path, arrived: Arrived):
    """A JPEG whose EXIF says that it was turned: what is red on the left in the file is red above on the screen."""
    lying = QImage(120, 60, QImage.Format.Format_RGB32)
    lying.fill(BLUE)
    painter = QPainter(lying)
    painter.fillRect(0, 0, 60, 60, RED)
    painter.end()
    lying.save(str(tmp_path / "x.jpg"), "JPEG", 95)
    jpeg = (tmp_path / "x.jpg").read_bytes()
    exif = bytes.fromhex("457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000")
    (tmp_path / "x.jpg").write_bytes(jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + jpeg[2:])
    image = arrived("x.jpg")
    assert alike(image.pixelColor(30, 3), RED)
    assert alike(image.pixelColor(30, 27), BLUE)


def test_units_and_people_have_pictures_too(tmp_path: Path):
    unit = unit_picture(tmp_path, a_unit(photo=None), EMBLEM, BOX).toImage()
    assert unit.pixelColor(8, 15) == GROUND
    person = person_picture(tmp_path, Person("ana", "Ana Mayta", Role.CASHIER), BOX).toImage()
    assert len({person.pixelColor(x, y).name() for x in range(60) for y in range(30)}) > 1


def test_a_box_paints_itself_again_when_its_photo_is_there(qtbot: QtBot, tmp_path: Path):
    paint_file(tmp_path / "x.png")
    box = PhotoBox(tmp_path, BOX)
    qtbot.addWidget(box)
    box.show_product(a_product(photo="x.png"), [EMBLEM])
    with qtbot.waitSignal(arrivals().arrived, timeout=PATIENCE):
        box.show()
        box.grab()
    assert alike(box.grab().toImage().pixelColor(30, 4), RED)
