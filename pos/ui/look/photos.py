"""Pictures of products, units and people: their own photo cropped to fill its box, else what stands for them.

A photo is read away from the screen's thread, so that no scan ever waits for one; its box stays a plain ground until
then, and `arrivals().arrived` says when to paint again. What is read once is kept by file, time, size and ratio. A
photo that is broken or huge, or lies outside the folder, counts as none.
"""

import atexit
import stat
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.domain.network import Unit
from pos.domain.people import Person
from pos.domain.products import Product
from pos.printing.emblems import dye_colours
from pos.services.photo_keeping import MOST_BYTES, inside
from pos.ui.look.brush import ink
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.icons import paint_icon
from pos.ui.look.photo_reading import finished, greyed, read_photo
from pos.ui.look.theme import Colour

RADIUS = 4
"""The corners of a photo."""
_CACHE_KIB = 65_536
"""What all kept pictures may take: a full screen of tiles at twice the usual density is a tenth of it."""
_OPAQUE = QImage.Format.Format_RGB32


def product_picture(
    folder: Path,
    product: Product,
    emblems: Sequence[Emblem],
    size: QSize,
    *,
    grey: bool = False,
    radius: int = RADIUS,
    top_only: bool = False,
    ratio: float = 0,
) -> QPixmap:
    """A product's picture for a box of so many pixels: its photo in `folder`, else the first of its makers' emblems.

    A `grey` one is for what is sold out; `radius` rounds the corners, or the upper ones only; `ratio` is the screen's
    dots a pixel, 0 for the usual one.
    """
    looks = _Looks(size, _dots_a_pixel(ratio), radius, _Woven(emblems[0]), grey=grey, top_only=top_only)
    return _picture(folder, product.photo, looks)


def unit_picture(
    folder: Path, unit: Unit, emblem: Emblem, size: QSize, *, radius: int = RADIUS, ratio: float = 0
) -> QPixmap:
    """A unit's photo, else its emblem; as `product_picture`."""
    return _picture(folder, unit.photo, _Looks(size, _dots_a_pixel(ratio), radius, _Woven(emblem)))


def person_picture(folder: Path, person: Person, size: QSize, *, ratio: float = 0) -> QPixmap:
    """A person's photo with sharp corners, which `paint_photo` rounds; else the drawing of a person."""
    return _picture(folder, person.photo, _Looks(size, _dots_a_pixel(ratio), 0, _SOMEBODY))


def photo_file(folder: Path, photo: str | None) -> Path | None:
    """The file of a photo, None where there is none that may be read. Whether it holds a picture only reading tells."""
    found = _found(folder, photo)
    return found.file if found else None


def paint_photo(painter: QPainter, picture: QPixmap, box: QRectF, radius: float = RADIUS) -> None:
    """Draw a picture with sharp corners, which was made for this box, with round ones."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = QPainterPath()
    corners.addRoundedRect(box, radius, radius)
    painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(box.topLeft(), picture)
    painter.restore()


class Arrivals(QObject):
    """Tells when photos that were asked for can be painted."""

    arrived = Signal()


def arrivals() -> Arrivals:
    """The one object that tells it; connect `arrived` to whatever paints."""
    return _reader().arrivals


class PhotoBox(QWidget):
    """A picture of fixed size that paints itself again when its photo is there. It says nothing alone."""

    def __init__(self, folder: Path, size: QSize) -> None:
        super().__init__()
        self._folder, self._size = folder, size
        self._make: Callable[[float], QPixmap] | None = None
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        arrivals().arrived.connect(self.update)

    def show_product(self, product: Product, emblems: Sequence[Emblem]) -> None:
        """Show a product."""
        self._show(lambda ratio: product_picture(self._folder, product, emblems, self._size, radius=0, ratio=ratio))

    def show_unit(self, unit: Unit, emblem: Emblem) -> None:
        """Show a unit."""
        self._show(lambda ratio: unit_picture(self._folder, unit, emblem, self._size, radius=0, ratio=ratio))

    def show_person(self, person: Person) -> None:
        """Show a person."""
        self._show(lambda ratio: person_picture(self._folder, person, self._size, ratio=ratio))

    def _show(self, make: Callable[[float], QPixmap]) -> None:
        self._make = make
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._make is not None:
            paint_photo(QPainter(self), self._make(self.devicePixelRatioF()), QRectF(self.rect()))


# --- what stands in a photo's place ------------------------------------------------------------------------------


class _Woven(NamedTuple):
    """An emblem that fills the box, on the ground of its dye."""

    emblem: Emblem

    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, dye_colours(self.emblem[1])[0])
        side = min(box.width(), box.height())
        corner = box.center() - QPointF(side / 2, side / 2)
        paint_emblem(painter, self.emblem, QRectF(corner.x(), corner.y(), side, side))


class _Drawn(NamedTuple):
    """An icon in the middle of a plain ground."""

    icon: str

    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, ink(Colour.SAL2))
        side = round(min(box.width(), box.height()) * 0.6)
        corner = QPointF(round((box.width() - side) / 2), round((box.height() - side) / 2))
        paint_icon(painter, self.icon, QRectF(corner.x(), corner.y(), side, side), Colour.PIEDRA)


_Other = _Woven | _Drawn
_SOMEBODY = _Drawn("user")


class _Looks(NamedTuple):
    """How a picture is wanted; `other` is shown where there is no photo."""

    size: QSize
    ratio: float
    radius: int
    other: _Other
    grey: bool = False
    top_only: bool = False

    @property
    def key(self) -> str:
        size = f"{self.size.width()}x{self.size.height()}"
        return f"{size}/{self.ratio}/{self.radius}/{self.top_only}/{self.grey}/{self.other}"

    @property
    def dots(self) -> QSize:
        return QSize(round(self.size.width() * self.ratio), round(self.size.height() * self.ratio))


def _stand_in(looks: _Looks, *, coming: bool = False) -> QPixmap:
    """What is shown instead of a photo; while one is `coming`, a plain ground."""
    image = QImage(looks.dots, _OPAQUE)
    image.setDevicePixelRatio(looks.ratio)
    image.fill(ink(Colour.SAL2))
    if not coming:
        painter = QPainter(image)
        looks.other.paint(painter, QRectF(0, 0, looks.size.width(), looks.size.height()))
        painter.end()
    return _finished(greyed(image) if looks.grey and not coming else image, looks)


def _finished(image: QImage, looks: _Looks) -> QPixmap:
    return finished(image, looks.radius, looks.ratio, top_only=looks.top_only)


# --- finding and keeping -----------------------------------------------------------------------------------------


_is_inside = lru_cache(maxsize=4096)(inside)
"""Asked at every painting, and always the same."""


class _Found(NamedTuple):
    file: Path
    state: str
    """Which version of the file it is."""


def _found(folder: Path, photo: str | None) -> _Found | None:
    """The photo's file as it is now; a path that leaves the folder, or no plain file of fair size, is no photo."""
    if photo is None or not _is_inside(photo):
        return None
    file = folder / photo
    try:
        known = file.stat()
    except (OSError, ValueError):  # ValueError: a path that no file can have
        return None
    if not stat.S_ISREG(known.st_mode) or not 0 < known.st_size <= MOST_BYTES:
        return None
    return _Found(file, f"{known.st_mtime_ns}/{known.st_size}")


def _picture(folder: Path, photo: str | None, looks: _Looks) -> QPixmap:
    found = _found(folder, photo)
    key = f"photo/{found.file}/{found.state}/{looks.key}" if found else f"no-photo/{looks.key}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    if found is None:
        picture = _stand_in(looks)
        QPixmapCache.insert(key, picture)
        return picture
    _reader().read(_Wanted(key, folder, found.file, looks))
    return _stand_in(looks, coming=True)


class _Wanted(NamedTuple):
    """A photo to be read, and where to keep the picture that comes of it."""

    key: str
    folder: Path
    file: Path
    looks: _Looks


class _Reader(QObject):
    """Reads photos one after the other on a thread of its own, and keeps them."""

    _was_read = Signal(object, QImage)

    def __init__(self) -> None:
        super().__init__()
        self.arrivals = Arrivals()
        self._waiting: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._was_read.connect(self._keep)
        QPixmapCache.setCacheLimit(_CACHE_KIB)
        # Before the interpreter goes: a thread that is still reading would need it.
        atexit.register(self._stop)

    def read(self, wanted: _Wanted) -> None:
        if wanted.key not in self._waiting:
            self._waiting.add(wanted.key)
            self._pool.start(_Reading(wanted, self._was_read.emit))

    def _keep(self, wanted: _Wanted, image: QImage) -> None:
        looks = wanted.looks
        QPixmapCache.insert(wanted.key, _stand_in(looks) if image.isNull() else _finished(image, looks))
        self._waiting.discard(wanted.key)
        self.arrivals.arrived.emit()

    def _stop(self) -> None:
        self._pool.clear()
        self._pool.waitForDone()


class _Reading(QRunnable):
    """The work of the reader's thread; of Qt it uses only what may be used there."""

    def __init__(self, wanted: _Wanted, done: Callable[[_Wanted, QImage], None]) -> None:
        super().__init__()
        self._wanted, self._done = wanted, done

    def run(self) -> None:
        image = read_photo(self._wanted.folder, self._wanted.file, self._wanted.looks.dots)
        self._done(self._wanted, greyed(image) if self._wanted.looks.grey and not image.isNull() else image)


@cache
def _reader() -> _Reader:
    return _Reader()


def _dots_a_pixel(ratio: float) -> float:
    return ratio or QGuiApplication.primaryScreen().devicePixelRatio()
