"""A person in a list: picture, name, what they do, and whether they can sign in."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from pos.domain.people import Person
from pos.texts import Texts
from pos.ui.look.brush import ink
from pos.ui.look.buttons import TouchButton
from pos.ui.look.photos import arrivals
from pos.ui.look.theme import RADIUS, Colour
from pos.ui.look.words import paint_words
from pos.ui.people.portraits import paint_portrait
from pos.ui.people.role_words import role_word

_HEIGHT, _PHOTO, _INSET = 76, 56, 12
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class PersonRow(TouchButton):
    """Filled with ink once it is chosen."""

    def __init__(self, folder: Path, person: Person, texts: Texts) -> None:
        super().__init__(person.name)
        self._folder = folder
        self.person = person
        self._role = role_word(person.role, texts)
        if not person.active:
            self._role = texts._("%(role)s · does not work here any more") % {"role": self._role}
        self.setCheckable(True)
        self.setAccessibleName(f"{person.name}, {self._role}")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        arrivals().arrived.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        chosen = self.isChecked()
        ground = Colour.NOCHE if chosen else Colour.SAL2 if self.isDown() else Colour.SAL0
        line = 3 if self.hasFocus() else 2
        painter.setPen(QPen(ink(Colour.LAGO if self.hasFocus() else Colour.NOCHE if chosen else Colour.BORDE2), line))
        painter.setBrush(ink(ground))
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        top = (self.height() - _PHOTO) / 2
        if not self.person.active:
            painter.setOpacity(0.5)
        paint_portrait(painter, self._folder, self.person, QRectF(_INSET, top, _PHOTO, _PHOTO), 4)
        painter.setOpacity(1)
        left = _INSET + _PHOTO + 14
        room = self.width() - left - _INSET
        tones = (Colour.SAL0, Colour.SAL0) if chosen else (Colour.NOCHE, Colour.PIEDRA)
        paint_words(painter, self.person.name, QRectF(left, 13, room, 26), 20, bold=True, tone=tones[0])
        paint_words(painter, self._role, QRectF(left, 41, room, 22), 16, tone=tones[1])
