"""The drawer opened with no sale: why, and a supervisor's word for it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from pos.domain.people import Approval
from pos.domain.refusals import Refusal
from pos.domain.shifts import DrawerOpened
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.drawer.cash_reasons import ReasonChoice
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import Help
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, told
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.session import Session
from pos.ui.sheet import Sheet

HEIGHT = 520


class DrawerSheet(Sheet):
    """Asks why; the reason and both names are noted before the drawer opens."""

    drawer_wanted = Signal(DrawerOpened)
    """It is in the books: the drawer may open now."""

    def __init__(self, window: QWidget, desk: Desk, session: Session) -> None:
        texts = desk.texts
        title = texts._("Open the drawer with no sale")
        super().__init__(window, title, texts, height=HEIGHT)
        self._desk, self._session, self._texts = desk, session, texts
        # One id for as long as the sheet is open: trying again after trouble with the disk does nothing twice.
        self._act_id = desk.act().id
        usual = [texts._("To change a note"), texts._("To look at the coins"), texts._("It opened by mistake")]
        self._reasons = ReasonChoice(texts._("What for?"), usual, texts)
        self._message = MessageBar()
        self._confirm = ActionButton("", "drawer", "F12", kind=Kind.INK, pixels=24, height=84)
        self.head.addWidget(Words(title, 26, bold=True), 1)
        self.body.addWidget(self._message)
        self.body.addWidget(self._reasons)
        self.body.addStretch(1)
        self.body.addWidget(Help(texts._("It is noted with your name and the supervisor's."), "signed", lines=2))
        self.body.addWidget(self._confirm)
        self._reasons.changed.connect(self._show_state)
        self._reasons.entered.connect(self._confirm.click)
        self._confirm.clicked.connect(self._ask)
        shortcut = QShortcut(QKeySequence("F12"), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._confirm.click)
        self._show_state()

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def _show_state(self) -> None:
        ready = bool(self._reasons.reason)
        self._confirm.say(self._texts._("Open the drawer") if ready else self._texts._("The reason is missing"))
        self._confirm.setEnabled(ready)

    def _ask(self) -> None:
        why = self._texts._("Open the drawer with no sale: %(reason)s") % {"reason": self._reasons.reason}
        ask_approval(self.till, self._desk, self._session, why, self._open)

    def _open(self, approval: Approval) -> None:
        act = replace(self._desk.act(self._session.exhibition.id), id=self._act_id)
        try:
            opened = self._desk.till.shifts.open_drawer(act, self._reasons.reason, approval)
        except (Refusal, BooksUnavailable) as trouble:
            self._message.show_message(told(trouble, self._texts))
        else:
            self.accept()
            self.drawer_wanted.emit(opened)
