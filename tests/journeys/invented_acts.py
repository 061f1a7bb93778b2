"""The single events of an invented day: each act invents one that no rule refuses, writes it, and plays it."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.journeys.arithmetic_books import Books
from tests.journeys.arithmetic_money import minor, text_of
from tests.journeys.arithmetic_rows import Sale
from tests.journeys.arithmetic_sale import price_lines
from tests.journeys.invented_payments import invent_tenders

PIECES = {
    "BOB": ("200.00", "100.00", "50.00", "20.00", "10.00", "5.00", "2.00", "1.00", "0.50", "0.20", "0.10"),
    "PEN": ("200.00", "100.00", "50.00", "20.00", "10.00", "5.00", "2.00", "1.00", "0.50", "0.20", "0.10"),
    "EUR": ("200.00", "100.00", "50.00", "20.00", "10.00", "5.00", "2.00", "1.00", "0.50", "0.20", "0.10", "0.01"),
    "USD": ("100.00", "50.00", "20.00", "10.00", "5.00", "1.00", "0.25", "0.10", "0.05", "0.01"),
}
PERCENTS = ("5", "10", "7.5", "12.25", "33.33", "0.01", "100")


def counted(amount: int, currency: str) -> dict[str, int]:
    """An amount as notes and coins; what is smaller than the smallest coin is left out."""
    pieces = {}
    for value in PIECES[currency]:
        count, amount = divmod(amount, minor(value))
        if count:
            pieces[value] = count
    return pieces


class Stall:
    """One till at one exhibition, writing one day file."""

    def __init__(self, rng: random.Random, books: Books, exhibition: str, till: str) -> None:
        self.rng = rng
        self.books = books
        self.till = till
        header = {"format": "stall-day/1", "exhibition": exhibition, "till": till}
        self.page = books.open_page(header)
        self.exhibition = self.page.exhibition
        self.base = self.exhibition["currency"]
        self.events = [header]
        self.at = datetime.fromisoformat(self.exhibition["starts"])

    def begin(self, date: str, hour: int) -> None:
        """The next event is of this date, a little after this hour of the exhibition's clocks."""
        self.at = datetime.fromisoformat(date).replace(hour=hour, tzinfo=ZoneInfo(self.exhibition["timezone"]))

    def write(self, event: dict) -> None:
        """Stamps the event, plays it, and keeps it; now and then the time is told by another zone's clocks."""
        self.at += timedelta(seconds=self.rng.randint(20, 150))
        zone = ZoneInfo("UTC") if self.rng.random() < 0.1 else self.at.tzinfo
        stamped = {"at": self.at.astimezone(zone).isoformat()} | event
        self.books.play(self.page, stamped)
        self.events.append(stamped)

    # --- goods ----------------------------------------------------------------------------------------------------

    def _note(self, act: str, most: int) -> None:
        products = list(self.books.catalogue.products.values())
        unit = self.books.catalogue.holder(self.rng.choice(products))
        held = [product["sku"] for product in products if self.books.catalogue.holder(product) == unit]
        lines = [
            {"sku": self.rng.choice(held), "qty": self.rng.randint(1, most)} for _ in range(self.rng.randint(1, 3))
        ]
        event = {"do": act, "unit": unit, "lines": lines}
        if act == "loss":
            event["reason"] = "se rompió"
        self.write(event)

    def deliver(self) -> None:
        """A holder brings some of its goods (perhaps the same product twice)."""
        self._note("deliver", 12)

    def give_back(self) -> None:
        """The stall returns goods to their holder."""
        self._note("return", 3)

    def loss(self) -> None:
        """Goods are broken or missing."""
        self._note("loss", 1)

    # --- the shift ------------------------------------------------------------------------------------------------

    def open_shift(self) -> None:
        """Opens with a float in base currency, sometimes with foreign notes too."""
        floats = {self.base: counted(self.rng.randint(100, 600) * 100, self.base)}
        for currency in self.exhibition["rates"]:
            if self.rng.random() < 0.2:
                floats[currency] = counted(self.rng.randint(0, 4) * 500, currency)
        self.write({"do": "open_shift", "cashier": self.rng.choice(("ana", "beto")), "float": floats})

    def close_shift(self) -> None:
        """Counts what should be there, sometimes a little less or more, sometimes forgetting a currency."""
        shift = self.books.open_shifts[self.till]
        count = {}
        for currency in {self.base: None, **shift.floats, **shift.moved}:
            off = self.rng.choice((0, 0, 0, -50, 20, 1000)) if currency == self.base else 0
            if currency == self.base or self.rng.random() < 0.9:
                count[currency] = counted(max(0, shift.expected(currency) + off), currency)
        if self.exhibition["rates"] and self.rng.random() < 0.1:
            count.setdefault(self.rng.choice(list(self.exhibition["rates"])), {"10.00": 1})
        self.write({"do": "close_shift", "count": count})

    def cash_in(self) -> None:
        """Change fetched for the drawer."""
        self.write({"do": "cash_in", "amount": text_of(self.rng.randint(1, 400) * 50), "reason": "sencillo"})

    def cash_out(self) -> None:
        """A small expense."""
        self.write({"do": "cash_out", "amount": text_of(self.rng.randint(1, 60) * 50), "reason": "bolsas"})

    # --- sales ----------------------------------------------------------------------------------------------------

    def _scan(self, product: dict) -> str:
        barcode = product["barcode"]
        if barcode is None or self.rng.random() < 0.4:
            return product["sku"]
        return barcode[1:] if barcode.startswith("0") and self.rng.random() < 0.5 else barcode

    def _bargain(self, product: dict) -> tuple[int, bool]:
        """A unit price other than the list's, and whether it takes a supervisor."""
        prices = product["prices"][self.base]
        listed = minor(prices["list"])
        floor = minor(prices.get("floor", "0.00"))
        if self.rng.random() < 0.15:
            return self.rng.randint(0, max(0, floor - 1)), floor > 0
        return self.rng.randint(floor, listed + listed // 10), False

    def sell(self) -> None:
        """A sale of one to five lines, with bargains, a discount, a yapa, and any mix of tenders."""
        for_sale = [product for product in self.books.catalogue.products.values() if self.base in product["prices"]]
        event: dict = {"do": "sale", "ref": f"s{len(self.page.sales) + 1:03d}"}
        event["buyer"] = self.rng.choice(("local", "local", "tourist", "institution", "other"))
        event["lines"] = []
        for product in self.rng.choices(for_sale, k=self.rng.choice((1, 1, 2, 2, 3, 5))):
            line = {"scan": self._scan(product)}
            if self.rng.random() < 0.4:
                line["qty"] = self.rng.randint(1, 7)
            if self.rng.random() < 0.35:
                price, supervised = self._bargain(product)
                line["price"] = text_of(price)
                if supervised:
                    event["supervisor"] = "carla"
            event["lines"].append(line)
        if self.rng.random() < 0.25:
            product = self.rng.choice(list(self.books.catalogue.products.values()))
            yapa = {"scan": product["sku"], "yapa": True} | ({"qty": 2} if self.rng.random() < 0.3 else {})
            event["lines"].insert(self.rng.randint(0, len(event["lines"])), yapa)
        self._discount(event)
        due = sum(line.net for line in price_lines(self.books.catalogue, self.exhibition, event))
        tenders = invent_tenders(self.rng, self.exhibition, due)
        if tenders is not None:
            event["tenders"] = tenders
        self.write(event)

    def _discount(self, event: dict) -> None:
        chance = self.rng.random()
        total = sum(line.amount for line in price_lines(self.books.catalogue, self.exhibition, event))
        if chance < 0.12:
            event["discount"] = {"percent": self.rng.choice(PERCENTS)}
        elif chance < 0.24 and total > 0:
            most = total if self.rng.random() < 0.05 else max(1, total // 5)
            event["discount"] = {"amount": text_of(self.rng.randint(1, most))}

    def _sales_with_something_left(self) -> list[tuple[str, Sale]]:
        return [
            (ref, sale) for ref, sale in self.page.sales.items() if any(line.back < line.qty for line in sale.lines)
        ]

    def refund(self) -> None:
        """Some pieces of a sale of this file come back, often not for the first time."""
        sales = self._sales_with_something_left()
        if not sales:
            return
        touched = [(ref, sale) for ref, sale in sales if any(line.back for line in sale.lines)]
        ref, sale = self.rng.choice(touched if touched and self.rng.random() < 0.5 else sales)
        left = [(place, line.qty - line.back) for place, line in enumerate(sale.lines, start=1) if line.back < line.qty]
        chosen = self.rng.sample(left, self.rng.randint(1, len(left)))
        lines = [{"line": place, "qty": self.rng.randint(1, most)} for place, most in chosen]
        if lines[0]["qty"] > 1 and self.rng.random() < 0.3:
            lines[0]["qty"] -= 1
            lines.append({"line": lines[0]["line"], "qty": 1})
        event = {"do": "refund", "of": ref, "lines": lines}
        if self.rng.random() < 0.6:
            event["restock"] = self.rng.random() < 0.5
        kind = self.rng.choice((None, "cash", "qr", "transfer", "card"))
        if kind is not None:
            event["tender"] = {"kind": kind}
        self.write(event)

    def void(self) -> None:
        """A whole sale of this shift is undone."""
        shift = self.books.open_shifts[self.till]
        untouched = [
            ref
            for ref, sale in self.page.sales.items()
            if sale.shift is shift and not any(line.back for line in sale.lines)
        ]
        if untouched:
            self.write({"do": "void", "of": self.rng.choice(untouched)})

    # --- paying the units -----------------------------------------------------------------------------------------

    def advance(self) -> None:
        """Cash to a unit before the settlement, whatever it has earned so far."""
        unit = self.rng.choice(list(self.books.catalogue.units))
        self.write({"do": "advance", "unit": unit, "amount": text_of(self.rng.randint(1, 4000))})

    def _pay(self, kind: str) -> None:
        payable = {unit: self.books.payable(self.exhibition, unit) for unit in self.books.catalogue.units}
        owed = [unit for unit, amount in payable.items() if amount > 0]
        if not owed:
            return
        unit = self.rng.choice(owed)
        event = {"do": "payout", "unit": unit, "kind": kind, "amount": "all"}
        chance = self.rng.random()
        if chance < 0.4:
            event["amount"] = text_of(self.rng.randint(1, payable[unit]))
        elif chance < 0.5:
            event |= {"amount": text_of(payable[unit] + self.rng.randint(1, 5000)), "supervisor": "carla"}
        self.write(event)

    def pay_by_transfer(self) -> None:
        """A unit with something to receive gets all or part of it, or more with a supervisor."""
        self._pay("transfer")

    def pay_in_cash(self) -> None:
        """The same out of the drawer."""
        self._pay("cash")
