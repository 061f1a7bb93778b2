"""The day files played, event by event, into plain lists of rows that a report adds up.

A row is written once and never changed. An event that breaks a rule of docs/domain.md writes no row at all: every check
of an event stands before its first row.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.journeys.arithmetic_money import Catalogue, Refused, Share, allocate, minor, to_cash_step
from tests.journeys.arithmetic_rows import MemberRow, Page, Sale, SalesRow, Shift, StockRow, TenderRow, UnitRow
from tests.journeys.arithmetic_sale import TENDER_KINDS, Payment, price_lines, quantity, settle


class Books:
    """All that the files in their order have written."""

    def __init__(self, network: dict) -> None:
        self.catalogue = Catalogue(network)
        self.units: dict[str, list[UnitRow]] = {unit: [] for unit in self.catalogue.units}
        self.members: list[MemberRow] = []
        self.stock: list[StockRow] = []
        self.tenders: list[TenderRow] = []
        self.sales: list[SalesRow] = []
        self.shifts: list[Shift] = []
        self.open_shifts: dict[str, Shift] = {}
        self.closed_exhibitions: set[str] = set()
        self.last_receipt: dict[str, int] = {}
        self.last_z: dict[str, int] = {}
        self.grand_totals: dict[tuple[str, str], int] = {}

    # --- playing a file -------------------------------------------------------------------------------------------

    def open_page(self, header: dict) -> Page:
        """A file's first line; raises ValueError or KeyError where the whole file is to be refused."""
        if header["format"] != "stall-day/1":
            raise ValueError(f"unknown format {header['format']!r}")
        return Page(self.catalogue.exhibitions[header["exhibition"]], header["till"])

    def replay(self, file: list[dict]) -> list[tuple[int, str]]:
        """Plays one file (its header first); returns the line number and the rule of each refused event."""
        page = self.open_page(file[0])
        refused = []
        for number, event in enumerate(file[1:], start=2):
            try:
                self.play(page, event)
            except Refused as refusal:
                refused.append((number, refusal.code))
        return refused

    def play(self, page: Page, event: dict) -> None:
        """One event; raises Refused, having written nothing, when a rule forbids it."""
        acts = {
            "deliver": self._note, "return": self._note, "loss": self._note,
            "open_shift": self._open_shift, "close_shift": self._close_shift,
            "sale": self._sale, "refund": self._refund, "void": self._void,
            "cash_in": self._cash_in_or_out, "cash_out": self._cash_in_or_out,
            "advance": self._advance, "payout": self._payout, "close_exhibition": self._close_exhibition,
        }  # fmt: skip
        acts[event["do"]](page, self.local_day(page, event), event)

    def local_day(self, page: Page, event: dict) -> str:
        """The calendar date of an event where the exhibition is."""
        at = datetime.fromisoformat(event["at"])
        if at.tzinfo is None:
            raise ValueError(f"no offset in {event['at']!r}")
        return at.astimezone(ZoneInfo(page.exhibition["timezone"])).date().isoformat()

    # --- what several rules ask -----------------------------------------------------------------------------------

    def _shift(self, page: Page) -> Shift:
        shift = self.open_shifts.get(page.till)
        if shift is None:
            raise Refused("no_open_shift")
        if shift.exhibition != page.exhibition["id"]:
            raise Refused("shift_of_another_exhibition")
        return shift

    def _must_be_open(self, page: Page) -> None:
        if page.exhibition["id"] in self.closed_exhibitions:
            raise Refused("exhibition_closed")

    def _unit(self, event: dict) -> str:
        if event["unit"] not in self.catalogue.units:
            raise Refused("unknown_unit")
        return event["unit"]

    def _positive(self, text: str) -> int:
        amount = minor(text)
        if amount <= 0:
            raise Refused("amount_not_positive")
        return amount

    def _cash_by_denomination(self, page: Page, counted: dict[str, dict[str, int]]) -> dict[str, int]:
        sums = {}
        for currency, pieces in counted.items():
            if currency != page.exhibition["currency"] and currency not in page.exhibition.get("rates", {}):
                raise Refused("no_rate")
            if any(minor(value) <= 0 or count < 0 for value, count in pieces.items()):
                raise Refused("bad_denomination")
            sums[currency] = sum(minor(value) * count for value, count in pieces.items())
        return sums

    # --- the till -------------------------------------------------------------------------------------------------

    def _open_shift(self, page: Page, day: str, event: dict) -> None:
        if page.till in self.open_shifts:
            raise Refused("shift_already_open")
        floats = self._cash_by_denomination(page, event["float"])
        self.open_shifts[page.till] = Shift(page.exhibition["id"], page.till, event["cashier"], floats)

    def _close_shift(self, page: Page, day: str, event: dict) -> None:
        shift = self._shift(page)
        shift.counted = self._cash_by_denomination(page, event["count"])
        shift.z = self.last_z[page.till] = self.last_z.get(page.till, 0) + 1
        shift.grand_total = self.grand_totals.get((page.till, page.exhibition["currency"]), 0)
        shift.closed_on = day
        self.shifts.append(self.open_shifts.pop(page.till))

    def _sale(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        if day > page.exhibition["ends"]:
            raise Refused("exhibition_over")
        shift = self._shift(page)
        if event.get("ref") in page.sales:
            raise Refused("duplicate_ref")
        lines = price_lines(self.catalogue, page.exhibition, event)
        due = sum(line.net for line in lines)
        payment = settle(page.exhibition, due, event.get("tenders"))

        number = self.last_receipt[page.till] = self.last_receipt.get(page.till, 0) + 1
        shift.receipts.append(number)
        if event.get("ref") is not None:
            page.sales[event["ref"]] = Sale(shift, lines)
        self._book_payment(page, day, shift, payment)
        self._book_net(page, due)
        self._figure(page, day, "receipts", 1)
        self._figure(page, day, "gross", due)
        for line in lines:
            self._figure(page, day, "yapa_pieces" if line.yapa else "pieces", line.qty)
            self._figure(page, day, "promotion", line.credited - line.net)
            self._move(page, day, line.product, "yapa" if line.yapa else "sold", line.qty)
            self._credit(page, day, self.catalogue.split(line.credited, line.product, page.exhibition), 1)

    def _refund(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        shift = self._shift(page)
        sale = self._sale_named(page, event)
        pieces: dict[int, int] = {}
        for wanted in event["lines"]:
            place = wanted["line"] - 1
            if not 0 <= place < len(sale.lines):
                raise Refused("unknown_line")
            pieces[place] = pieces.get(place, 0) + quantity(wanted["qty"])
            if sale.lines[place].back + pieces[place] > sale.lines[place].qty:
                raise Refused("more_than_was_sold")
        if not pieces:
            raise Refused("nothing_returned")
        tender = event.get("tender") or {"kind": "cash"}
        if tender["kind"] not in TENDER_KINDS:
            raise Refused("unknown_tender")
        if (tender.get("currency") or page.exhibition["currency"]) != page.exhibition["currency"]:
            raise Refused("refund_in_foreign_money")
        restock = event.get("restock", True)
        self._take_back(page, day, sale, pieces, shift=shift, restock=restock, kind=tender["kind"])

    def _void(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        shift = self._shift(page)
        sale = self._sale_named(page, event)
        if sale.shift is not shift:
            raise Refused("sale_of_an_earlier_shift")
        if any(line.back for line in sale.lines):
            raise Refused("already_returned")
        whole = {place: line.qty for place, line in enumerate(sale.lines)}
        self._take_back(page, day, sale, whole, shift=shift, restock=True, kind="cash")

    def _sale_named(self, page: Page, event: dict) -> Sale:
        if event["of"] not in page.sales:
            raise Refused("unknown_ref")
        return page.sales[event["of"]]

    def _take_back(
        self, page: Page, day: str, sale: Sale, pieces: dict[int, int], *, shift: Shift, restock: bool, kind: str
    ) -> None:
        """Books a return of so many pieces (by the line's place), each line cumulatively, and pays the buyer."""
        due = 0
        for place, qty in pieces.items():
            line = sale.lines[place]
            before, after = line.back, line.back + qty
            net = line.returned_part(line.net, after) - line.returned_part(line.net, before)
            credited_after = line.returned_part(line.credited, after)
            credited_before = line.returned_part(line.credited, before)
            earlier = self.catalogue.split(credited_before, line.product, page.exhibition)
            in_all = self.catalogue.split(credited_after, line.product, page.exhibition)
            self._credit(page, day, {unit: share.less(earlier[unit]) for unit, share in in_all.items()}, -1)
            self._figure(page, day, "promotion", -((credited_after - credited_before) - net))
            self._move(page, day, line.product, "back", qty)
            if not restock:
                self._move(page, day, line.product, "loss", qty)
            line.back = after
            due += net
        paid = to_cash_step(due, page.exhibition["currency"]) if kind == "cash" else due
        rows = [(kind, page.exhibition["currency"], -paid, -paid)] if paid else []
        self._book_payment(page, day, shift, Payment(rows, due - paid))
        self._book_net(page, -due)
        self._figure(page, day, "returns", due)

    def _cash_in_or_out(self, page: Page, day: str, event: dict) -> None:
        shift = self._shift(page)
        amount = self._positive(event["amount"])
        shift.move(page.exhibition["currency"], amount if event["do"] == "cash_in" else -amount)

    # --- the units ------------------------------------------------------------------------------------------------

    def _note(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        unit = self._unit(event)
        column = {"deliver": "delivered", "return": "returned", "loss": "loss"}[event["do"]]
        moves = []
        for wanted in event["lines"]:
            product = self.catalogue.products.get(wanted["sku"])
            if product is None:
                raise Refused("unknown_sku")
            if self.catalogue.holder(product) != unit:
                raise Refused("not_the_holder")
            moves.append((product, quantity(wanted["qty"])))
        if not moves:
            raise Refused("nothing_moved")
        for product, qty in moves:
            self._move(page, day, product, column, qty)

    def _advance(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        shift = self._shift(page)
        unit = self._unit(event)
        amount = self._positive(event["amount"])
        shift.move(page.exhibition["currency"], -amount)
        self._unit_row(page, day, unit, "advances", amount)

    def _payout(self, page: Page, day: str, event: dict) -> None:
        unit = self._unit(event)
        if event["kind"] not in ("cash", "transfer"):
            raise Refused("unknown_tender")
        shift = self._shift(page) if event["kind"] == "cash" else None
        payable = self.payable(page.exhibition, unit)
        if event["amount"] == "all":
            amount = payable
            if amount <= 0:
                raise Refused("nothing_to_pay")
        else:
            amount = self._positive(event["amount"])
            if amount > payable and not event.get("supervisor"):
                raise Refused("over_the_balance")
        if shift is not None:
            shift.move(page.exhibition["currency"], -amount)
        self._unit_row(page, day, unit, "paid", amount)

    def _close_exhibition(self, page: Page, day: str, event: dict) -> None:
        self._must_be_open(page)
        exhibition = page.exhibition
        self.closed_exhibitions.add(exhibition["id"])
        present = exhibition["units"]
        even = [1] * len(present)
        grosses = [max(0, self.posted({exhibition["id"]}, unit["id"], ("gross",))) for unit in present]
        by = {"equal": even, "weight": [unit["weight"] for unit in present], "gross": grosses}
        for cost in exhibition.get("costs", []):
            weights = by[cost["shared"]] if any(by[cost["shared"]]) else even
            for unit, part in zip(present, allocate(minor(cost["amount"]), weights), strict=True):
                self._unit_row(page, day, unit["id"], "costs", part)

    # --- sums that a rule needs -----------------------------------------------------------------------------------

    def posted(self, exhibitions: set[str], unit: str, columns: tuple[str, ...]) -> int:
        """The sum of a unit's rows in these columns at these exhibitions."""
        return sum(row.amount for row in self.units[unit] if row.exhibition in exhibitions and row.column in columns)

    def owed(self, exhibitions: set[str], unit: str) -> int:
        """What these exhibitions leave to be paid to a unit: its gross less everything else."""
        less = self.posted(exhibitions, unit, ("commission", "fund", "costs", "advances", "paid"))
        return self.posted(exhibitions, unit, ("gross",)) - less

    def earlier(self, exhibition: dict) -> set[str]:
        """The exhibitions in the same currency that come before this one, by their start and then their id."""
        return {
            other["id"]
            for other in self.catalogue.exhibitions.values()
            if other["currency"] == exhibition["currency"]
            and (other["starts"], other["id"]) < (exhibition["starts"], exhibition["id"])
        }

    def payable(self, exhibition: dict, unit: str) -> int:
        """What may be paid: the balance here, and no more than is owed over all exhibitions in this currency."""
        all_in_currency = {
            other["id"] for other in self.catalogue.exhibitions.values() if other["currency"] == exhibition["currency"]
        }
        balance = self.owed(self.earlier(exhibition) | {exhibition["id"]}, unit)
        return min(balance, self.owed(all_in_currency, unit))

    # --- writing rows ---------------------------------------------------------------------------------------------

    def _unit_row(self, page: Page, day: str, unit: str, column: str, amount: int) -> None:
        if amount:
            self.units[unit].append(UnitRow(page.exhibition["id"], day, unit, column, amount))

    def _credit(self, page: Page, day: str, shares: dict[str, Share], sign: int) -> None:
        for unit, share in shares.items():
            self._unit_row(page, day, unit, "gross", sign * share.gross)
            self._unit_row(page, day, unit, "commission", sign * share.commission)
            self._unit_row(page, day, unit, "fund", sign * share.fund)
            for place, part in enumerate(share.members):
                self.members.append(MemberRow(page.exhibition["id"], day, unit, place, sign * part))

    def _move(self, page: Page, day: str, product: dict, column: str, qty: int) -> None:
        holder = self.catalogue.holder(product)
        self.stock.append(StockRow(page.exhibition["id"], day, holder, product["sku"], column, qty))

    def _figure(self, page: Page, day: str, figure: str, amount: int) -> None:
        self.sales.append(SalesRow(page.exhibition["id"], day, figure, amount))

    def _book_net(self, page: Page, net: int) -> None:
        key = (page.till, page.exhibition["currency"])
        self.grand_totals[key] = self.grand_totals.get(key, 0) + net

    def _book_payment(self, page: Page, day: str, shift: Shift, payment: Payment) -> None:
        for kind, currency, amount, base in payment.rows:
            self.tenders.append(TenderRow(page.exhibition["id"], day, kind, currency, amount, base))
            if kind == "cash":
                shift.move(currency, amount)
        self._figure(page, day, "rounding", payment.rounding)
