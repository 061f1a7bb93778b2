"""Settings of this till: its code, its paper, its printer."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from pos.hardware.interfaces import BadPrinterUri
from pos.services.desk import Desk
from pos.settings import RECEIPT_WIDTHS, Settings
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.panels import stacked
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, Tone, in_two
from pos.ui.session import Session

FIELD_WIDTH = 560
LOW = 560
"""A lower page has no room for more than what is asked."""


class TillPage(QFrame):
    """A supervisor changes these; the till's code stays as it is while a shift is open."""

    settings_wanted = Signal(Settings)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._message = MessageBar()
        self._code = QLineEdit()
        self._paper = ChoiceRow({str(w): f"{w} mm" for w in RECEIPT_WIDTHS}, texts._("Width of the receipt paper"))
        self._printer = QLineEdit()
        self._save = ActionButton(texts._("Save"), "check", kind=Kind.INK, pixels=20, height=64)
        self._hints: list[Words] = []
        self._build()
        self._save.clicked.connect(self.save)

    def _build(self) -> None:
        _ = self._texts._
        self.setProperty("panel", "plain")
        column = self._column = stacked(self, margins=(28, 24, 28, 24), gap=10)
        column.addWidget(Words(_("This till"), 26, bold=True))
        column.addWidget(self._message)
        self._code.setValidator(QRegularExpressionValidator("[A-Za-z]{0,2}"))
        fields = (
            (
                _("Code of the till"),
                _("One or two letters before each receipt number; no two tills share one."),
                self._code,
            ),
            (_("Width of the receipt paper"), "", self._paper),
            (
                _("Address of the printer"),
                _("file:PATH or tcp://HOST:PORT; leave it empty without a printer."),
                self._printer,
            ),
        )
        for label, hint, field in fields:
            column.addSpacing(6)
            column.addWidget(Words(label, 18, bold=True))
            if hint:
                words = Words(hint, 16, tone=Colour.PIEDRA, lines=2)
                self._hints.append(words)
                column.addWidget(words)
            field.setAccessibleName(label)
            field.setMaximumWidth(FIELD_WIDTH)
            column.addWidget(field)
        column.addSpacing(12)
        self._save.setMaximumWidth(FIELD_WIDTH)
        column.addWidget(self._save)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        edge = 12 if low else 24
        self._column.setContentsMargins(28, edge, 28, edge)
        self._column.setSpacing(5 if low else 10)
        self._message.make_low(low=low)
        for hint in self._hints:
            hint.setVisible(not low)

    def start(self, session: Session) -> None:
        """Show the settings as they are."""
        settings = self._desk.settings
        self._message.clear()
        self._code.setText(settings.till)
        self._paper.choose(str(settings.receipt_width))
        self._printer.setText(settings.printer)
        restyle(self._printer, "state", "")
        trusted = session.person.role.may_approve
        self._code.setEnabled(trusted and session.shift is None)
        for part in (self._paper, self._printer, self._save):
            part.setEnabled(trusted)
        if not trusted:
            words = self._texts._("Only a supervisor changes these. Ask for one to sign in.")
            self._message.show_message(in_two(Tone.HELP, words))

    def save(self) -> None:
        """Ask for these settings to be kept; an address that is none is refused here, with what one looks like."""
        address = self._printer.text().strip()
        try:
            if address:
                self._desk.open_printer(address)
        except BadPrinterUri as bad:
            restyle(self._printer, "state", "bad")
            words = self._texts._("This is no printer's address. Write it like %(examples)s.")
            self._message.show_message(in_two(Tone.BAD, words % {"examples": ", ".join(bad.expected)}))
            return
        code = self._code.text().strip().upper() or self._desk.settings.till
        self.settings_wanted.emit(
            replace(self._desk.settings, till=code, receipt_width=int(self._paper.answer), printer=address)
        )
