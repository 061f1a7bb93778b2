"""Where the columns of the products' table stand: where room is short, who made it stands under the name."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

ROW_HEIGHT = 64
STEP = 48
"""The side of the buttons that count."""
_STEPPER, _PHOTO, _PHOTO_HEIGHT, _SMALL_PHOTO = 150, 60, 50, 48
_EDGE, _GAP, _RIGHT = 12, 8, 36
_LEFT, _PRICE = 58, 92
_LEAST_FOR_BOTH = 350


@dataclass(frozen=True, slots=True)
class Columns:
    """Pixels from the row's left edge; `makers` is None where they stand under the name."""

    photo: QRectF
    name: tuple[float, float]
    makers: tuple[float, float] | None
    price_right: float
    left_right: float
    stepper: float

    @property
    def minus(self) -> QRectF:
        """The button that takes a label away, in its row."""
        return QRectF(self.stepper, (ROW_HEIGHT - STEP) / 2, STEP, STEP)

    @property
    def plus(self) -> QRectF:
        """The button that adds a label."""
        return self.minus.translated(_STEPPER - STEP, 0)

    @property
    def counter(self) -> QRectF:
        """Both buttons and the count between them."""
        return self.minus.united(self.plus)

    @property
    def price_room(self) -> float:
        """How wide a price may be."""
        return float(_PRICE)


def columns_in(width: int) -> Columns:
    """The columns of a table so wide."""
    stepper = width - _RIGHT - _STEPPER
    left_right = stepper - 10.0
    price_right = left_right - _LEFT - _GAP
    end = price_right - _PRICE - _GAP
    with_makers = end - (_EDGE + _PHOTO + _EDGE) >= _LEAST_FOR_BOTH
    photo = _PHOTO if with_makers else _SMALL_PHOTO
    box = QRectF(_EDGE, (ROW_HEIGHT - _PHOTO_HEIGHT) / 2 - 0.5, photo, _PHOTO_HEIGHT)
    start = _EDGE + photo + _EDGE
    if not with_makers:
        return Columns(box, (start, end), None, price_right, left_right, stepper)
    split = start + (end - start) * 0.52
    return Columns(box, (start, split - _GAP), (split, end), price_right, left_right, stepper)
