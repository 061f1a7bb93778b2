"""A sheet that asks for an amount of the exhibition's currency, typed, and books one act of the drawer with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.services.desk import Desk
from pos.ui.amounts.money_field import MoneyField
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import Keypad, stacked
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.scan import Scan
from pos.ui.session import Session
from pos.ui.sheet import Sheet


class AmountSheet(Sheet):
    """Says of a code that is scanned that it is no amount. F12 presses `_confirm`; what that does is its own."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, title: str, *, asked: str, icon: str) -> None:
        super().__init__(window, title, desk.texts)
        self._desk, self._session, self._texts = desk, session, desk.texts
        # One id for as long as the sheet is open: trying again after trouble with the disk does nothing twice.
        self._act_id = desk.act().id
        self._message = MessageBar()
        self._field = MoneyField(asked, desk.texts)
        self._keypad = Keypad(desk.texts)
        self._confirm = ActionButton("", icon, "F12", kind=Kind.MONEY, pixels=24, height=84)
        self.body.addWidget(self._message)
        self._field.take_currency(session.exhibition.currency)
        self._field.scanned.connect(self._say_scanned)
        self._keypad.pressed.connect(self._field.type_sign)
        self._keypad.erased.connect(self._field.erase_sign)
        shortcut = QShortcut(QKeySequence("F12"), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._confirm.click)

    def _build_typing(self) -> QVBoxLayout:
        """The amount over the keys that type it."""
        typing = stacked(gap=10)
        typing.addWidget(self._field)
        typing.addWidget(self._keypad, 1)
        return typing

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_scan(self, scan: Scan) -> bool:
        del scan
        self._say_scanned()
        self.note_refusal()
        return True

    def _say_scanned(self) -> None:
        title = self._texts._("That was a product's code, not an amount.")
        self._message.show_message(Message(Tone.WARN, title, self._texts._("Type the amount.")))
