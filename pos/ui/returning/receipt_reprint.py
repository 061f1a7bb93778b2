"""A receipt once more, marked as a copy."""

from PySide6.QtCore import Signal

from pos.domain.sales import Return, Sale
from pos.services.desk import Desk
from pos.ui.look.panels import stacked
from pos.ui.messages import Message, Tone
from pos.ui.returning.receipt_search import ReceiptSearch
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session


class ReprintScreen(Screen):
    """Finds a sale or a return; touching it prints its copy."""

    copy_wanted = Signal(object)
    """The receipt of this `Sale` or `Return`, once more."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._search = ReceiptSearch(desk, desk.texts._("Which receipt once more?"))
        stacked(self, gap=0).addWidget(self._search)
        self._search.found.connect(self._print)
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

    def _print(self, event: Sale | Return) -> None:
        if not self._desk.settings.printer:
            title = self._texts._("No printer is set up")
            self.show_message(Message(Tone.WARN, title, self._texts._("Choose one in the settings.")))
            return
        title = self._texts._("The copy of %(receipt)s goes to the printer.") % {"receipt": event.receipt}
        self.show_message(Message(Tone.HELP, title))
        self.copy_wanted.emit(event)
