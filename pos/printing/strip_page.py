"""A paper strip that is being laid out: its width, its language, and how all parts put text on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pos.domain.money import Money
from pos.domain.tenders import TenderKind
from pos.printing.columns import sides, width, wrap
from pos.printing.receipt_elements import Centred, Element, PaperWidth, Text
from pos.texts import N_, Texts

TENDERS = {
    TenderKind.CASH: N_("Cash"),
    TenderKind.QR: N_("QR"),
    TenderKind.CARD: N_("Card"),
    TenderKind.TRANSFER: N_("Transfer"),
}
"""What a means of payment is called on paper, before its currency."""


@dataclass(frozen=True, slots=True)
class StripPage:
    """The paper and the language; nothing that it lays out is wider than the paper, and no figure is ever cut."""

    paper: PaperWidth
    texts: Texts

    def amount(self, money: Money) -> str:
        """An amount in figures, without its currency."""
        return self.texts.amount(money.minor, money.currency.digits)

    def symbol(self, money: Money) -> str:
        """The sign of an amount's currency."""
        return self.texts.symbol(money.currency.code)

    def sides(
        self, left: str, right: str = "", *, bold: bool = False, indent: int = 0, money: bool = False
    ) -> Iterator[Element]:
        """Text at both edges, on as many lines as it needs; `money` where the right one tells of money."""
        lines = sides(left, right, self.paper.columns, indent)
        return (Text(one, other, bold=bold, money=money and bool(other)) for one, other in lines)

    def spelled(self, words: str) -> Iterator[Element]:
        """An amount in words."""
        return (Text(line, money=True) for line in wrap(words, self.paper.columns))

    def centred(self, text: str, *, bold: bool = False, double: bool = False) -> Iterator[Element]:
        """Text in the middle, on as many lines as it needs."""
        columns = self.paper.columns // 2 if double else self.paper.columns
        return (Centred(line, bold=bold, double=double) for line in wrap(text, columns))

    def large(self, label: str, figure: str, *, money: bool = True) -> Iterator[Element]:
        """A label and a figure as large as they go: on one line, else on two, else in letters of normal size."""
        room = self.paper.columns // 2
        if width(label) + 1 + width(figure) <= room:
            yield Text(label, figure, bold=True, double=True, money=money)
        elif width(label) <= room and width(figure) <= room:
            yield Text(label, bold=True, double=True)
            yield Text("", figure, bold=True, double=True, money=money)
        else:
            yield from self.sides(label, figure, bold=True, money=money)
