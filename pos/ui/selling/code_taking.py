"""What follows from a code or a product: it comes into the cart, or a message says why not and what to do next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pos.domain.money import Money
from pos.domain.open_items import is_open_item
from pos.domain.products import Product
from pos.domain.refusals import Refusal, UnknownCode
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.texts import LANGUAGES, N_, Texts
from pos.ui.messages import told
from pos.ui.selling.scan_field import FieldState
from pos.ui.selling.scan_troubles import NextStep, NotTaken, badge_not_taken, not_taken
from pos.ui.selling.selling_flow import BAD, GOOD, SellingFlow
from pos.ui.session import Session

OPEN_ITEM = N_("Piece without a label")
"""What an open-price item is called on the screen and on the receipt."""


class CodeTaking(QObject):
    """Finds products and puts them into the cart of the flow."""

    refused = Signal(str, FieldState)
    """This code was not taken, and how the field says so."""
    search_wanted = Signal()

    def __init__(self, flow: SellingFlow, desk: Desk) -> None:
        super().__init__(flow)
        self._flow = flow
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        flow.sheets.open_item_priced.connect(self._add_open_item)
        flow.sheets.priced.connect(self._add_priced)

    def start(self, session: Session) -> None:
        """Take what this session's exhibition sells."""
        self._session = session

    def take_codes(self, readings: Sequence[str], pieces: int = 1) -> None:
        """Put the product of a code into the cart; the readings are what the code may mean, the likeliest first."""
        if self._session is None:
            return
        try:
            product = self._desk.finding.scanned(readings, self._session.exhibition)
        except UnknownCode as trouble:
            if not self._take_badge(readings):
                self._refuse(trouble, readings, pieces)
        except (Refusal, BooksUnavailable) as trouble:
            self._refuse(trouble, readings, pieces)
        else:
            self.take_product(product, pieces, code=readings[0])

    def take_product(self, product: Product, pieces: int = 1, *, code: str = "") -> None:
        """Put a product into the cart, or say why not."""
        cart = self._flow.cart
        if cart is None:
            return
        if is_open_item(product):
            self.sell_open_item(product.holder)
            return
        try:
            cart.add(product, pieces)
        except Refusal as refusal:
            said = not_taken(refusal, self._texts)
            asks_price = said.step is NextStep.PUT_PRICE
            self._tell(said, code, (lambda: self._ask_price(product, pieces)) if asks_price else None)
        else:
            self._flow.drop_message()
            self._flow.note_change(GOOD)

    def sell_open_item(self, unit: str = "") -> None:
        """Ask what a piece without a label costs, and whose it is where no unit is given."""
        if self._session is not None:
            self._flow.sheets.open_item(self._session, unit)

    def _take_badge(self, readings: Sequence[str]) -> bool:
        """A unit's badge stands for its pieces without a label; whether it was one."""
        unit = self._desk.finding.unit_of_badge(readings)
        if unit is None or self._session is None:
            return False
        if self._session.exhibition.takes_part(unit):
            self.sell_open_item(unit)
        else:
            said = badge_not_taken(self._session.terms.unit(unit).name, self._texts)
            self._tell(said, readings[0], lambda: self.sell_open_item(unit))
        return True

    def _ask_price(self, product: Product, pieces: int) -> None:
        if self._session is not None:
            self._flow.sheets.price(self._session, product, pieces)

    def _add_open_item(self, unit: str, price: Money) -> None:
        if self._session is None:
            return
        act = self._desk.act(self._session.exhibition.id)
        try:
            product = self._desk.finding.open_item(act, unit, open_item_names())
        except (Refusal, BooksUnavailable) as trouble:
            self._flow.refuse(told(trouble, self._texts))
            return
        self._add_priced(product, price, 1)

    def _add_priced(self, product: Product, price: Money, pieces: int) -> None:
        self._flow.drop_message()
        self._flow.change(lambda cart: cart.add_priced(product, price, pieces), sound=GOOD)

    # --- what could not be taken ---------------------------------------------------------------------------------

    def _refuse(self, trouble: Refusal | BooksUnavailable, readings: Sequence[str], pieces: int) -> None:
        said = not_taken(trouble, self._texts)
        steps: Mapping[NextStep, Callable[[], None]] = {
            NextStep.SEARCH: self.search_wanted.emit,
            NextStep.SELL_ANYWAY: lambda: self._sell_anyway(readings, pieces),
        }
        self._tell(said, readings[0], steps.get(said.step))

    def _sell_anyway(self, readings: Sequence[str], pieces: int) -> None:
        try:
            product = self._desk.finding.find_anyway(readings)
        except (Refusal, BooksUnavailable) as trouble:
            self._refuse(trouble, readings, pieces)
        else:
            self.take_product(product, pieces, code=readings[0])

    def _tell(self, said: NotTaken, code: str, then: Callable[[], None] | None) -> None:
        if code:
            self.refused.emit(code, said.state)
        # A button that does nothing is worse than none.
        message = said.message if then is not None else replace(said.message, action="", action_icon="")
        self._flow.say(message, then, about_code=True)
        self._flow.sounded.emit(BAD)


def open_item_names() -> Mapping[str, str]:
    """What an open-price item is called, by language."""
    return {language: Texts(language)._(OPEN_ITEM) for language in LANGUAGES}
