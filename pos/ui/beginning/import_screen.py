"""The first screen over empty books: take in the network's file, with every fault of a bad one in words."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pos.domain.refusals import Refusal
from pos.explanations import explain
from pos.formats.faults import BadFile
from pos.services.desk import Desk
from pos.services.photo_keeping import LostPhoto, keep_photos
from pos.storage.database import BooksUnavailable
from pos.troubles import trouble
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.screen import Screen

WIDTH = 860
LOW = 600
"""A lower screen has no room for the ornament."""
MOST_LISTED = 100
"""Photos that are named one by one."""

ChooseFile = Callable[[QWidget], Path | None]
"""Asks for a network's file; None where nobody chose one."""


class ImportScreen(Screen):
    """One thing to do: choose the file. It is taken in whole, or nothing of it."""

    imported = Signal()
    left = Signal()

    def __init__(self, desk: Desk, choose_file: ChooseFile) -> None:
        super().__init__()
        self._desk = desk
        self._choose_file = choose_file
        self._texts = texts = desk.texts
        self._message = MessageBar()
        self._choose = ActionButton(texts._("Choose the file"), "file", kind=Kind.INK, pixels=28, height=84)
        self._go_on = ActionButton(texts._("Go on"), "arrow-right", kind=Kind.INK, pixels=28, height=84)
        self._back = ActionButton(texts._("Back"), "arrow-left")
        self._list = QScrollArea()
        self._build()
        self._choose.clicked.connect(self.choose)
        self._go_on.clicked.connect(self.imported)
        self._back.clicked.connect(self.left)

    def _build(self) -> None:
        _ = self._texts._
        outer = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        frame = panel()
        frame.setMaximumWidth(WIDTH)
        column = self._column = stacked(frame, margins=(40, 32, 40, 32), gap=16)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._picture = icon_label("download", 64)
        column.addWidget(self._picture, alignment=centre)
        column.addWidget(Words(_("Bring in your network's file"), 26, bold=True, lines=2, align=centre))
        words = _("It names the producers, their products and prices, and the fair. It ends in .json or .xlsx.")
        column.addWidget(Words(words, 19, tone=Colour.PIEDRA, lines=3, align=centre))
        column.addSpacing(8)
        column.addWidget(self._choose)
        column.addWidget(self._go_on)
        column.addWidget(self._message)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.hide()
        column.addWidget(self._list, 1)
        column.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self._middle = stacked()
        self._middle.addStretch(1)
        self._middle.addWidget(frame)
        self._middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(self._middle, 100)
        outer.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        edge = 16 if low else 32
        self._column.setContentsMargins(40, edge, 40, edge)
        self._column.setSpacing(10 if low else 16)
        self._picture.setVisible(not low)
        self._message.make_low(low=low)
        for button in (self._choose, self._go_on):
            button.setMinimumHeight(64 if low else 84)

    def start(self, *, can_leave: bool) -> None:
        """Begin without a message; there is a way back where the books hold a network already."""
        self._message.clear()
        self._show_list(shown=False)
        self._choose.show()
        self._go_on.hide()
        self._back.setVisible(can_leave)

    def choose(self) -> None:
        """Ask for a file and take it in; whatever is wrong with it is shown."""
        path = self._choose_file(self)
        if path is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            lost = self._take_in(path)
        except BadFile as bad:
            self._show_bad_file(bad)
        except (Refusal, BooksUnavailable) as refused:
            self.show_message(told(refused, self._texts))
        else:
            if lost:
                self._show_lost_photos(lost)
            else:
                self.imported.emit()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _take_in(self, path: Path) -> tuple[LostPhoto, ...]:
        """Take the file in with the photos beside it; gives those that could not be had."""
        # Loaded here, not above: reading files loads much that the till's first screen has no use for.
        from pos.formats.network_file import read_network

        network = read_network(path)
        self._desk.till.catalogue.take_in(self._desk.act(), network)
        return keep_photos(network, path.parent, self._desk.places.photos)

    def _show_bad_file(self, bad: BadFile) -> None:
        """Say all that is wrong with a file, each fault with its place."""
        title = self._texts._("The file %(file)s was not taken in: it has faults.") % {"file": bad.file}
        detail = self._texts._("Correct these places and choose it again. Nothing was changed.")
        self._message.show_message(Message(Tone.BAD, title, detail))
        self._list_rows([(fault.place, explain(fault.refusal, self._texts)) for fault in bad.faults])

    def _show_lost_photos(self, lost: Sequence[LostPhoto]) -> None:
        """Say that all was taken in but these photos, and let the person go on."""
        count = len(lost)
        title = self._texts.ngettext(
            "All is here, but for %(n)s photo.", "All is here, but for %(n)s photos.", count
        ) % {"n": self._texts.amount(count, 0)}
        detail = self._texts._("The emblem of whoever made it is shown instead. Put the photos beside the file later.")
        self._message.show_message(Message(Tone.WARN, title, detail))
        self._list_rows(
            [("", trouble(f"photo-{one.trouble}", {"photo": one.photo}, self._texts)) for one in lost[:MOST_LISTED]]
        )
        self._choose.hide()
        self._go_on.show()
        self._go_on.setFocus()

    def _list_rows(self, told_rows: Sequence[tuple[str, str]]) -> None:
        """List (place, words), each under a hairline."""
        rows = QWidget()
        column = stacked(rows, margins=(0, 0, 14, 0), gap=6)
        for i, (place, words) in enumerate(told_rows):
            if i:
                column.addWidget(rule())
            if place:
                column.addWidget(Words(place, 16, bold=True, lines=2))
            column.addWidget(Words(words, 16, lines=4))
        column.addStretch(1)
        self._list.setWidget(rows)
        self._show_list(shown=True)

    def _show_list(self, *, shown: bool) -> None:
        """The panel takes all the height there is for a list of faults, and no more than it needs without one."""
        self._list.setVisible(shown)
        self._middle.setStretch(1, 100 if shown else 0)

    def show_message(self, message: Message) -> None:
        """Say something else that stands in the way."""
        self._show_list(shown=False)
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Let Enter choose a file, or go on where one was taken in."""
        (self._go_on if self._go_on.isVisibleTo(self) else self._choose).setFocus()
