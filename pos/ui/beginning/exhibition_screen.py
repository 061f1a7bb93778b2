"""At which exhibition the till sells: one question, a card for each answer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from pos.domain.exhibitions import Exhibition
from pos.services.receipts import place_of
from pos.texts import Texts
from pos.ui.fair_state import FairState
from pos.ui.look.buttons import ActionButton, TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN, Colour, colour, font
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.screen import Screen

WIDTH = 860


class ExhibitionCard(TouchButton):
    """An exhibition to choose; one where nothing can be sold any more can be read but not chosen."""

    def __init__(self, exhibition: Exhibition, state: FairState, texts: Texts) -> None:
        super().__init__(exhibition.name)
        days = f"{texts.date(exhibition.starts)} – {texts.date(exhibition.ends)}"
        if state is FairState.OVER:
            days = texts._("It ended on %(day)s") % {"day": texts.date(exhibition.ends)}
        elif state is FairState.CLOSED:
            days = texts._("It is closed")
        self.exhibition = exhibition
        self._place = " · ".join(part for part in (place_of(exhibition), days) if part)
        self.setEnabled(state is FairState.OPEN)
        self.setAccessibleName(f"{exhibition.name}, {self._place}")
        self.setFixedHeight(92)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(520, 92)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        card = QStyleOptionButton()
        self.initStyleOption(card)
        card.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, card, painter, self)
        tone = Colour.NOCHE if self.isEnabled() else Colour.INACTIVO
        paint_icon(painter, "calendar", QRectF(22, 28, 36, 36), tone)
        room = self.width() - 78 - (64 if self.isEnabled() else 20)
        rows = ((self.exhibition.name, 20, True, 32), (self._place, 16, False, 62))
        for text, pixels, bold, middle in rows:
            metrics = QFontMetricsF(font(pixels, bold=bold))
            painter.setFont(font(pixels, bold=bold))
            painter.setPen(colour(tone if bold or not self.isEnabled() else Colour.PIEDRA))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(78, middle + metrics.capHeight() / 2), shown)
        if self.isEnabled():
            paint_icon(painter, "arrow-right", QRectF(self.width() - 50, 32, 28, 28), tone)


class ExhibitionScreen(Screen):
    """The exhibitions of the network, those that are over among them, so that nobody looks for them in vain."""

    chosen = Signal(Exhibition)
    import_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._message = MessageBar()
        self._list = QScrollArea()
        self._import = ActionButton(texts._("Bring in a newer network file"), "download")
        self._build()
        self._import.clicked.connect(self.import_wanted)

    def _build(self) -> None:
        outer = in_a_row(self, margins=(MARGIN, 28, MARGIN, 20))
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        column = stacked(inside, gap=MARGIN)
        column.addWidget(Words(self._texts._("At which fair do you sell?"), 26, bold=True))
        column.addWidget(self._message)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._list, 1)
        column.addWidget(self._import, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(1)
        outer.addWidget(inside, 100)
        outer.addStretch(1)

    def show_exhibitions(self, exhibitions: list[tuple[Exhibition, FairState]], *, may_import: bool = True) -> None:
        """Show these, those that can be chosen first; a newer file is offered to whoever may bring one in."""
        self._message.clear()
        self._import.setVisible(may_import)
        rows = QWidget()
        column = stacked(rows, gap=10)
        for exhibition, state in sorted(exhibitions, key=lambda pair: (pair[1] is not FairState.OPEN, pair[0].starts)):
            card = ExhibitionCard(exhibition, state, self._texts)
            card.clicked.connect(lambda _=False, exhibition=exhibition: self.chosen.emit(exhibition))
            column.addWidget(card)
        column.addStretch(1)
        self._list.setWidget(rows)

    def show_message(self, message: Message) -> None:
        """Say why the question is asked again."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    @property
    def cards(self) -> list[ExhibitionCard]:
        """The cards, in their order."""
        return self.findChildren(ExhibitionCard)

    def take_focus(self) -> None:
        """Let Enter choose the first, and the arrows go on."""
        for card in self.cards:
            if card.isEnabled():
                card.setFocus()
                return
        self._import.setFocus()
