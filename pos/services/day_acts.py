"""The acts that the events of a day file ask for: what a person at the till would have done, called the same way."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pos.domain.basket import Basket, BuyerKind
from pos.domain.consignment import NoteKind
from pos.domain.exhibitions import Exhibition
from pos.domain.facts import Event
from pos.domain.money import Money, read_percent
from pos.domain.people import Approval
from pos.domain.refusals import (
    UnknownBuyerKind,
    UnknownPayout,
    UnknownTender,
    YapaHasNoPrice,
)
from pos.domain.settlements import PayoutKind
from pos.domain.shifts import CashDirection
from pos.domain.stamps import EventId
from pos.domain.tenders import Tender, TenderKind, tender
from pos.formats import day_events as d
from pos.services.acts import Act
from pos.services.refunding import CASH_BACK, PayBack
from pos.services.till_services import TillServices


class DayActs:
    """Does what an event says; `paper` asks for a receipt of each sale and return."""

    def __init__(self, services: TillServices, exhibition: Exhibition, *, paper: bool) -> None:
        self._services = services
        self._exhibition = exhibition
        self._paper = paper

    def do(self, event: d.DayEvent, act: Act, sales: Mapping[str, EventId]) -> Event:
        """The event of the books that came of it; `sales` are the sales of the file so far, by their `ref`.

        Raises a `Refusal`, as the services do.
        """
        match event:
            case d.SaleEvent():
                return self._sell(event, act)
            case d.RefundEvent() | d.VoidEvent():
                return self._take_back(event, act, sales)
            case d.DeliverEvent() | d.ReturnEvent() | d.LossEvent():
                return self._note(event, act)
            case d.OpenShiftEvent() | d.CloseShiftEvent() | d.CashInEvent() | d.CashOutEvent():
                return self._keep_shift(event, act)
            case d.AdvanceEvent() | d.PayoutEvent() | d.CloseExhibitionEvent():
                return self._settle(event, act)
        raise TypeError(f"a day file has no {type(event).__name__}")

    def _sell(self, event: d.SaleEvent, act: Act) -> Event:
        basket = self._basket(event)
        tenders = None if event.tenders is None else [self._tender(given) for given in event.tenders]
        return self._services.selling.finish(act, basket, tenders, paper=self._paper).sale

    def _basket(self, event: d.SaleEvent) -> Basket:
        language = self._exhibition.language(self._services.catalogue.terms().network.language)
        basket = Basket(self._exhibition.currency, language).for_buyer(_buyer(event.buyer))
        for line in event.lines:
            product = self._services.catalogue.find(line.scan)
            if line.yapa:
                if line.price is not None:
                    raise YapaHasNoPrice(sku=product.sku)
                basket = basket.add_yapa(product, line.qty)
                continue
            basket = basket.add(product, line.qty)
            if line.price is not None:
                price = self._money(line.price)
                basket = basket.bargained(len(basket.lines) - 1, price, _approval(event))
        return basket.discounted(self._discount(event.discount))

    def _discount(self, discount: d.DiscountGiven | None) -> Money | Decimal | None:
        if discount is None:
            return None
        if discount.amount is not None:
            return self._money(discount.amount)
        return read_percent(discount.percent or "")

    def _tender(self, given: d.TenderGiven) -> Tender:
        amount = Money.of(given.amount, given.currency or self._exhibition.currency.code)
        return tender(_tender_kind(given.kind), amount, self._exhibition, given.reference or "")

    def _take_back(self, event: d.RefundEvent | d.VoidEvent, act: Act, sales: Mapping[str, EventId]) -> Event:
        sale = self._sale(event.of, sales)
        # The event names its sale: whoever wrote it down had the receipt before them.
        if isinstance(event, d.VoidEvent):
            return self._services.refunding.void(act, sale, _approval(event), shown=True, paper=self._paper)
        back = event.tender
        return self._services.refunding.refund(
            act,
            sale,
            [(line.line, line.qty) for line in event.lines],
            restock=event.restock,
            pay=PayBack(_tender_kind(back.kind), back.currency, back.reference or "") if back else CASH_BACK,
            approval=_approval(event),
            shown=True,
            paper=self._paper,
        )

    def _sale(self, of: str, sales: Mapping[str, EventId]) -> EventId:
        """The sale of a `ref` of the file, or of a receipt number."""
        if of in sales:
            return sales[of]
        return self._services.refunding.find(of).stamp.id

    def _note(self, event: d.DeliverEvent | d.ReturnEvent | d.LossEvent, act: Act) -> Event:
        kinds = {
            d.DeliverEvent: NoteKind.DELIVERY,
            d.ReturnEvent: NoteKind.RETURN,
            d.LossEvent: NoteKind.LOSS,
        }
        reason = event.reason if isinstance(event, d.LossEvent) else ""
        goods = _goods(event.lines)
        return self._services.consigning.note(act, kinds[type(event)], event.unit, goods, reason)

    def _keep_shift(
        self, event: d.OpenShiftEvent | d.CloseShiftEvent | d.CashInEvent | d.CashOutEvent, act: Act
    ) -> Event:
        shifts = self._services.shifts
        if isinstance(event, d.OpenShiftEvent):
            return shifts.open(act, event.cashier, event.opening_float)
        if isinstance(event, d.CloseShiftEvent):
            return shifts.close(act, event.count)
        direction = CashDirection.IN if isinstance(event, d.CashInEvent) else CashDirection.OUT
        return shifts.move_cash(act, direction, self._money(event.amount), event.reason)

    def _settle(self, event: d.AdvanceEvent | d.PayoutEvent | d.CloseExhibitionEvent, act: Act) -> Event:
        settling = self._services.settling
        if isinstance(event, d.AdvanceEvent):
            return settling.advance(act, event.unit, self._money(event.amount))
        if isinstance(event, d.CloseExhibitionEvent):
            # The format asks for no supervisor here: whoever wrote the file closes the exhibition by it.
            return settling.close_exhibition(act, _approval(event) or Approval("stall-day/1"))
        amount = None if event.amount == "all" else self._money(event.amount)
        return settling.pay_out(act, event.unit, _payout_kind(event.kind), amount, _approval(event))

    def _money(self, text: str) -> Money:
        return Money.read(text, self._exhibition.currency)


def _goods(lines: Sequence[d.Goods]) -> list[tuple[str, int]]:
    return [(line.sku, line.qty) for line in lines]


def _approval(event: d.DayEvent) -> Approval | None:
    return Approval(event.supervisor) if event.supervisor is not None else None


def _buyer(text: str | None) -> BuyerKind | None:
    if text is None:
        return None
    try:
        return BuyerKind(text)
    except ValueError:
        raise UnknownBuyerKind(buyer=text, known=", ".join(BuyerKind)) from None


def _tender_kind(text: str) -> TenderKind:
    try:
        return TenderKind(text)
    except ValueError:
        raise UnknownTender(kind=text, known=", ".join(TenderKind)) from None


def _payout_kind(text: str) -> PayoutKind:
    try:
        return PayoutKind(text)
    except ValueError:
        raise UnknownPayout(kind=text, known=", ".join(PayoutKind)) from None
