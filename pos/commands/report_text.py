"""A report as plain text, for a terminal."""

from collections.abc import Iterator, Sequence
from datetime import date

from pos.domain.money import Money
from pos.domain.reports import Report, ShiftFigures
from pos.texts import Texts

_WIDTH = 78
_COLUMN = 10


def report_text(report: Report, day: date | None, texts: Texts) -> str:
    """The day's or the exhibition's figures, a screen wide: sales, tenders, shifts, units."""
    when = texts.long_date(day) if day else texts._("the whole exhibition")
    lines = [f"{report.exhibition_name} · {when} · {texts.symbol(report.currency.code)}", "═" * _WIDTH]
    for section in (_sales(report, texts), _tenders(report, texts), _shifts(report, texts), _units(report, texts)):
        lines += [*section, ""]
    return "\n".join(lines[:-1])


def _amount(money: Money, texts: Texts) -> str:
    return texts.amount(money.minor, money.currency.digits)


def _sales(report: Report, texts: Texts) -> Iterator[str]:
    _ = texts._
    sales = report.sales
    yield _pair(_("Receipts"), texts.amount(sales.receipts, 0))
    yield _pair(_("Pieces"), texts.amount(sales.pieces, 0))
    yield _pair(_("Yapa pieces"), texts.amount(sales.yapa_pieces, 0))
    for words, money in (
        (_("Sold"), sales.gross),
        (_("Returned"), -sales.returns),
        (_("Net sales"), sales.net),
        (_("Cash rounding"), sales.rounding),
        (_("Paid by the network for promotion"), sales.promotion),
    ):
        yield _pair(words, _amount(money, texts))


def _tenders(report: Report, texts: Texts) -> Iterator[str]:
    yield texts._("How it was paid")
    names = {
        "cash": texts._("Cash"),
        "qr": texts._("QR transfer"),
        "card": texts._("Card"),
        "transfer": texts._("Bank transfer"),
    }
    for row in report.tenders:
        words = f"  {names[row.kind]} {texts.symbol(row.amount.currency.code)} {_amount(row.amount, texts)}"
        yield _pair(words, _amount(row.base, texts))


def _shifts(report: Report, texts: Texts) -> Iterator[str]:
    yield texts._("Closed shifts")
    for shift in report.shifts:
        yield from _shift(shift, texts)


def _shift(shift: ShiftFigures, texts: Texts) -> Iterator[str]:
    receipts = "–".join(shift.receipts) if shift.receipts else "–"
    yield _pair(f"  {shift.till} Z{shift.z} · {shift.cashier} · {receipts}", _amount(shift.grand_total, texts))
    for cash in shift.cash:
        counted = texts._("counted %(counted)s of %(expected)s") % {
            "counted": _amount(cash.counted, texts),
            "expected": _amount(cash.expected, texts),
        }
        yield _pair(f"    {texts.symbol(cash.counted.currency.code)} {counted}", _amount(cash.over_short, texts))


def _units(report: Report, texts: Texts) -> Iterator[str]:
    _ = texts._
    yield _row("", (_("Sold"), _("Withheld"), _("Costs"), _("Paid"), _("Balance")))
    for unit in report.units:
        withheld, paid = unit.commission + unit.fund, unit.advances + unit.paid
        figures = (unit.gross, withheld, unit.costs, paid, unit.balance)
        yield _row(f"{unit.unit} {unit.name}", [_amount(money, texts) for money in figures])
    withheld = report.total("commission") + report.total("fund")
    paid = report.total("advances") + report.total("paid")
    totals = (report.total("gross"), withheld, report.total("costs"), paid, report.total("balance"))
    yield _row(_("Total"), [_amount(money, texts) for money in totals])


def _pair(left: str, right: str) -> str:
    return left + right.rjust(max(_WIDTH - len(left), len(right) + 1))


def _row(name: str, cells: Sequence[str]) -> str:
    """A unit's name and its figures; a name that is too long has a line of its own."""
    figures = "".join(cell.rjust(_COLUMN) for cell in cells)
    room = _WIDTH - len(figures)
    return f"{name}\n{figures.rjust(_WIDTH)}" if len(name) > room else name.ljust(room) + figures
