"""Broken events for a good day: each is well-formed, breaks one rule, and must leave no trace in the books.

`insert_faults` puts so many events of different kinds at known lines of a day file; all that stood there before stays,
in its order, and a report must be the same with them and without them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.journeys.arithmetic_books import Books
from tests.journeys.arithmetic_money import minor, text_of
from tests.journeys.arithmetic_rows import Page


@dataclass(frozen=True)
class Place:
    """What holds just before an event of the good day."""

    shift_open: bool
    closed: bool
    over: bool  # the exhibition's last day is past
    base: str
    other_currency: str  # one without a rate here
    this_shift: tuple[str, ...]  # sales of the open shift, of which nothing came back yet
    earlier: tuple[str, ...]  # sales of earlier shifts, of which nothing came back yet
    touched: tuple[str, ...]  # sales of the open shift, of which something came back
    owed: str | None  # a unit with something to receive
    not_owed: str | None  # a unit with nothing to receive
    dear: dict  # a product with a price and a floor here
    elsewhere: dict | None  # a product without a price in this currency
    held: tuple[str, str]  # a unit and a SKU that another unit holds

    @property
    def sells(self) -> bool:
        """Whether a good sale would be taken here."""
        return self.shift_open and not self.closed and not self.over

    @property
    def sold(self) -> str | None:
        """A sale of which nothing came back, where a good refund would be taken."""
        known = self.this_shift + self.earlier
        return known[-1] if known and self.shift_open and not self.closed else None


Fault = Callable[[Place], dict | None]


def _sale(place: Place, line: dict | None = None, **more: object) -> dict | None:
    """A sale that would be good but for what is given; None where no sale is taken."""
    lines = [{"scan": place.dear["sku"]} | (line or {})]
    return {"do": "sale", "ref": "broken", "buyer": "local", "lines": lines} | more if place.sells else None


def _refund(place: Place, line: int = 1, qty: int = 1, **more: object) -> dict | None:
    if place.sold is None:
        return None
    return {"do": "refund", "of": place.sold, "lines": [{"line": line, "qty": qty}]} | more


def _deliver(place: Place, unit: str, sku: str, qty: int = 1) -> dict | None:
    return None if place.closed else {"do": "deliver", "unit": unit, "lines": [{"sku": sku, "qty": qty}]}


def _when(holds: bool, event: dict) -> dict | None:
    return event if holds else None


def _listed(place: Place) -> int:
    return minor(place.dear["prices"][place.base]["list"])


def _holder(place: Place) -> str:
    return place.dear.get("holder") or place.dear["makers"][0]["unit"]


def _tender(kind: str, amount: int, **more: str) -> list[dict]:
    return [{"kind": kind, "amount": text_of(amount)} | more]


FAULTS: dict[str, Fault] = {
    # Selling.
    "sale with no shift": lambda at: _when(
        not at.shift_open and not at.closed and not at.over,
        {"do": "sale", "ref": "broken", "buyer": "local", "lines": [{"scan": at.dear["sku"]}]},
    ),
    "unknown code": lambda at: _sale(at, {"scan": "NO-SUCH-SKU"}),
    "wrong check digit": lambda at: _sale(at, {"scan": "7770123456780"}),
    "quantity zero": lambda at: _sale(at, {"qty": 0}),
    "quantity negative": lambda at: _sale(at, {"qty": -2}),
    "under the floor": lambda at: _sale(
        at, {"price": text_of(minor(at.dear["prices"][at.base]["floor"]) - 1)}
    ),
    "negative price": lambda at: _sale(at, {"price": "-1.00"}, supervisor="carla"),
    "no price in this currency": lambda at: _sale(at, {"scan": at.elsewhere["sku"]}) if at.elsewhere else None,
    "only a yapa": lambda at: _sale(at, {"yapa": True}),
    "discount over the sum": lambda at: _sale(at, discount={"amount": text_of(_listed(at) + 1)}),
    "discount of nothing": lambda at: _sale(at, discount={"amount": "0.00"}),
    "percent over a hundred": lambda at: _sale(at, discount={"percent": "100.01"}),
    "cash short": lambda at: _sale(at, tenders=_tender("cash", _listed(at) - 10, currency=at.base)),
    "QR short": lambda at: _sale(at, tenders=_tender("qr", _listed(at) - 1)),
    "QR over": lambda at: _sale(at, tenders=_tender("qr", _listed(at) + 1)),
    "QR over beside cash": lambda at: _sale(
        at, tenders=_tender("qr", _listed(at) + 1) + _tender("cash", 10_000, currency=at.base)
    ),
    "no tender": lambda at: _sale(at, tenders=[]),
    "tender of nothing": lambda at: _sale(at, tenders=_tender("qr", _listed(at)) + _tender("card", 0)),
    "foreign cash without a rate": lambda at: _sale(
        at, tenders=_tender("cash", 100 * _listed(at), currency=at.other_currency)
    ),
    "foreign QR": lambda at: _sale(at, tenders=_tender("qr", _listed(at), currency="USD")),
    "reference used before": lambda at: _sale(at, ref=at.this_shift[0]) if at.this_shift else None,
    # What comes back.
    "refund of more than was sold": lambda at: _refund(at, qty=1000),
    "refund in two parts of more than was sold": lambda at: _refund(
        at, lines=[{"line": 1, "qty": 1}, {"line": 1, "qty": 1000}]
    ),
    "refund of no piece": lambda at: _refund(at, qty=0),
    "refund of an unknown line": lambda at: _refund(at, line=99),
    "refund of line zero": lambda at: _refund(at, line=0),
    "refund of an unknown sale": lambda at: _refund(at, of="s999"),
    "refund in foreign cash": lambda at: _refund(at, tender={"kind": "cash", "currency": "USD"}),
    "refund with no shift": lambda at: _when(
        not at.shift_open and not at.closed and bool(at.earlier),
        {"do": "refund", "of": (*at.earlier, "")[0], "lines": [{"line": 1, "qty": 1}]},
    ),
    "void of an earlier shift": lambda at: _when(
        at.shift_open and not at.closed and bool(at.earlier), {"do": "void", "of": (*at.earlier, "")[0]}
    ),
    "void of what came back": lambda at: _when(
        at.shift_open and not at.closed and bool(at.touched), {"do": "void", "of": (*at.touched, "")[0]}
    ),
    "void of an unknown sale": lambda at: _when(at.shift_open and not at.closed, {"do": "void", "of": "s999"}),
    # The drawer.
    "second open shift": lambda at: _when(
        at.shift_open, {"do": "open_shift", "cashier": "eva", "float": {at.base: {"10.00": 1}}}
    ),
    "close with no shift": lambda at: _when(
        not at.shift_open, {"do": "close_shift", "count": {at.base: {"10.00": 1}}}
    ),
    "count of a currency without a rate": lambda at: _when(
        at.shift_open, {"do": "close_shift", "count": {at.base: {"10.00": 1}, at.other_currency: {"10.00": 1}}}
    ),
    "float of a currency without a rate": lambda at: _when(
        not at.shift_open, {"do": "open_shift", "cashier": "eva", "float": {at.other_currency: {"10.00": 1}}}
    ),
    "cash in with no shift": lambda at: _when(
        not at.shift_open, {"do": "cash_in", "amount": "10.00", "reason": "sencillo"}
    ),
    "cash out of nothing": lambda at: _when(at.shift_open, {"do": "cash_out", "amount": "0.00", "reason": "nada"}),
    # The units.
    "delivery by an unknown unit": lambda at: _deliver(at, "NOBODY", at.dear["sku"]),
    "delivery by another than the holder": lambda at: _deliver(at, *at.held),
    "delivery of an unknown product": lambda at: _deliver(at, _holder(at), "NO-SUCH-SKU"),
    "delivery of no piece": lambda at: _deliver(at, _holder(at), at.dear["sku"], 0),
    "advance below nothing": lambda at: _when(
        at.shift_open and not at.closed, {"do": "advance", "unit": _holder(at), "amount": "-5.00"}
    ),
    "advance to an unknown unit": lambda at: _when(
        at.shift_open and not at.closed, {"do": "advance", "unit": "NOBODY", "amount": "5.00"}
    ),
    "advance with no shift": lambda at: _when(
        not at.shift_open and not at.closed, {"do": "advance", "unit": _holder(at), "amount": "5.00"}
    ),
    "payout over the balance": lambda at: _when(
        at.owed is not None, {"do": "payout", "unit": at.owed, "amount": "9999999.00", "kind": "transfer"}
    ),
    "payout of nothing": lambda at: _when(
        at.owed is not None, {"do": "payout", "unit": at.owed, "amount": "0.00", "kind": "transfer"}
    ),
    "payout of all where nothing is owed": lambda at: _when(
        at.not_owed is not None, {"do": "payout", "unit": at.not_owed, "amount": "all", "kind": "transfer"}
    ),
    "cash payout with no shift": lambda at: _when(
        at.owed is not None and not at.shift_open,
        {"do": "payout", "unit": at.owed, "amount": "0.01", "kind": "cash"},
    ),
    # The end of the exhibition.
    "sale after the exhibition": lambda at: _sale(at, at="2030-01-01T12:00:00+00:00"),
    "sale after closing": lambda at: _when(
        at.closed and at.shift_open,
        {"do": "sale", "ref": "broken", "buyer": "local", "lines": [{"scan": at.dear["sku"]}]},
    ),
    "delivery after closing": lambda at: _when(
        at.closed, {"do": "deliver", "unit": _holder(at), "lines": [{"sku": at.dear["sku"], "qty": 1}]}
    ),
    "advance after closing": lambda at: _when(
        at.closed and at.shift_open, {"do": "advance", "unit": _holder(at), "amount": "5.00"}
    ),
    "second closing": lambda at: _when(at.closed, {"do": "close_exhibition"}),
}  # fmt: skip


def insert_faults(
    rng: random.Random, network: dict, file: list[dict], *, before: list[list[dict]], count: int = 20
) -> tuple[list[dict], dict[int, str]]:
    """The file with so many broken events of different kinds, and the kind on each of their lines (the header is 1).

    `before` are the files replayed before it. Raises ValueError when the day gives room to fewer kinds.
    """
    places = _places(network, file, before)
    chosen: list[tuple[int, str, dict]] = []
    for kind in rng.sample(list(FAULTS), len(FAULTS)):
        fitting = [(where, event) for where, place in enumerate(places) if (event := FAULTS[kind](place)) is not None]
        if fitting and len(chosen) < count:
            where, event = rng.choice(fitting)
            chosen.append((where, kind, event))
    if len(chosen) < count:
        raise ValueError(f"the day has room for {len(chosen)} kinds of broken events, not for {count}")
    broken, kinds = [file[0]], {}
    for where in range(len(places)):
        for _, kind, event in (one for one in chosen if one[0] == where):
            beside = file[min(where + 1, len(file) - 1)]
            broken.append({"at": beside["at"]} | _with_its_own_ref(event, kind))
            kinds[len(broken)] = kind
        broken += file[where + 1 : where + 2]
    return broken, kinds


def _with_its_own_ref(event: dict, kind: str) -> dict:
    return event | {"ref": f"broken: {kind}"} if event.get("ref") == "broken" else event


def _places(network: dict, file: list[dict], before: list[list[dict]]) -> list[Place]:
    """What holds before each event of the file, and after its last."""
    books = Books(network)
    for earlier in before:
        books.replay(earlier)
    page = books.open_page(file[0])
    places = []
    for following in [*file[1:], None]:
        beside = following or file[-1]
        places.append(_place(books, page, books.local_day(page, beside)))
        if following is not None:
            books.play(page, following)
    return places


def _place(books: Books, page: Page, day: str) -> Place:
    base = page.exhibition["currency"]
    shift = books.open_shifts.get(page.till)
    touched = [ref for ref, sale in page.sales.items() if any(line.back for line in sale.lines)]
    untouched = [ref for ref in page.sales if ref not in touched]
    payable = {unit: books.payable(page.exhibition, unit) for unit in books.catalogue.units}
    products = list(books.catalogue.products.values())
    dear = next(
        one for one in products if "floor" in one["prices"].get(base, {}) and minor(one["prices"][base]["floor"]) > 10
    )
    return Place(
        shift_open=shift is not None,
        closed=page.exhibition["id"] in books.closed_exhibitions,
        over=day > page.exhibition["ends"],
        base=base,
        other_currency=next(one for one in ("PEN", "EUR", "BOB") if one not in {base, *page.exhibition["rates"]}),
        this_shift=tuple(ref for ref in untouched if page.sales[ref].shift is shift),
        earlier=tuple(ref for ref in untouched if page.sales[ref].shift is not shift),
        touched=tuple(ref for ref in touched if page.sales[ref].shift is shift),
        owed=next((unit for unit, amount in payable.items() if amount > 0), None),
        not_owed=next((unit for unit, amount in payable.items() if amount <= 0), None),
        dear=dear,
        elsewhere=next((one for one in products if base not in one["prices"]), None),
        held=(next(unit for unit in books.catalogue.units if unit != books.catalogue.holder(dear)), dear["sku"]),
    )
