"""The tables of the stall's report: tenders, what the network keeps, shifts, what each unit is owed, and its goods."""

from collections.abc import Callable, Iterable
from functools import partial

from pos.domain.documents import ReportPaper
from pos.domain.money import Money
from pos.domain.reports import Report, ShiftCash, ShiftFigures, StockPosition
from pos.printing.pdf_tables import Column, Row, RuledTable
from pos.printing.pdf_type import ALERT, EMPTY, QUIET, Type, capital, count_or_dash, figure, figure_or_dash
from pos.texts import Texts

_ROW = 3.0
"""Over and under the words of a row."""
_LONG_ROW = 2.0
"""The same in the table of goods, which runs over pages."""


def tenders_table(report: Report, texts: Texts, width: float) -> RuledTable:
    """What came in by each kind of tender, change and refunds taken off, in its own currency and in the base one."""
    kinds = {
        "cash": texts.pgettext("tender", "Cash"),
        "qr": texts.pgettext("tender", "QR"),
        "card": texts.pgettext("tender", "Card"),
        "transfer": texts.pgettext("tender", "Bank"),
    }
    rows = [
        Row(
            kinds[tender.kind],
            (
                capital(texts.currency_name(tender.amount.currency.code)),
                figure(texts, tender.amount),
                figure(texts, tender.base),
            ),
        )
        for tender in report.tenders
    ]
    columns = [
        Column(texts.pgettext("tender", "Kind"), "left"),
        Column(texts._("Currency"), "left"),
        Column(texts._("Amount")),
        Column(texts._("In %(symbol)s") % {"symbol": texts.symbol(report.currency.code)}, bold=True),
    ]
    total = sum((tender.base for tender in report.tenders), Money(0, report.currency))
    return RuledTable(columns, rows, width, total=(texts._("Total"), "", "", figure(texts, total)), pad=_ROW)


def network_table(report: Report, texts: Texts, width: float) -> RuledTable:
    """What the network keeps of what was sold, and what the units bear of the exhibition's costs."""
    columns = [Column("", "left"), Column(texts.symbol(report.currency.code), bold=True)]
    rows = [
        Row(words, (figure(texts, report.total(name)),))
        for words, name in (
            (texts._("Commission"), "commission"),
            (texts._("Revolving fund"), "fund"),
            (texts._("Costs shared among the producers"), "costs"),
        )
    ]
    return RuledTable(columns, rows, width, pad=_ROW)


def shifts_table(report: Report, texts: Texts, width: float) -> RuledTable:
    """Each closed shift, a row for each currency in its drawer: what should be there, what was, and the difference."""
    columns = [
        Column(texts.pgettext("report", "Shift"), "left", bold=True),
        Column(texts._("Currency"), "left"),
        Column(texts._("Opening float")),
        Column(texts._("Expected")),
        Column(texts._("Counted")),
        Column(texts._("Difference"), bold=True),
        Column(texts._("Grand total of the till")),
    ]
    rows = [row for shift in report.shifts for row in _shift_rows(shift, texts)]
    return RuledTable(columns, rows, width, pad=_ROW)


def units_table(paper: ReportPaper, texts: Texts, width: float) -> RuledTable:
    """Each unit's account in the period, from what was brought forward to what it is owed now."""
    report = paper.report
    emblems = dict(paper.emblems)
    columns = [
        Column(texts._("Producer"), "left"),
        Column(texts._("Brought forward")),
        Column(texts.pgettext("report", "Sales")),
        Column(texts._("Commission")),
        Column(texts.pgettext("report", "Fund")),
        Column(texts.pgettext("report", "Earned")),
        Column(texts.pgettext("report", "Costs")),
        Column(texts.pgettext("report", "Advances")),
        Column(texts.pgettext("report", "Paid")),
        Column(texts._("Still owed"), bold=True),
    ]
    rows = [
        Row(
            unit.name,
            _account_cells(partial(getattr, unit), texts),
            ((texts._("owes the network"), ALERT),) if unit.balance.minor < 0 else (),
            emblems.get(unit.unit),
        )
        for unit in report.units
    ]
    count = texts.ngettext("%(n)d producer", "%(n)d producers", len(report.units)) % {"n": len(report.units)}
    total = (count, *_account_cells(report.total, texts))
    return RuledTable(columns, rows, width, total=total, pad=_ROW)


def goods_table(paper: ReportPaper, texts: Texts, width: float) -> RuledTable:
    """Each unit's goods from the exhibition's start to the end of the period, with the sums of the unit and of all."""
    names = dict(paper.product_names)
    emblems = dict(paper.emblems)
    columns = [
        Column(texts._("Product"), "left"),
        Column(texts.pgettext("report", "Code"), "left"),
        *(
            Column(words, least=74.0)
            for words in (
                texts.pgettext("settlement", "Delivered"),
                texts.pgettext("settlement", "Sold"),
                texts._("Yapa"),
                texts.pgettext("settlement", "Back from buyers"),
                texts.pgettext("settlement", "Loss"),
                texts.pgettext("report", "Returned to the producer"),
                texts.pgettext("report", "Left"),
                texts.pgettext("report", "Undelivered"),
            )
        ),
    ]
    rows = []
    for unit in paper.report.units:
        if unit.products:
            rows.append(Row(unit.name, ("", *_summed(unit.products, texts)), (), emblems.get(unit.unit), leading=True))
        for item in unit.products:
            cells = (item.sku, *(count_or_dash(texts, count) for count in _counts(item)))
            rows.append(Row(names.get(item.sku, item.sku), cells, _undelivered(item, texts), belonging=True))
    everything = [item for unit in paper.report.units for item in unit.products]
    total = (texts._("Total"), "", *_summed(everything, texts)) if everything else ()
    return RuledTable(columns, rows, width, total=total, pad=_LONG_ROW)


def _shift_rows(shift: ShiftFigures, texts: Texts) -> list[Row]:
    name = texts._("Till %(till)s, Z %(number)d") % {"till": shift.till, "number": shift.z}
    opened, closed = shift.opened_at, shift.closed_at
    until = texts.time(closed)
    if opened.date() != closed.date():
        until = f"{texts.weekday_day(closed.date())}, {until}"
    hours = texts._("%(day)s, %(opened)s to %(closed)s") % {
        "day": texts.weekday_day(opened.date()),
        "opened": texts.time(opened),
        "closed": until,
    }
    sales = texts._("No sale")
    if shift.receipts:
        sales = texts._("Sales %(first)s to %(last)s") % {"first": shift.receipts[0], "last": shift.receipts[1]}
    notes = ((f"{shift.cashier} · {hours}", QUIET), (sales, QUIET))
    grand_total = figure(texts, shift.grand_total)
    rows = [Row(name, (*[EMPTY] * 5, grand_total), notes)] if not shift.cash else []
    for n, cash in enumerate(shift.cash):
        cells = (*_cash_cells(cash, texts), "" if n else grand_total)
        rows.append(Row(name, cells, () if n else notes))
    return rows


def _cash_cells(cash: ShiftCash, texts: Texts) -> tuple[str, ...]:
    amounts = (figure(texts, amount) for amount in (cash.opening_float, cash.expected, cash.counted))
    return (capital(texts.currency_name(cash.counted.currency.code)), *amounts, _difference(cash.over_short, texts))


def _difference(over_short: Money, texts: Texts) -> str:
    """Over and short are said in words: a minus before a sum is easily missed."""
    if not over_short:
        return texts._("tallies")
    words = texts._("%(amount)s over") if over_short.minor > 0 else texts._("%(amount)s short")
    return words % {"amount": figure(texts, over_short if over_short.minor > 0 else -over_short)}


def _account_cells(of: Callable[[str], Money], texts: Texts) -> tuple[str, ...]:
    """One account, a unit's or all units' together: what lowers the balance stands with a minus."""
    return (
        figure_or_dash(texts, of("brought_forward")),
        figure_or_dash(texts, of("gross")),
        *(figure_or_dash(texts, -of(name)) for name in ("commission", "fund")),
        figure_or_dash(texts, of("earned")),
        *(figure_or_dash(texts, -of(name)) for name in ("costs", "advances", "paid")),
        figure(texts, of("balance")),
    )


def _counts(item: StockPosition) -> tuple[int, ...]:
    return (item.delivered, item.sold, item.yapa, item.back, item.loss, item.returned, item.left, item.undelivered)


def _summed(items: Iterable[StockPosition], texts: Texts) -> tuple[str, ...]:
    return tuple(count_or_dash(texts, sum(column)) for column in zip(*map(_counts, items), strict=True))


def _undelivered(item: StockPosition, texts: Texts) -> tuple[tuple[str, Type], ...]:
    if not item.undelivered:
        return ()
    words = texts.ngettext("%(n)d piece went out undelivered", "%(n)d pieces went out undelivered", item.undelivered)
    return ((words % {"n": item.undelivered}, ALERT),)
