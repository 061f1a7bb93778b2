"""Opening a shift with a counted float, moving cash, and closing blind."""

from collections.abc import Mapping

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.refusals import ShiftAlreadyOpen
from pos.domain.shifts import (
    CashDirection,
    CashMoved,
    ShiftClosed,
    ShiftOpened,
    balance_cash,
    count_cash,
    move_cash,
    open_shift,
)
from pos.services.acts import Act, done_before, shift_of
from pos.services.cataloguing import Cataloguing
from pos.storage.books import Books
from pos.storage.journal import OpenShift

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

    def move_cash(self, act: Act, direction: CashDirection, amount: Money, reason: str) -> CashMoved:
        """Put cash in or take it out, with a reason; raises `NoOpenShift`, and as `shifts.move_cash`."""
        exhibition = self._exhibition(act)
        with self._books.transaction() as books:
            before = done_before(books, act, CashMoved)
            if before is not None:
                return before
            shift = shift_of(books, act)
            moved = move_cash(act.stamp(exhibition, shift.id), shift.cashier, direction, amount, reason)
            books.journal.append(moved)
        return moved

    def close(self, act: Act, counts: Counts) -> ShiftClosed:
        """Close the open shift with what was counted; raises `NoOpenShift`, and as `shifts.count_cash`.

        The counts are given before anything tells what is expected: the close is blind.
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
            journal.append(closed)
        return closed

    def _exhibition(self, act: Act) -> Exhibition:
        return self._catalogue.terms().exhibition(act.exhibition)
