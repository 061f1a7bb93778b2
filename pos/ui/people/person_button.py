"""Who is signed in, in the strip: their picture and name; a touch locks the till."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from pos.domain.people import Person
from pos.texts import Texts
from pos.ui.look.brush import ink, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.theme import Colour, text_width
from pos.ui.people.portraits import paint_portrait
from pos.ui.people.role_words import role_word

HEIGHT = 52
_EDGE, _PICTURE, _SPACE = 7, 38, 10


class PersonButton(TouchButton):
    """Name and, where `with_role`, the role under it."""

    def __init__(self, folder: Path, texts: Texts, *, with_role: bool) -> None:
        super().__init__()
        self._folder, self._texts, self._with_role = folder, texts, with_role
        self._person: Person | None = None
        self._narrow = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: Person | None) -> None:
        """Show this person; nothing where nobody is signed in."""
        self._person = person
        self.setVisible(person is not None)
        if person is not None:
            values = {"name": person.name, "role": self._role}
            self.setAccessibleName(self._texts._("%(name)s, %(role)s: lock the till") % values)
        self.updateGeometry()
        self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Leave the words out."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @property
    def _role(self) -> str:
        return role_word(self._person.role, self._texts) if self._person else ""

    def sizeHint(self) -> QSize:
        if self._person is None or self._narrow:
            return QSize(2 * _EDGE + _PICTURE, HEIGHT)
        words = text_width(self._person.name, 16, bold=True)
        if self._with_role:
            words = max(words, text_width(self._role, 16))
        return QSize(2 * _EDGE + _PICTURE + _SPACE + int(words) + 1, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._person is None:
            return
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), ink(Colour.SAL2))
        paint_portrait(painter, self._folder, self._person, QRectF(_EDGE, 7, _PICTURE, _PICTURE), 4)
        if not self._narrow:
            left = _EDGE + _PICTURE + _SPACE
            middle = HEIGHT / 2
            write(
                painter, self._person.name, left, middle - (10 if self._with_role else 0), 16, Colour.NOCHE, bold=True
            )
            if self._with_role:
                write(painter, self._role, left, middle + 10, 16, Colour.PIEDRA)
        if self.hasFocus():
            painter.setPen(QPen(ink(Colour.LAGO), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
