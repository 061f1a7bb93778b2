"""A receipt once more: it is shown as its paper looks, and printed from there, marked as a copy."""

from PySide6.QtCore import Signal

from pos.domain.sales import Return, Sale
from pos.services.desk import Desk
from pos.ui.look.panels import stacked
from pos.ui.messages import Message, Tone
from pos.ui.paying.receipt_sheet import ReceiptSheet
from pos.ui.returning.receipt_search import ReceiptSearch
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session


class ReprintScreen(Screen):
    """Finds a sale or a return; touching it shows its paper."""

    copy_wanted = Signal(object)
    """The receipt of this `Sale` or `Return`, once more."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._search = ReceiptSearch(desk, desk.texts._("Which receipt once more?"))
        stacked(self, gap=0).addWidget(self._search)
        self._search.found.connect(self._show)
        self._search.left.connect(self.left)

    def start(self, session: Session) -> None:
        """Ask which receipt it is."""
        self._search.start(session)

    def take_focus(self) -> None:
        self._search.take_focus()

    def show_message(self, message: Message) -> None:
        self._search.show_message(message)

    @property
    def message(self) -> str:
        return self._search.message

    def take_scan(self, scan: Scan) -> bool:
        return self._search.take_scan(scan)

    def _show(self, event: Sale | Return) -> None:
        sheet = ReceiptSheet(self.window(), self._desk, event)
        sheet.copy_wanted.connect(self._print)
        sheet.finished.connect(self.take_focus)
        sheet.ask()

    def _print(self, event: Sale | Return) -> None:
        title = self._texts._("The copy of %(receipt)s goes to the printer.") % {"receipt": event.receipt}
        self.show_message(Message(Tone.HELP, title))
        self.copy_wanted.emit(event)
