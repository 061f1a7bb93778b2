"""Writes a report's figures as a workbook, a sheet for each list; amounts are numbers, texts never formulas."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from pos.domain.money import Money
from pos.domain.reports import Report
from pos.formats.report_file import in_order
from pos.formats.workbook_cells import CellWriter, Written
from pos.texts import Texts

Row = Sequence[Written]


def report_workbook(report: Report, path: Path, texts: Texts) -> None:
    """The report as an .xlsx file; raises `OSError`."""
    _ = texts._
    report = in_order(report)
    book = CellWriter()
    book.sheet(_("Summary"), [_("Figure"), _("Value")], _summary(report, texts))
    tender_columns = [_("Kind"), _("Currency"), _("Amount"), _("In base currency")]
    book.sheet(_("Tenders"), tender_columns, _tenders(report))
    shift_columns = [_("Till"), "Z", _("Cashier"), _("First receipt"), _("Last receipt"), _("Currency"), _("Float")]
    shift_columns += [_("Expected"), _("Counted"), _("Over or short"), _("Grand total")]
    book.sheet(_("Shifts"), shift_columns, _shifts(report))
    money = [_("Sold"), _("Commission"), _("Fund"), _("Earned"), _("Costs"), _("Advances"), _("Paid")]
    unit_columns = [_("Code"), _("Unit"), _("Brought forward"), *money, _("Balance")]
    book.sheet(_("Units"), unit_columns, _units(report))
    book.sheet(_("Members"), [_("Code"), _("Unit"), _("Member"), _("Earned")], _members(report))
    pieces = [_("Delivered"), _("Sold"), _("Yapa"), _("Back from buyers"), _("Returned to the unit"), _("Loss")]
    product_columns = [_("Code"), "SKU", *pieces, _("Left"), _("Undelivered")]
    book.sheet(_("Products"), product_columns, _products(report))
    book.save(path)


def _number(money: Money) -> Decimal:
    return Decimal(str(money))


def _summary(report: Report, texts: Texts) -> Iterator[Row]:
    _ = texts._
    sales = report.sales
    yield _("Exhibition"), report.exhibition_name
    yield _("Code"), report.exhibition
    yield _("Currency"), report.currency.code
    yield _("From"), report.starts.isoformat()
    yield _("Until"), report.ends.isoformat()
    yield _("Receipts"), sales.receipts
    yield _("Pieces"), sales.pieces
    yield _("Yapa pieces"), sales.yapa_pieces
    yield _("Sold"), _number(sales.gross)
    yield _("Returned"), _number(-sales.returns)
    yield _("Net sales"), _number(sales.net)
    yield _("Cash rounding"), _number(sales.rounding)
    yield _("Paid by the network for promotion"), _number(sales.promotion)
    yield _("Commission"), _number(report.total("commission"))
    yield _("Fund"), _number(report.total("fund"))
    yield _("Costs"), _number(report.total("costs"))


def _tenders(report: Report) -> Iterator[Row]:
    for row in report.tenders:
        yield row.kind, row.amount.currency.code, _number(row.amount), _number(row.base)


def _shifts(report: Report) -> Iterator[Row]:
    for shift in report.shifts:
        about = (shift.till, shift.z, shift.cashier, *(shift.receipts or (None, None)))
        total = _number(shift.grand_total)
        for cash in shift.cash:
            amounts = (cash.opening_float, cash.expected, cash.counted, cash.over_short)
            yield *about, cash.counted.currency.code, *map(_number, amounts), total
        if not shift.cash:
            yield *about, None, None, None, None, None, total


def _units(report: Report) -> Iterator[Row]:
    for unit in report.units:
        amounts = (
            unit.brought_forward,
            unit.gross,
            unit.commission,
            unit.fund,
            unit.earned,
            unit.costs,
            unit.advances,
            unit.paid,
            unit.balance,
        )
        yield unit.unit, unit.name, *map(_number, amounts)


def _members(report: Report) -> Iterator[Row]:
    for unit in report.units:
        for member in unit.members:
            yield unit.unit, unit.name, member.name, _number(member.earned)


def _products(report: Report) -> Iterator[Row]:
    for unit in report.units:
        for p in unit.products:
            yield unit.unit, p.sku, p.delivered, p.sold, p.yapa, p.back, p.returned, p.loss, p.left, p.undelivered
