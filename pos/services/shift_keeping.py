"""Opening a shift with a counted float, moving cash, and closing blind."""

from collections.abc import Mapping, Sequence

from pos.domain.close_notes import NO_REMARKS, Remarks, note_close
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import NoOpenShift, ShiftAlreadyOpen
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.shifts import (
    CashDirection,
    CashMoved,
    DrawerOpened,
    ShiftClosed,
    ShiftOpened,
    balance_cash,
    count_cash,
    move_cash,
    open_drawer,
    open_shift,
)
from pos.services.acts import Act, done_before, shift_of
from pos.services.cataloguing import Cataloguing
from pos.services.shift_reading import read_shift
from pos.storage.books import Books
from pos.storage.journal import DrawerMove, OpenShift

Counts = Mapping[str, Mapping[str, int]]
"""How many of each denomination, by currency code and denomination text: `{"BOB": {"20.00": 5}}`."""


class ShiftKeeping:
    """Keeps the till's shifts."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def current(self, till: str) -> OpenShift | None:
        """The till's open shift, None where it has none."""
        with self._books.reading() as books:
            return books.journal.till(till).shift

    def open(self, act: Act, cashier: str, opening_float: Counts) -> ShiftOpened:
        """Open a shift; raises `ShiftAlreadyOpen`, and as `shifts.open_shift`."""
        exhibition = self._exhibition(act)
        with self._books.transaction() as books:
            before = done_before(books, act, ShiftOpened)
            if before is not None:
                return before
            running = books.journal.till(act.till).shift
            if running is not None:
                raise ShiftAlreadyOpen(till=act.till, cashier=running.cashier)
            opened = open_shift(act.stamp(exhibition), cashier, opening_float, exhibition)
            books.journal.append(opened)
        return opened

    def move_cash(
        self, act: Act, direction: CashDirection, amount: Money, reason: str, *, paper: bool = False
    ) -> CashMoved:
        """Put cash in or take it out, with a reason; raises `NoOpenShift`, and as `shifts.move_cash`.

        `paper` puts a slip to sign into the print queue.
        """
        exhibition = self._exhibition(act)
        with self._books.transaction() as books:
            before = done_before(books, act, CashMoved)
            if before is not None:
                return before
            shift = shift_of(books, act)
            moved = move_cash(act.stamp(exhibition, shift.id), shift.cashier, direction, amount, reason)
            books.journal.append(moved, paper=paper)
        return moved

    def open_drawer(self, act: Act, reason: str, approval: Approval) -> DrawerOpened:
        """Note that the drawer is opened with no sale, for a reason; raises `NoOpenShift`, `BadText`.

        Both names are kept (docs/domain.md, "People and permission"). Whoever calls this opens the drawer afterwards.
        """
        exhibition = self._exhibition(act)
        with self._books.transaction() as books:
            before = done_before(books, act, DrawerOpened)
            if before is not None:
                return before
            shift = shift_of(books, act)
            opened = open_drawer(act.stamp(exhibition, shift.id), shift.cashier, approval.supervisor, reason)
            books.journal.append(opened)
        return opened

    def so_far(self, till: str, exhibition: str) -> ShiftSoFar:
        """The open shift's figures up to now, nothing closed; raises `NoOpenShift`, `UnknownExhibition`."""
        base = self._catalogue.terms().exhibition(exhibition).currency
        with self._books.reading() as books:
            shift = books.journal.till(till).shift
            if shift is None or shift.exhibition != exhibition:
                raise NoOpenShift(till=till)
            return read_shift(books, till, shift.id, shift.closed_before + 1, base)

    def last_close(self, till: str) -> ShiftClosed | None:
        """The till's last close, None where it never closed."""
        with self._books.reading() as books:
            return books.journal.last_close(till)

    def drawer_moves(self, till: str) -> Sequence[DrawerMove]:
        """All that moved cash in the till's open shift, in the order of time; none where no shift is open."""
        with self._books.reading() as books:
            shift = books.journal.till(till).shift
            return books.journal.drawer_moves(shift.id) if shift else ()

    def close(self, act: Act, counts: Counts, remarks: Remarks = NO_REMARKS, *, paper: bool = False) -> ShiftClosed:
        """Close the open shift with what was counted; raises `NoOpenShift`, and as `shifts.count_cash`.

        The counts are given before anything tells what is expected: the close is blind. `remarks` are kept with it;
        they raise as `close_notes.note_close`. `paper` puts its Z into the print queue.
        """
        exhibition = self._exhibition(act)
        with self._books.transaction() as books:
            before = done_before(books, act, ShiftClosed)
            if before is not None:
                return before
            shift = shift_of(books, act)
            counted = count_cash(counts, exhibition)
            journal = books.journal
            state = journal.till(act.till)
            sold = state.sale_number >= shift.first_sale
            closed = ShiftClosed(
                stamp=act.stamp(exhibition, shift.id),
                z=state.z_number + 1,
                cashier=shift.cashier,
                counted=counted,
                cash=balance_cash(journal.opening_float(shift.id), counted, journal.drawer(shift.id), exhibition),
                first_sale=shift.first_sale if sold else None,
                last_sale=state.sale_number if sold else None,
                grand_total=journal.grand_total(act.till, exhibition.currency.code) + journal.net_of_shift(shift.id),
            )
            if remarks:
                journal.append(note_close(closed.stamp, closed.cashier, remarks))
            journal.append(closed, paper=paper)
        return closed

    def _exhibition(self, act: Act) -> Exhibition:
        return self._catalogue.terms().exhibition(act.exhibition)
