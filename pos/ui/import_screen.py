"""The first screen over empty books: take in the network's file, with every fault of a bad one in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pos.domain.refusals import Refusal
from pos.explanations import explain
from pos.formats.faults import BadFile
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.buttons import ActionButton, Kind
from pos.ui.icons import icon_label
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.panels import in_a_row, panel, rule, stacked
from pos.ui.theme import MARGIN, Colour
from pos.ui.words import Words

WIDTH = 860

ChooseFile = Callable[[QWidget], Path | None]
"""Asks for a network's file; None where nobody chose one."""


class ImportScreen(QWidget):
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
        self._back = ActionButton(texts._("Back"), "arrow-left")
        self._list = QScrollArea()
        self._build()
        self._choose.clicked.connect(self.choose)
        self._back.clicked.connect(self.left)

    def _build(self) -> None:
        _ = self._texts._
        outer = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        frame = panel()
        frame.setMaximumWidth(WIDTH)
        column = stacked(frame, margins=(40, 32, 40, 32), gap=16)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label("download", 64), alignment=centre)
        column.addWidget(Words(_("Bring in your network's file"), 26, bold=True, lines=2, align=centre))
        words = _("It names the producers, their products and prices, and the fair. It ends in .json or .xlsx.")
        column.addWidget(Words(words, 19, tone=Colour.PIEDRA, lines=3, align=centre))
        column.addSpacing(8)
        column.addWidget(self._choose)
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

    def start(self, *, can_leave: bool) -> None:
        """Begin without a message; there is a way back where the books hold a network already."""
        self._message.clear()
        self._show_list(shown=False)
        self._back.setVisible(can_leave)

    def choose(self) -> None:
        """Ask for a file and take it in; whatever is wrong with it is shown."""
        path = self._choose_file(self)
        if path is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._take_in(path)
        except BadFile as bad:
            self._show_bad_file(bad)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self.imported.emit()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _take_in(self, path: Path) -> None:
        # Loaded here, not above: reading files loads much that the till's first screen has no use for.
        from pos.formats.network_file import read_network  # noqa: PLC0415

        self._desk.till.catalogue.take_in(self._desk.act(), read_network(path))

    def _show_bad_file(self, bad: BadFile) -> None:
        """Say all that is wrong with a file, each fault with its place."""
        title = self._texts._("The file %(file)s was not taken in: it has faults.") % {"file": bad.file}
        detail = self._texts._("Correct these places and choose it again. Nothing was changed.")
        self._message.show_message(Message(Tone.BAD, title, detail))
        rows = QWidget()
        column = stacked(rows, margins=(0, 0, 14, 0), gap=6)
        for i, fault in enumerate(bad.faults):
            if i:
                column.addWidget(rule())
            if fault.place:
                column.addWidget(Words(fault.place, 16, bold=True, lines=2))
            column.addWidget(Words(explain(fault.refusal, self._texts), 16, lines=4))
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
        """Let Enter choose a file."""
        self._choose.setFocus()
