"""The money of a settlement on A4: the unit's accounts, the balance in its box, and what each member gets of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pos.domain.documents import SettlementCost, SettlementPaper, SettlementPayment
from pos.domain.exhibitions import CostShare
from pos.domain.money import Money
from pos.printing.pdf_flow import Flow
from pos.printing.pdf_page import HAIR, Sheet
from pos.printing.pdf_tables import Column, Row, RuledTable
from pos.printing.pdf_type import BODY, BOLD, REGULAR, Type, baseline, figure, shrunk, wrapped
from pos.texts import Texts

_LABEL = Type(REGULAR, 13.5)
_AMOUNT = Type(REGULAR, 14)
_BALANCE = Type(BOLD, 38)
_BALANCE_LABEL = Type(BOLD, 16)
_BALANCE_LINE = 44.0
_BOX_EDGE = 2.5
_BOX_PAD = _BOX_EDGE + 14
_WAY = Type(REGULAR, 14)
_WAY_LINE = 1.9 * _WAY.size
_ONE_MONTH = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Spacing:
    """How much room a settlement gives: over and under a table's row and an account's, over a heading, to sign in."""

    row: float
    account: float
    heading: float
    signing: float


AS_DESIGNED = Spacing(row=4.0, account=3.5, heading=13.0, signing=84.0)
TIGHT = Spacing(row=1.5, account=1.5, heading=9.0, signing=58.0)
"""Where that saves a sheet of paper."""


def accounts(flow: Flow, paper: SettlementPaper, texts: Texts, spacing: Spacing) -> None:
    """What makes up the balance, line by line, from what was brought forward to what was paid."""
    lines = _lines(paper, texts)
    line_height = _AMOUNT.leading + 2 * spacing.account + HAIR
    flow.heading(texts._("Your accounts"), spacing.heading, line_height)
    for words, money in lines:
        _account(flow, words, figure(texts, money), spacing)


class BalanceBox:
    """The balance: to be paid, nothing, or (the unit was paid more than it earned) owed to the network."""

    def __init__(self, balance: Money, texts: Texts, width: float) -> None:
        size = Money(abs(balance.minor), balance.currency)
        label, remark = texts._("TO PAY, %(symbol)s"), ""
        if not balance:
            label, remark = texts._("EVEN, %(symbol)s"), texts._("Nothing is to be paid")
        elif balance.minor < 0:
            label, remark = texts._("OWES, %(symbol)s"), texts._("It goes over to the next settlement")
        spelled = texts.in_words(size.minor, size.currency.digits, size.currency.code) if balance else ""
        # The hundredths and the currency's name stay on one line.
        spelled = "\N{NO-BREAK SPACE}".join(spelled.rsplit(" ", 1))
        room = width - 2 * _BOX_PAD
        self._width = width
        self._label = label % {"symbol": texts.symbol(balance.currency.code)}
        self._lines = [line for words in (spelled, remark) if words for line in wrapped(words, BODY, room)]
        self._amount = figure(texts, size)
        self._kind = shrunk(self._amount, _BALANCE, room - _BALANCE_LABEL.width(self._label) - 12, smallest=16)
        self.height = 2 * _BOX_EDGE + 7 + _BALANCE_LINE + BODY.leading * len(self._lines) + 8

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """The box with its upper left corner there."""
        sheet.box(left, top, self._width, self.height, weight=_BOX_EDGE, radius=6)
        line_top = top + _BOX_EDGE + 7
        stand = baseline(line_top, _BALANCE_LINE, _BALANCE.size)
        sheet.text(left + _BOX_PAD, stand, self._label, _BALANCE_LABEL)
        sheet.text(left + self._width - _BOX_PAD, stand, self._amount, self._kind, "right")
        sheet.lines(left + _BOX_PAD, line_top + _BALANCE_LINE, self._lines)


def members(flow: Flow, paper: SettlementPaper, texts: Texts, spacing: Spacing) -> None:
    """Who gets how much of what is to be paid; where nothing is, how much each has earned at the exhibition."""
    to_pay = paper.balance.minor > 0
    symbol = texts.symbol(paper.balance.currency.code)
    weights = sum(member.weight for member in paper.members)
    amounts = [member.to_receive if to_pay else member.earned for member in paper.members]
    columns = [
        Column(texts._("Name"), "left"),
        Column(texts.pgettext("settlement", "Part")),
        Column(symbol if to_pay else texts._("Earned %(symbol)s") % {"symbol": symbol}, bold=True, least=81.0),
        Column(texts._("Received"), least=74.0),
    ]
    rows = [
        Row(member.name, (f"{member.weight}/{weights}", figure(texts, amount), ""))
        for member, amount in zip(paper.members, amounts, strict=True)
    ]
    total = Money(sum(amount.minor for amount in amounts), paper.balance.currency)
    ends = (texts._("Total"), str(weights), figure(texts, total), "")
    table = RuledTable(columns, rows, flow.width, total=ends, pad=spacing.row)
    flow.titled_table(texts._("Shared among the members"), spacing.heading, table)


def ways_to_pay(flow: Flow, texts: Texts, spacing: Spacing) -> None:
    """Boxes to tick with a pen, and room for which till or which account."""
    ways = (texts._("Cash, till ______ shift ______"), texts._("Bank, account ending in ____________"))
    flow.heading(texts._("How it is paid"), spacing.heading, _WAY_LINE * len(ways))
    for words in ways:
        flow.draw(_WAY_LINE, lambda sheet, top, words=words: _way(sheet, flow.left, top, words))  # type: ignore[misc]


def _lines(paper: SettlementPaper, texts: Texts) -> list[tuple[str, Money]]:
    return [
        (texts._("Balance brought forward"), paper.brought_forward),
        (texts._("Sales of your products"), paper.gross),
        (_with_rate(texts._("Commission of the network"), paper.commission_bps, texts), -paper.commission),
        (_with_rate(texts._("Revolving fund"), paper.fund_bps, texts), -paper.fund),
        *((_cost_words(cost, texts), -cost.part) for cost in paper.costs),
        *((_payment_words(payment, paper, texts), -payment.amount) for payment in paper.payments),
    ]


def _with_rate(words: str, bps: int | None, texts: Texts) -> str:
    rate = texts._("at several rates") if bps is None else texts.rate(bps)
    return f"{words}, {rate}"


def _cost_words(cost: SettlementCost, texts: Texts) -> str:
    how = {
        CostShare.EQUAL: texts._("Your part: %(cost)s (%(total)s among %(units)d)"),
        CostShare.WEIGHT: texts._("Your part: %(cost)s (%(total)s by participation, among %(units)d)"),
        CostShare.GROSS: texts._("Your part: %(cost)s (%(total)s by sales, among %(units)d)"),
    }[CostShare(cost.shared)]
    return how % {"cost": cost.name, "total": figure(texts, cost.total), "units": cost.among}


def _payment_words(payment: SettlementPayment, paper: SettlementPaper, texts: Texts) -> str:
    words = {
        "advance": texts._("Advance of %(day)s, %(time)s"),
        "cash": texts._("Paid on %(day)s, %(time)s, in cash"),
        "transfer": texts._("Paid on %(day)s, %(time)s, by bank"),
    }[payment.kind]
    return words % {"day": _day(payment.at, paper, texts), "time": texts.time(payment.at)}


def _day(at: datetime, paper: SettlementPaper, texts: Texts) -> str:
    """The day as people say it where that can mean one day of this exhibition only, else its date."""
    day = at.date()
    if paper.starts <= day <= paper.ends and paper.ends - paper.starts <= _ONE_MONTH:
        return texts.weekday_day(day)
    return texts.date(day)


def _account(flow: Flow, words: str, amount: str, spacing: Spacing) -> None:
    lines = wrapped(words, _LABEL, flow.width - _AMOUNT.width(amount) - 14)
    height = max(_LABEL.leading * len(lines), _AMOUNT.leading) + 2 * spacing.account + HAIR

    def drawing(sheet: Sheet, top: float) -> None:
        middle = top + (height - HAIR) / 2
        sheet.lines(flow.left, middle - _LABEL.leading * len(lines) / 2, lines, _LABEL)
        stand = baseline(middle - _AMOUNT.leading / 2, _AMOUNT.leading, _AMOUNT.size)
        sheet.text(flow.right, stand, amount, _AMOUNT, "right")
        sheet.rule(flow.left, flow.right, top + height - HAIR / 2)

    flow.draw(height, drawing)


def _way(sheet: Sheet, left: float, top: float, words: str) -> None:
    stand = baseline(top, _WAY_LINE, _WAY.size)
    sheet.box(left, stand + 3 - 16, 16, 16, radius=0)
    sheet.text(left + 24, stand, words, _WAY)
