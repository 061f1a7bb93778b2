"""What somebody does at the till: each role with what it may do, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.people import Role
from pos.texts import Texts
from pos.ui.look.brush import ink
from pos.ui.look.buttons import TouchButton
from pos.ui.look.panels import stacked
from pos.ui.look.theme import RADIUS, Colour
from pos.ui.look.words import Words, paint_words
from pos.ui.people.role_words import role_word

_HEIGHT = 72
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class RoleCard(TouchButton):
    """One role; filled with ink once it is chosen."""

    def __init__(self, role: Role, texts: Texts) -> None:
        super().__init__(role_word(role, texts))
        self.role = role
        self._may = {
            Role.CASHIER: texts._("Sells, takes money, closes the shift"),
            Role.SUPERVISOR: texts._("Also gives leave, and adds cashiers"),
            Role.ADMINISTRATOR: texts._("Also changes people and everything else"),
        }[role]
        self.setCheckable(True)
        self.setAccessibleName(f"{self.text()}. {self._may}")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        chosen = self.isChecked()
        line = 3 if self.hasFocus() else 2
        painter.setPen(QPen(ink(Colour.LAGO if self.hasFocus() else Colour.NOCHE if chosen else Colour.BORDE2), line))
        painter.setBrush(ink(Colour.NOCHE if chosen else Colour.SAL2 if self.isDown() else Colour.SAL0))
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        tones = (Colour.SAL0, Colour.SAL0) if chosen else (Colour.NOCHE, Colour.PIEDRA)
        room = self.width() - 36
        paint_words(painter, self.text(), QRectF(18, 12, room, 24), 18, bold=True, tone=tones[0])
        paint_words(painter, self._may, QRectF(18, 38, room, 22), 16, tone=tones[1])


class RoleChoice(QWidget):
    """The roles one under the other; hidden where there is nothing to choose."""

    def __init__(self, texts: Texts, roles: Sequence[Role]) -> None:
        super().__init__()
        self._cards = [RoleCard(role, texts) for role in roles]
        column = stacked(self, gap=8)
        column.addWidget(Words(texts._("What do they do?"), 20, bold=True))
        for card in self._cards:
            card.clicked.connect(lambda _=False, role=card.role: self.choose(role))
            column.addWidget(card)
        if len(roles) == 1:
            self.hide()
        self.choose_first()

    def choose(self, role: Role) -> None:
        """Choose this role."""
        for card in self._cards:
            card.setChecked(card.role is role)

    def choose_first(self) -> None:
        """Choose the role that trusts least."""
        self.choose(self._cards[0].role)

    @property
    def role(self) -> Role:
        """The role that is chosen."""
        return next(card.role for card in self._cards if card.isChecked())
