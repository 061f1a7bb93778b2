"""What the drawer and the receipts need beside selling: cash in and out, advances, the drawer alone, copies, the X."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.refusals import Refusal
from pos.domain.settlements import Advance
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.shifts import CashDirection, CashMoved, DrawerOpened
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.drawer.cash_advance_sheet import AdvanceSheet
from pos.ui.drawer.cash_drawer_sheet import DrawerSheet
from pos.ui.drawer.cash_sheet import CashSheet
from pos.ui.drawer.more_sheet import MoreSheet
from pos.ui.drawer.x_report_screen import XReportScreen
from pos.ui.messages import Message, Tone, told
from pos.ui.outcomes import cash_noted
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.returning.receipt_reprint import ReprintScreen
from pos.ui.session import Session


class DrawerFlow(QObject):
    """Offers what the till's "More" holds, and leads through it."""

    shown = Signal(QWidget)
    left = Signal()
    """Back to the till."""
    noted = Signal(Message)
    """Something of it is in the books."""
    paper_wanted = Signal()
    copy_wanted = Signal(object)
    """This event's paper once more."""
    lock_wanted = Signal()

    def __init__(self, window: QWidget, desk: Desk, printing: ReceiptPrinting) -> None:
        super().__init__(window)
        self._window, self._desk, self._printing = window, desk, printing
        self._session: Session | None = None

    def offer(self, session: Session) -> None:
        """Ask what is wanted."""
        self._session = session
        sheet = MoreSheet(self._window, self._desk.texts)
        sheet.cash_in_wanted.connect(lambda: self._move_cash(session, CashDirection.IN))
        sheet.cash_out_wanted.connect(lambda: self._move_cash(session, CashDirection.OUT))
        sheet.advance_wanted.connect(lambda: self._advance(session))
        sheet.drawer_wanted.connect(lambda: self._ask_drawer(session))
        sheet.reprint_wanted.connect(lambda: self._reprint(session))
        sheet.x_report_wanted.connect(lambda: self._show_x_report(session))
        sheet.lock_wanted.connect(self.lock_wanted)
        sheet.ask()

    def _move_cash(self, session: Session, direction: CashDirection) -> None:
        sheet = CashSheet(self._window, self._desk, session, direction)
        sheet.moved.connect(self._note_cash)
        sheet.ask()

    def _advance(self, session: Session) -> None:
        sheet = AdvanceSheet(self._window, self._desk, session)
        sheet.advanced.connect(self._note_cash)
        sheet.ask()

    def _note_cash(self, event: CashMoved | Advance) -> None:
        if self._session is not None:
            self.noted.emit(cash_noted(event, self._session.terms, self._desk.texts))
        self._printing.open_drawer()
        self.paper_wanted.emit()

    def _ask_drawer(self, session: Session) -> None:
        sheet = DrawerSheet(self._window, self._desk, session)
        sheet.drawer_wanted.connect(self._open_drawer)
        sheet.ask()

    def _open_drawer(self, event: DrawerOpened) -> None:
        """It is in the books already, with both names."""
        del event
        if self._printing.has_printer:
            self._printing.open_drawer()
            return
        title = self._desk.texts._("The opening is noted.")
        self.noted.emit(Message(Tone.HELP, title, self._desk.texts._("No printer opens the drawer here: use its key.")))

    def _reprint(self, session: Session) -> None:
        self._reprints.start(session)
        self.shown.emit(self._reprints)

    def _show_x_report(self, session: Session) -> None:
        self._x_report.start(session)
        self.shown.emit(self._x_report)

    def _print_x(self, shift: ShiftSoFar) -> None:
        del shift  # the paper is made of the books as they are when it is printed
        try:
            self._printing.print_x()
        except (Refusal, BooksUnavailable) as trouble:
            self._x_report.show_message(told(trouble, self._desk.texts))

    # --- the screens, each made when it is first needed --------------------------------------------------------------

    @cached_property
    def _reprints(self) -> ReprintScreen:
        screen = ReprintScreen(self._desk)
        screen.copy_wanted.connect(self.copy_wanted)
        screen.left.connect(self.left)
        return screen

    @cached_property
    def _x_report(self) -> XReportScreen:
        screen = XReportScreen(self._desk)
        screen.print_wanted.connect(self._print_x)
        screen.left.connect(self.left)
        return screen
