"""Immutable papers: all that a printed page or strip says, as values, so that printing looks nothing up.

Labels ("Total", "Change") are the printer's to choose, in the paper's language; names, amounts and times stand here.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from pos.domain.money import Money
from pos.domain.reports import Report


@dataclass(frozen=True, slots=True)
class EmblemOf:
    """Whose woven emblem is drawn: a motif and a dye chosen from the unit's id."""

    motif: str
    dye: str


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line of a receipt. `makers` are the names of who made it; a yapa has no amount to pay."""

    name: str
    makers: tuple[str, ...]
    qty: int
    list_price: Money
    unit_price: Money
    amount: Money
    yapa: bool = False

    @property
    def is_bargain(self) -> bool:
        """Whether the buyer got a better price than the list's."""
        return not self.yapa and self.unit_price < self.list_price


@dataclass(frozen=True, slots=True)
class ReceiptTender:
    """Money given (or, on a return, given back): `value` is its worth in base currency, `rate` where it is foreign."""

    kind: str
    amount: Money
    value: Money
    rate: str | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptMaker:
    """One maker as the foot of the receipt presents them; `story` is empty where the network tells none."""

    name: str
    community: str
    technique: str
    emblem: EmblemOf
    story: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptStamp:
    """A group's stamp: its words, and the file of its picture, empty where it has none."""

    words: str
    picture: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A sale's receipt, or a return's when `returns_receipt` names the sale (amounts then are what is given back).

    `digits` is the receipt number as coded in its barcode. `total` is what was due before cash rounding, `to_pay`
    after it. `change` is None where no cash was given. `saved` sums bargains and discount. `copy` marks a reprint.
    `logo` is the file of the network's picture, `told` what the QR for a telephone says; each may be empty.
    """

    number: str
    digits: str
    language: str
    network: str
    header: tuple[str, ...]
    exhibition: str
    place: str
    till: str
    cashier: str
    at: datetime
    lines: tuple[ReceiptLine, ...]
    discount: Money
    total: Money
    rounding: Money
    tenders: tuple[ReceiptTender, ...]
    change: Money | None
    pieces: int
    saved: Money
    makers: tuple[ReceiptMaker, ...]
    stamps: tuple[ReceiptStamp, ...]
    thanks: str
    courtesy: str
    opens_drawer: bool
    returns_receipt: str | None = None
    void: bool = False
    copy: bool = False
    logo: bytes = field(default=b"", repr=False)
    told: str = ""

    @property
    def to_pay(self) -> Money:
        """The total after cash rounding: what the tenders less the change come to."""
        return self.total + self.rounding


@dataclass(frozen=True, slots=True)
class NotedGoods:
    """So many pieces of a product on a note of goods."""

    name: str
    sku: str
    qty: int


@dataclass(frozen=True, slots=True)
class NotePaper:
    """Goods that a unit brought, took home or lost, for two signatures (docs/domain.md, "Consignment and
    reconciliation").

    `kind` is delivery, return or loss; `reason` says why they were lost, empty for the others.
    """

    kind: str
    language: str
    network: str
    header: tuple[str, ...]
    exhibition: str
    place: str
    till: str
    at: datetime
    unit: str
    unit_name: str
    community: str
    emblem: EmblemOf
    goods: tuple[NotedGoods, ...]
    reason: str = ""

    @property
    def pieces(self) -> int:
        """All pieces together."""
        return sum(line.qty for line in self.goods)


@dataclass(frozen=True, slots=True)
class SettlementProduct:
    """A product on a settlement. `gross` is the unit's own gross from it; goods stand under the holder only.

    `shared_with` and `part` tell of a co-made product: the other makers' names, and the unit's weight of the sum.
    """

    name: str
    delivered: int
    sold: int
    yapa: int
    back: int
    loss: int
    returned: int
    left: int
    undelivered: int
    gross: Money
    bargained: int
    shared_with: tuple[str, ...] = ()
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SettlementCost:
    """The unit's part of one cost; `total` is the whole cost, `shared` how it is shared, `among` by how many."""

    name: str
    part: Money
    total: Money
    shared: str
    among: int


@dataclass(frozen=True, slots=True)
class SettlementPayment:
    """An advance (`kind` advance) or a payout (`cash`, `transfer`) with its time."""

    kind: str
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class SettlementMember:
    """A member's part: `weight` of the members' sum, what it earned, and what it is of the balance to pay."""

    name: str
    weight: int
    earned: Money
    to_receive: Money


@dataclass(frozen=True, slots=True)
class SettlementPaper:
    """A unit's settlement at an exhibition, for two signatures (docs/domain.md, "Settlement").

    `commission_bps` and `fund_bps` are None where sales carried different rates. `last_sale` is the last receipt in
    the books that it was drawn from, and `fingerprint` the head of their chain of hashes.
    """

    number: str
    language: str
    network: str
    header: tuple[str, ...]
    printed_at: datetime
    exhibition: str
    place: str
    starts: date
    ends: date
    unit: str
    unit_name: str
    unit_kind: str
    technique: str
    community: str
    emblem: EmblemOf
    products: tuple[SettlementProduct, ...]
    brought_forward: Money
    gross: Money
    commission: Money
    commission_bps: int | None
    fund: Money
    fund_bps: int | None
    costs: tuple[SettlementCost, ...]
    payments: tuple[SettlementPayment, ...]
    balance: Money
    members: tuple[SettlementMember, ...]
    last_sale: str
    fingerprint: str
    exhibition_closed: bool


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """The stall's report of a day (`day` set) or of an exhibition, ready to print."""

    language: str
    network: str
    header: tuple[str, ...]
    printed_at: datetime
    place: str
    day: date | None
    report: Report
    emblems: tuple[tuple[str, EmblemOf], ...]
    product_names: tuple[tuple[str, str], ...]
    fingerprint: str
