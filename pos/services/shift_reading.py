"""An open shift's figures, put together from the sums that the books give."""

from functools import partial

from pos.domain.barcodes import receipt_number
from pos.domain.money import Currency, Money, currency
from pos.domain.shift_figures import CashForReason, CashToUnit, ShiftSoFar, Taking
from pos.domain.shifts import CashDirection, ShiftOpened
from pos.domain.stamps import EventId
from pos.domain.tenders import TenderKind
from pos.storage.books import Reading
from pos.storage.shift_sums import SaleSums, TenderSums


def read_shift(books: Reading, till: str, shift: EventId, number: int, base: Currency) -> ShiftSoFar:
    """What a till's shift came to; `number` is its Z's, `base` the currency of its exhibition."""
    sums, money = books.shift_sums, partial(Money, currency=base)
    opened = books.journal.event(shift)
    if not isinstance(opened, ShiftOpened):
        raise TypeError(f"the shift {shift} of till {till} is no opening of a shift")
    sold, back = sums.sales(shift), sums.returns(shift)
    received, given_back = sums.received(shift), sums.given_back(shift)
    own_cash = (TenderKind.CASH.value, base.code)
    opening_float = books.journal.opening_float(shift)
    drawer = books.journal.drawer(shift)
    return ShiftSoFar(
        number=number,
        opened=opened,
        opening_float={code: Money(opening_float[code], currency(code)) for code in sorted(opening_float)},
        sales=sold.count,
        pieces=sold.pieces,
        gross=money(sold.due),
        returns=money(-back.due),
        rounding=money(sold.rounding + back.rounding),
        returned=back.count,
        voids=back.voids,
        first_receipt=receipt_number(till, sold.first) if sold.first else None,
        last_receipt=receipt_number(till, sold.last) if sold.last else None,
        tenders=_takings(received, given_back, sold, base),
        sales_cash=money(received.get(own_cash, _NONE)[1] - sold.change),
        refunds_cash=money(-given_back.get(own_cash, _NONE)[1]),
        cash_in=_for_reasons(books, shift, CashDirection.IN, base),
        cash_out=_for_reasons(books, shift, CashDirection.OUT, base),
        advances=tuple(CashToUnit(unit, money(amount)) for unit, amount in sums.advances(shift)),
        payouts=tuple(CashToUnit(unit, money(amount)) for unit, amount in sums.payouts(shift)),
        drawer_openings=sums.drawer_openings(shift, till),
        expected={
            code: Money(drawer.get(code, (0, 0))[0], currency(code)) for code in sorted(opening_float.keys() | drawer)
        },
    )


_NONE = (0, 0, 0)


def _takings(received: TenderSums, given_back: TenderSums, sold: SaleSums, base: Currency) -> tuple[Taking, ...]:
    """By kind, the base currency before the foreign ones."""
    kinds = list(TenderKind)
    rows = received.keys() | given_back.keys()
    if sold.change:
        rows |= {(TenderKind.CASH.value, base.code)}
    takings = []
    for kind, code in sorted(rows, key=lambda row: (kinds.index(TenderKind(row[0])), row[1] != base.code, row[1])):
        change = sold.change if (kind, code) == (TenderKind.CASH.value, base.code) else 0
        count, amount, worth = received.get((kind, code), _NONE)
        _, back, back_worth = given_back.get((kind, code), _NONE)
        kept = Money(amount + back - change, currency(code))
        takings.append(Taking(kind, code, count, kept, Money(worth + back_worth - change, base)))
    return tuple(takings)


def _for_reasons(books: Reading, shift: EventId, direction: CashDirection, base: Currency) -> tuple[CashForReason, ...]:
    moved = books.shift_sums.cash_moved(shift, direction)
    return tuple(CashForReason(reason, Money(amount, base)) for reason, amount in moved)
