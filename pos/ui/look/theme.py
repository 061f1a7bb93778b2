"""The design's tokens, in one place: colours, type, and the style sheet that is made of them.

White salt flat, night-black ink, one cochineal button: `Colour.COCHINILLA` says that money is committed now, and is
used for nothing else. State is never colour alone. Sizes are in pixels; larger screens get more room, not larger type.
"""

from enum import StrEnum
from functools import cache, lru_cache
from string import Template

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from pos.settings import resource


class Colour(StrEnum):
    """Every colour of the window; a name that ends in `_T` is the light tint of the one before it."""

    SAL0 = "#FFFFFF"
    SAL1 = "#F3F2EF"
    SAL2 = "#E6E4DF"
    SAL3 = "#D3CFC8"
    NOCHE = "#1C1923"
    NOCHE_PRESSED = "#3A3542"
    PIEDRA = "#4F4A43"
    INACTIVO = "#68635C"
    BORDE = "#8C857B"
    BORDE2 = "#9E968B"
    COCHINILLA = "#A5115F"
    COCHINILLA_PRESSED = "#7A0945"
    LAGO = "#0B5A8F"
    LAGO_T = "#E2EFF8"
    TOTORA = "#1F6A34"
    TOTORA_T = "#E1F0E3"
    ICHU = "#F5B916"
    ICHU_T = "#FFF3CF"
    ICHU_O = "#664400"
    TEJA = "#9A2E08"
    TEJA_T = "#FCE8DF"


MARGIN = 12
"""Between the screen's edge and what stands in it, and between its columns."""
GAP = 8
"""Between the parts of a group."""
RADIUS = 8
"""The corners of panels, buttons and fields."""

FAMILIES = ("Andika", "Noto Sans", "DejaVu Sans")
"""Andika was drawn for beginning readers: I l 1 and O 0 never look alike, and all its figures are equally wide."""

_FONT_FILES = ("Andika-Regular.ttf", "Andika-Bold.ttf", "DejaVuSansMono.ttf")

ARGUMENTS = ["qhatu", "-style", "Fusion"]
"""What Qt is started with. Asking for the style by a call would first load the names of everything that styles draw."""

LINE_HEIGHT = 1.25
"""Of the type's size. Andika's own line box is 1.61 of it, which would tear every group apart."""


@cache
def font(pixels: int, *, bold: bool = False) -> QFont:
    """The window's type in a size."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


@lru_cache(maxsize=4096)
def text_width(text: str, pixels: int, *, bold: bool = False) -> float:
    """How many pixels a line of text takes."""
    return QFontMetricsF(font(pixels, bold=bold)).horizontalAdvance(text)


def colour(token: Colour) -> QColor:
    """A token as Qt paints it."""
    return QColor(token.value)


def stylesheet() -> str:
    """The one style sheet, its `$names` filled in with the tokens."""
    tokens = {token.name.lower(): token.value for token in Colour}
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    sheet = resource("theme", "till.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(tokens, families=families)


def dress(app: QApplication) -> None:
    """Give the program its fonts and its looks; done once, before the first window."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    app.setFont(font(16))
    app.setStyleSheet(stylesheet())


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        # A frame measures its edge, inside which its parts lie, only when it is told.
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
