"""The carts held aside: one touch goes on with one of them, and the present one can be put beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.services.desk import Desk
from pos.services.holding import OpenCart
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.dialogs import Question
from pos.ui.look.pager import Pager
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.scan import Scan
from pos.ui.selling.held_row import ROW_HEIGHT, HeldRow
from pos.ui.session import Session
from pos.ui.sheet import Sheet

_FOOT = 84
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEY_UP, _KEY_DOWN, _KEY_HOLD = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F8


class HeldSheet(Sheet):
    """Arrows choose, Enter takes; F8 holds the present cart, as it did on the till."""

    taken = Signal(object)
    """The `OpenCart` to go on with."""
    hold_wanted = Signal()
    discarded = Signal(object)
    """The `OpenCart` that can't be read, and that a person throws away."""

    def __init__(
        self, window: QWidget, desk: Desk, session: Session, held: Sequence[OpenCart], *, can_hold: bool
    ) -> None:
        super().__init__(window, desk.texts._("Sales on hold"), desk.texts)
        self._texts = desk.texts
        _ = desk.texts._
        self._rows = [HeldRow(desk, session, cart) for cart in held]
        self._chosen = 0
        self._list: QVBoxLayout = stacked(gap=GAP)
        self._pager = Pager(desk.texts)
        self._hold = ActionButton(_("Put this sale on hold"), "hold", "F8", pixels=18, height=_FOOT)
        self._take = ActionButton(_("Go on with it"), "check", "Enter", kind=Kind.INK, pixels=22, height=_FOOT)
        self._hold.setEnabled(can_hold)
        words = stacked(gap=4)
        words.addStretch(1)
        words.addWidget(Words(_("Sales on hold"), 26, bold=True))
        words.addWidget(Words(_("Touch the one to go on with."), 18, tone=Colour.PIEDRA))
        words.addStretch(1)
        self.head.addLayout(words, 1)
        for row in self._rows:
            self._list.addWidget(row)
            row.clicked.connect(lambda _=False, row=row: self._go_on(row))
        self._list.addStretch(1)
        self.body.addLayout(self._list, 1)
        self.body.addWidget(self._pager)
        foot = in_a_row(gap=16)
        foot.addWidget(self._hold, 1)
        foot.addWidget(self._take, 1)
        self.body.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pager.turned.connect(lambda page: self._choose(page * self._fitting))
        self._hold.clicked.connect(self._put_aside)
        self._take.clicked.connect(lambda: self._go_on(self._rows[self._chosen]))

    def ask(self) -> None:
        """Show it; Enter takes the one held longest."""
        super().ask()
        self._choose(0)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self._take.click()
        elif key in (_KEY_UP, _KEY_DOWN):
            self._choose(self._chosen + (1 if key == _KEY_DOWN else -1))
        elif key == _KEY_HOLD:
            self._hold.click()
        else:
            super().keyPressEvent(event)

    def take_scan(self, scan: Scan) -> bool:
        """The present sale goes on: none is taken back, and the code goes into the cart."""
        del scan
        self.reject()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose(self._chosen)

    @property
    def _fitting(self) -> int:
        """How many rows have room: under the head, over the foot and the pager."""
        room = self.height() - 46 - 76 - 16 - _FOOT - 16 - self._pager.height() - 16
        return max(1, (room + GAP) // (ROW_HEIGHT + GAP))

    def _choose(self, index: int) -> None:
        """Let Enter take this one, and show the page that it is on."""
        self._chosen = max(0, min(index, len(self._rows) - 1))
        page = self._chosen // self._fitting
        self._pager.show_page(page, -(-len(self._rows) // self._fitting))
        for i, row in enumerate(self._rows):
            row.setVisible(i // self._fitting == page)
            row.be_chosen(chosen=i == self._chosen)
        readable = self._rows[self._chosen].cart.readable
        self._take.say(self._texts._("Go on with it") if readable else self._texts._("Throw it away"))

    def _go_on(self, row: HeldRow) -> None:
        if not row.cart.readable:
            self._ask_to_discard(row.cart)
            return
        self.accept()
        self.taken.emit(row.cart)

    def _ask_to_discard(self, cart: OpenCart) -> None:
        """What can't be read can't be sold either, and would stand here for ever."""
        texts = self._texts
        question = Question(
            self,
            "warning",
            texts._("Throw this sale away?"),
            texts._("It cannot be read, so nobody can go on with it. Whatever lay in it is rung up anew."),
            safe=texts._("Leave it"),
            other=texts._("Throw it away"),
        )
        question.answered.connect(lambda: self._discard(cart))
        question.ask()

    def _discard(self, cart: OpenCart) -> None:
        self.accept()
        self.discarded.emit(cart)

    def _put_aside(self) -> None:
        self.accept()
        self.hold_wanted.emit()
