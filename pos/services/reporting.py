"""What the books know about a day or an exhibition, as the figures of `stall-report/1`."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pos.domain.barcodes import receipt_number
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, currency
from pos.domain.reports import (
    MemberFigures,
    Report,
    SalesFigures,
    ShiftCash,
    ShiftFigures,
    TenderFigures,
    UnitFigures,
)
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading
from pos.storage.figures import ClosedShift, Period, ReceiptSums, ShareSums


class Reporting:
    """Makes reports; it reads, and never writes."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def report(self, exhibition_id: str, day: date | None = None) -> Report:
        """The figures of a day (all tills), or of the whole exhibition; raises `UnknownExhibition`."""
        terms = self._catalogue.terms()
        exhibition = terms.exhibition(exhibition_id)
        with self._books.reading() as books:
            return report_of(books, terms, exhibition, day)

    def days(self, exhibition_id: str) -> tuple[date, ...]:
        """The days on which anything happened at an exhibition."""
        with self._books.reading() as books:
            return tuple(map(date.fromisoformat, books.figures.days(exhibition_id)))


def report_of(books: Reading, terms: Terms, exhibition: Exhibition, day: date | None) -> Report:
    """The figures as one reading of the books has them; None for the day is the whole exhibition."""
    text = day.isoformat() if day else None
    period = Period(exhibition.id, text, text)
    first, last = (day, day) if day else (exhibition.starts, exhibition.ends)
    sold, back = books.figures.sales(period), books.figures.returns(period)
    return Report(
        exhibition=exhibition.id,
        exhibition_name=exhibition.name,
        currency=exhibition.currency,
        starts=_midnight(exhibition, first),
        ends=_midnight(exhibition, last + timedelta(days=1)),
        sales=_sales(exhibition, sold, back),
        tenders=_tenders(books, exhibition, period, sold.change),
        shifts=tuple(_shift(exhibition, shift) for shift in books.figures.shifts(period)),
        units=_units(books, terms, exhibition, period, day),
    )


def _midnight(exhibition: Exhibition, day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(exhibition.timezone))


def _sales(exhibition: Exhibition, sold: ReceiptSums, back: ReceiptSums) -> SalesFigures:
    def money(minor: int) -> Money:
        return Money(minor, exhibition.currency)

    return SalesFigures(
        receipts=sold.receipts,
        pieces=sold.pieces,
        gross=money(sold.net),
        returns=money(-back.net),
        rounding=money(sold.rounding + back.rounding),
        promotion=money(sold.promotion + back.promotion),
        yapa_pieces=sold.yapa_pieces,
    )


def _tenders(books: Reading, exhibition: Exhibition, period: Period, change: int) -> tuple[TenderFigures, ...]:
    sums = dict(books.figures.tenders(period))
    if change:
        own_cash = (TenderKind.CASH.value, exhibition.currency.code)
        amount, base = sums.get(own_cash, (0, 0))
        sums[own_cash] = (amount - change, base - change)
    return tuple(
        TenderFigures(kind, Money(amount, currency(code)), Money(base, exhibition.currency))
        for (kind, code), (amount, base) in sorted(sums.items())
    )


def _shift(exhibition: Exhibition, shift: ClosedShift) -> ShiftFigures:
    receipts = None
    if shift.first_sale is not None and shift.last_sale is not None:
        receipts = (receipt_number(shift.till, shift.first_sale), receipt_number(shift.till, shift.last_sale))
    cash = tuple(
        ShiftCash(*(Money(amount, currency(code)) for amount in (opening_float, expected, counted)))
        for code, opening_float, expected, counted in shift.cash
    )
    return ShiftFigures(
        till=shift.till,
        z=shift.z,
        cashier=shift.cashier,
        receipts=receipts,
        cash=cash,
        grand_total=Money(shift.grand_total, exhibition.currency),
        opened_at=shift.opened_at,
        closed_at=shift.closed_at,
    )


def _units(
    books: Reading, terms: Terms, exhibition: Exhibition, period: Period, day: date | None
) -> tuple[UnitFigures, ...]:
    figures = books.figures
    shares, members, stock = figures.shares(period), figures.members(period), figures.stock(period)
    advances = figures.advances(period)
    paid = figures.payouts(period)
    costs = figures.costs(period)
    forward, touched = _brought_forward(books, terms, exhibition, day)
    taking_part = {participation.unit for participation in exhibition.participations}
    touched |= shares.keys() | stock.keys() | advances.keys() | paid.keys() | costs.keys()

    def money(by_unit: Mapping[str, int], unit: str) -> Money:
        return Money(by_unit.get(unit, 0), exhibition.currency)

    rows = []
    for unit in sorted(taking_part | touched):
        sums = shares.get(unit, ShareSums())
        rows.append(
            UnitFigures(
                unit=unit,
                name=terms.unit(unit).name,
                gross=Money(sums.gross, exhibition.currency),
                commission=Money(sums.commission, exhibition.currency),
                fund=Money(sums.fund, exhibition.currency),
                costs=money(costs, unit),
                advances=money(advances, unit),
                paid=money(paid, unit),
                brought_forward=money(forward, unit),
                members=_members(terms, exhibition, unit, members.get(unit, {})),
                products=tuple(stock.get(unit, ())),
            )
        )
    return tuple(rows)


def _members(terms: Terms, exhibition: Exhibition, unit: str, earned: Mapping[str, int]) -> tuple[MemberFigures, ...]:
    """The unit's members in their order, then those who earned before they left it."""
    now = [member.name for member in terms.unit(unit).members]
    names = [*now, *sorted(earned.keys() - set(now))]
    return tuple(MemberFigures(name, Money(earned.get(name, 0), exhibition.currency)) for name in names)


def _brought_forward(
    books: Reading, terms: Terms, exhibition: Exhibition, day: date | None
) -> tuple[Mapping[str, int], set[str]]:
    """Each unit's balance before the period, and the units that this exhibition had touched by then.

    It is what earlier exhibitions left owing, and what this one's days before the day did.
    """
    forward = dict(books.figures.owed(terms.carried_into(exhibition)))
    if day is None:
        return forward, set()
    here = books.figures.owed([exhibition.id], last=(day - timedelta(days=1)).isoformat())
    for unit, amount in here.items():
        forward[unit] = forward.get(unit, 0) + amount
    return forward, set(here)
