"""Paying the units: advances and payouts; and closing an exhibition, which shares its costs."""

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import AlreadyClosed
from pos.domain.settlements import (
    Advance,
    ExhibitionClosed,
    Payout,
    PayoutKind,
    advance,
    close_exhibition,
    payable_now,
)
from pos.services.acts import Act, done_before, refuse_closed, shift_of
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading
from pos.storage.figures import Period


class Settling:
    """Pays units and closes exhibitions."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def advance(self, act: Act, unit: str, amount: Money, *, paper: bool = False) -> Advance:
        """Cash to a unit from the drawer, before its settlement; `paper` puts a slip to sign into the print queue.

        Raises `UnknownUnit`, `ExhibitionClosed`, `NoOpenShift`, `AmountNotPositive`.
        """
        terms = self._catalogue.terms()
        terms.unit(unit)
        exhibition = terms.exhibition(act.exhibition)
        with self._books.transaction() as books:
            before = done_before(books, act, Advance)
            if before is not None:
                return before
            refuse_closed(books, act)
            shift = shift_of(books, act)
            given = advance(act.stamp(exhibition, shift.id), shift.cashier, unit, amount)
            books.journal.append(given, paper=paper)
        return given

    def pay_out(
        self,
        act: Act,
        unit: str,
        kind: PayoutKind,
        amount: Money | None = None,
        approval: Approval | None = None,
        *,
        paper: bool = False,
    ) -> Payout:
        """Pay a unit an amount, or its whole balance; cash comes from the open shift.

        `paper` puts a slip to sign into the print queue.
        Raises `UnknownUnit`, `NoOpenShift` (cash only), and as `settlements.payable_now`.
        """
        terms = self._catalogue.terms()
        terms.unit(unit)
        exhibition = terms.exhibition(act.exhibition)
        with self._books.transaction() as books:
            before = done_before(books, act, Payout)
            if before is not None:
                return before
            shift = shift_of(books, act) if kind is PayoutKind.CASH else None
            balance = _balance(books, terms, exhibition, unit)
            paid = payable_now(unit, amount, balance, approval)
            over = balance < paid
            payout = Payout(
                stamp=act.stamp(exhibition, shift.id if shift else None),
                cashier=shift.cashier if shift else "",
                supervisor=approval.supervisor if approval and over else None,
                unit=unit,
                kind=kind,
                amount=paid.minor,
                balance=balance.minor,
            )
            books.journal.append(payout, paper=paper)
        return payout

    def balance(self, exhibition_id: str, unit: str) -> Money:
        """What a unit can be paid now at an exhibition; raises `UnknownExhibition`, `UnknownUnit`."""
        terms = self._catalogue.terms()
        terms.unit(unit)
        with self._books.reading() as books:
            return _balance(books, terms, terms.exhibition(exhibition_id), unit)

    def close_exhibition(self, act: Act, approval: Approval) -> ExhibitionClosed:
        """Close an exhibition: its costs are shared and posted; raises `AlreadyClosed`."""
        exhibition = self._catalogue.terms().exhibition(act.exhibition)
        with self._books.transaction() as books:
            before = done_before(books, act, ExhibitionClosed)
            if before is not None:
                return before
            if books.journal.is_closed(exhibition.id):
                raise AlreadyClosed(exhibition=exhibition.id)
            gross = {unit: sums.gross for unit, sums in books.figures.shares(Period(exhibition.id)).items()}
            closed = close_exhibition(act.stamp(exhibition), exhibition, approval.supervisor, gross)
            books.journal.append(closed)
        return closed


def _balance(books: Reading, terms: Terms, exhibition: Exhibition, unit: str) -> Money:
    """What is owed up to this exhibition, and no more than is owed over all exhibitions of its currency.

    The second limit keeps a debt that a later exhibition brought forward and paid from being paid here again.
    """
    up_to_here = books.figures.owed_to(unit, [*terms.carried_into(exhibition), exhibition.id])
    everywhere = books.figures.owed_to(unit, terms.of_currency(exhibition))
    return Money(min(up_to_here, everywhere), exhibition.currency)
