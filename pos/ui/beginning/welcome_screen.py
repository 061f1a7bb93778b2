"""Over empty books: where the network comes from. A file, this very screen, or an invented one to get to know."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.services.photo_keeping import keep_photos
from pos.settings import resource
from pos.storage.database import BooksUnavailable
from pos.ui.look.brush import ink
from pos.ui.look.buttons import TouchButton
from pos.ui.look.dialogs import Question
from pos.ui.look.icons import icon_label, paint_icon
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import MARGIN, RADIUS, Colour
from pos.ui.look.words import Words, paint_words, set_text
from pos.ui.messages import Message, MessageBar, told
from pos.ui.screen import Screen

WIDTH = 860
LOW = 620
"""A lower screen has no room for the ornament."""
_CARD = 104
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class ChoiceCard(TouchButton):
    """One way to begin: an icon, a word, and what follows from it."""

    def __init__(self, icon: str, title: str, detail: str) -> None:
        super().__init__(title)
        self._icon, self._detail = icon, detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(520, _CARD)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        line = 3 if self.hasFocus() else 2
        tone = Colour.LAGO if self.hasFocus() else Colour.NOCHE if self.isDown() else Colour.BORDE2
        painter.setPen(QPen(ink(tone), line))
        painter.setBrush(ink(Colour.SAL2 if self.isDown() else Colour.SAL0))
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        paint_icon(painter, self._icon, QRectF(24, (_CARD - 44) / 2, 44, 44), Colour.NOCHE)
        room = self.width() - 92 - 64
        detail = 20 * len(set_text(self._detail, room, 16, 2, bold=False).lines)
        top = (_CARD - 28 - 4 - detail) // 2
        paint_words(painter, self.text(), QRectF(92, top, room, 28), 20, bold=True)
        paint_words(painter, self._detail, QRectF(92, top + 32, room, detail), 16, tone=Colour.PIEDRA, lines=2)
        paint_icon(painter, "arrow-right", QRectF(self.width() - 52, (_CARD - 28) / 2, 28, 28), Colour.NOCHE)


class WelcomeScreen(Screen):
    """Three cards, one under the other."""

    import_wanted = Signal()
    making_wanted = Signal()
    done = Signal()
    """The example is in the books."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        _ = texts._
        self._message = MessageBar()
        self._import = ChoiceCard(
            "download",
            _("Bring the network from a file"),
            _("A file that ends in .json or .xlsx, with the producers, their products and the fairs."),
        )
        self._make = ChoiceCard(
            "pen", _("Make a new network"), _("Its name, the first fair and the producers. It takes five minutes.")
        )
        self._example = ChoiceCard(
            "school", _("Look at the example"), _("An invented network with 62 products, to get to know the program.")
        )
        self._sign = icon_label("home", 64)
        self._build()
        self._import.clicked.connect(self.import_wanted)
        self._make.clicked.connect(self.making_wanted)
        self._example.clicked.connect(self._ask_example)

    def _build(self) -> None:
        _ = self._texts._
        outer = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        frame = panel()
        frame.setMaximumWidth(WIDTH)
        column = stacked(frame, margins=(40, 28, 40, 32), gap=14)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._sign, alignment=centre)
        column.addWidget(Words(_("Let us begin"), 36, bold=True, align=centre))
        why = _("The books of this till are empty. Whose goods are sold here?")
        column.addWidget(Words(why, 19, tone=Colour.PIEDRA, lines=2, align=centre))
        column.addSpacing(4)
        column.addWidget(self._message)
        for card in (self._import, self._make, self._example):
            column.addWidget(card)
        middle = stacked()
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle, 100)
        outer.addStretch(1)

    def start(self) -> None:
        """Ask."""
        self._message.clear()

    def take_focus(self) -> None:
        """Let Enter take the first card."""
        self._import.setFocus()

    def show_message(self, message: Message) -> None:
        """Say what stands in the way."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sign.setVisible(self.height() >= LOW)

    def _ask_example(self) -> None:
        """Books belong to one network for good: that is said before, not after."""
        _ = self._texts._
        title = _("Are these books for the example only?")
        detail = _("Books belong to one network for good. For your own one you will begin again in another folder.")
        question = Question(self.window(), "info", title, detail, safe=_("Go back"), other=_("Take the example"))
        question.answered.connect(self._take_example)
        question.ask()

    def _take_example(self) -> None:
        # Loaded here, not above: reading files loads much that the till's first screen has no use for.
        from pos.formats.network_file import read_network

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            catalogue = read_network(resource("sample", "network.json"))
            self._desk.till.catalogue.take_in(self._desk.act(), catalogue)
            # A photo that can't be copied is an ornament less: the maker's emblem stands in its place.
            keep_photos(catalogue, resource("sample"), self._desk.places.photos)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self.done.emit()
        finally:
            QGuiApplication.restoreOverrideCursor()
