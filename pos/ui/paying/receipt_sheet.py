"""A receipt as its paper looks, drawn from the same layout; from here it is printed once more."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos.domain.sales import Return, Sale
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.sheet import Sheet
from pos.ui.spool.paper_view import PaperView

WIDTH, HEIGHT = 840, 676
_VIEW = 400
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReceiptSheet(Sheet):
    """Arrows and page keys go through the paper, Enter prints it."""

    copy_wanted = Signal(object)
    """The receipt of this `Sale` or `Return`, once more."""

    def __init__(self, window: QWidget, desk: Desk, event: Sale | Return) -> None:
        texts = desk.texts
        title = texts._("Receipt %(number)s") % {"number": event.receipt}
        super().__init__(window, title, texts, width=WIDTH, height=HEIGHT)
        self._desk, self._event = desk, event
        self._view = PaperView(texts)
        self._message = MessageBar()
        self._print = ActionButton(texts._("Print a copy"), "printer", "Enter", kind=Kind.INK, pixels=22, height=84)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", pixels=20, height=64)
        self._fill(title)
        self._print.clicked.connect(self._want_copy)
        self._back.clicked.connect(self.reject)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        # The sheet opens at once; what draws the paper takes longer to load.
        QTimer.singleShot(0, self, partial(self._show_paper, desk))

    def _fill(self, title: str) -> None:
        texts = self._desk.texts
        self.head.addWidget(icon_label("printer", 44))
        self.head.addWidget(Words(title, 26, bold=True), 1)
        row = in_a_row(gap=20)
        self._view.setFixedWidth(_VIEW)
        row.addWidget(self._view)
        column = stacked(gap=16)
        column.addWidget(Words(texts._("So it is printed, marked as a copy."), 18, lines=3))
        column.addWidget(self._message)
        column.addStretch(1)
        column.addWidget(self._print)
        column.addWidget(self._back)
        row.addLayout(column, 1)
        self.body.addLayout(row, 1)
        if not self._desk.settings.printer:
            self._print.setEnabled(False)
            title, detail = texts._("No printer is set up"), texts._("Choose one in the settings.")
            self._message.show_message(Message(Tone.WARN, title, detail))
        self._print.setDefault(True)

    def _show_paper(self, desk: Desk) -> None:
        # Loaded here, not above: Pillow takes longer to load than the sheet to open.
        from pos.printing.strip_picture import strip_png

        profile = desk.printer_profile
        try:
            strip = desk.print_queue.strip(self._event, profile.paper, copy=True)
        except BooksUnavailable as trouble:
            self._message.show_message(told(trouble, desk.texts))
            return
        self._view.show_paper(strip_png(strip, profile))

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def _want_copy(self) -> None:
        self.copy_wanted.emit(self._event)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PAGES:
            self._view.turn(_PAGES[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._print.click()
        else:
            super().keyPressEvent(event)
