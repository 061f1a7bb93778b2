"""The money of a settlement on A4: the unit's accounts, the balance in its box, and what each member gets of it."""

from dataclasses import dataclass

from pos.domain.documents import SettlementPaper
from pos.domain.money import Money
from pos.printing.pdf_flow import Flow
from pos.printing.pdf_page import HAIR, Sheet
from pos.printing.pdf_tables import Column, Row, RuledTable
from pos.printing.pdf_type import BODY, BOLD, REGULAR, Type, baseline, figure, shrunk, wrapped
from pos.printing.settlement_words import account_lines, balance_words
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
    lines = account_lines(paper, texts)
    line_height = _AMOUNT.leading + 2 * spacing.account + HAIR
    flow.heading(texts._("Your accounts"), spacing.heading, line_height)
    for words, money in lines:
        _account(flow, words, figure(texts, money), spacing)


class BalanceBox:
    """The balance: to be paid, nothing, or (the unit was paid more than it earned) owed to the network."""

    def __init__(self, balance: Money, texts: Texts, width: float) -> None:
        words = balance_words(balance, texts)
        room = width - 2 * _BOX_PAD
        self._width = width
        self._label = words.label
        self._lines = [line for said in (words.spelled, words.remark) if said for line in wrapped(said, BODY, room)]
        self._amount = figure(texts, words.size)
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
