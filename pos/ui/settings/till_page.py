"""What this till is called: the letters before each of its receipt numbers."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit

from pos.services.desk import Desk
from pos.settings import Settings
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, Tone, in_two
from pos.ui.session import Session

FIELD_WIDTH = 560


class TillPage(QFrame):
    """A supervisor changes it, while no shift is open."""

    settings_wanted = Signal(Settings)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._message = MessageBar()
        self._code = QLineEdit()
        self._save = ActionButton(texts._("Save"), "check", kind=Kind.INK, pixels=20, height=64)
        self._build()
        self._save.clicked.connect(self.save)

    def _build(self) -> None:
        _ = self._texts._
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(28, 24, 28, 24), gap=10)
        column.addWidget(Words(_("This till"), 26, bold=True))
        column.addWidget(self._message)
        column.addSpacing(6)
        label = _("Code of the till")
        column.addWidget(Words(label, 18, bold=True))
        hint = _("One or two letters before each receipt number; no two tills share one.")
        column.addWidget(Words(hint, 16, tone=Colour.PIEDRA, lines=2))
        self._code.setValidator(QRegularExpressionValidator("[A-Za-z]{0,2}"))
        self._code.setAccessibleName(label)
        for part in (self._code, self._save):
            part.setMaximumWidth(FIELD_WIDTH)
        column.addWidget(self._code)
        column.addSpacing(12)
        column.addWidget(self._save)
        column.addStretch(1)

    def start(self, session: Session) -> None:
        """Show it as it is."""
        self._message.clear()
        self._code.setText(self._desk.settings.till)
        trusted = session.person.role.may_approve
        self._code.setEnabled(trusted and session.shift is None)
        self._save.setEnabled(trusted)
        if not trusted:
            words = self._texts._("Only a supervisor changes these. Ask for one to sign in.")
            self._message.show_message(in_two(Tone.HELP, words))

    def save(self) -> None:
        """Ask for it to be kept."""
        code = self._code.text().strip().upper() or self._desk.settings.till
        self.settings_wanted.emit(replace(self._desk.settings, till=code))
