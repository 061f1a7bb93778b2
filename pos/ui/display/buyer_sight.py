"""What a buyer sees of the till, as a value: whatever shows it to them, large or in two lines."""

from dataclasses import dataclass
from enum import IntEnum

from pos.domain.basket import Basket
from pos.domain.money import Currency, currency
from pos.domain.sales import Sale
from pos.domain.tenders import Tender
from pos.ui.session import Session


class BuyerPage(IntEnum):
    """What is shown; the numbers are the places of the display's pages."""

    WELCOME = 0
    CART = 1
    QR = 2
    THANKS = 3


@dataclass(frozen=True, slots=True)
class BuyerSight:
    """The page, and all that it may be about. `session` is None before anybody sells; amounts are in minor units.

    `newest` is the line that was added or changed last; `payment` is what is due and what was paid of it so far;
    `asked` is the amount that a QR is shown for; `sale` is the one that was finished.
    """

    page: BuyerPage
    session: Session | None
    basket: Basket | None = None
    newest: int = 0
    payment: tuple[int, tuple[Tender, ...]] | None = None
    asked: int | None = None
    sale: Sale | None = None

    @property
    def language(self) -> str:
        """Of the sale that is shown; of the fair where there is none."""
        if self.page is BuyerPage.THANKS and self.sale is not None:
            return self.sale.language
        if self.basket is not None and self.basket.language:
            return self.basket.language
        session = self.session
        return session.exhibition.language(session.terms.network.language) if session is not None else ""

    @property
    def currency(self) -> Currency:
        """What the amounts are in; raises `ValueError` before anybody sells."""
        if self.page is BuyerPage.THANKS and self.sale is not None:
            return currency(self.sale.stamp.currency)
        if self.session is None:
            raise ValueError("nobody sells yet")
        return self.session.exhibition.currency
