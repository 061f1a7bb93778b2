"""What a pole says in two lines of twenty letters."""

from pos.domain.basket import Basket
from pos.domain.refusals import Refusal
from pos.domain.tenders import still_due
from pos.domain.text import in_language
from pos.texts import Texts
from pos.ui.display.buyer_sight import BuyerPage, BuyerSight
from pos.ui.display.customer_words import FIRST, BuyerWords
from pos.ui.session import Session

COLUMNS = 20
Lines = tuple[str, str]


def pole_lines(sight: BuyerSight) -> Lines:
    """What the buyer sees, in two lines: the newest thing above, what it comes to below."""
    session = sight.session
    if session is None:
        return "", ""
    texts = BuyerWords.of(sight.language).main
    match sight.page:
        case BuyerPage.CART if sight.basket is not None:
            return _of_cart(sight.basket, session, sight, texts)
        case BuyerPage.QR if sight.asked is not None:
            return sides(texts._("Pay by QR"), ""), _amount(sight.asked, sight, texts)
        case BuyerPage.THANKS if sight.sale is not None:
            thanks = sides(texts._("Thank you!"), "")
            if sight.sale.change:
                return _labelled(texts._("Your change"), sight.sale.change, sight, texts), thanks
            return _labelled(texts._("Total"), sight.sale.due + sight.sale.rounding, sight, texts), thanks
        case _:
            return sides(session.terms.network.name, ""), sides(texts._("Welcome"), "")


def sides(left: str, right: str) -> str:
    """One at the left and one at the right; what is too long gives way at the left, for an amount is never cut."""
    room = COLUMNS - len(right) - bool(right)
    return left[: max(0, room)].ljust(COLUMNS - len(right)) + right


def _of_cart(basket: Basket, session: Session, sight: BuyerSight, texts: Texts) -> Lines:
    try:
        due = basket.due
    except Refusal:  # a discount that no longer fits the lines: the till says so
        return sides(session.terms.network.name, ""), ""
    if sight.payment is not None and sight.payment[1]:
        due, tenders = sight.payment
        missing = still_due(due, tenders, session.exhibition)
        label = texts._("Still to pay") if missing > 0 else texts._("Your change")
        return _labelled(texts._("Total"), due, sight, texts), _labelled(label, abs(missing), sight, texts)
    line = basket.lines[sight.newest]
    name = in_language(line.product.name, texts.language, FIRST)
    figure = texts._("YAPA") if line.yapa else texts.amount(line.amount, basket.currency.digits)
    first = sides(name if line.qty == 1 else f"{line.qty} x {name}", figure)
    return first, _labelled(texts._("Total"), due, sight, texts)


def _labelled(label: str, minor: int, sight: BuyerSight, texts: Texts) -> str:
    return sides(label, _figure(minor, sight, texts))


def _amount(minor: int, sight: BuyerSight, texts: Texts) -> str:
    return sides(texts.symbol(sight.currency.code), _figure(minor, sight, texts))


def _figure(minor: int, sight: BuyerSight, texts: Texts) -> str:
    return texts.amount(minor, sight.currency.digits)
