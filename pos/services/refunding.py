"""Taking goods back: a refund of some lines, or a void of a whole sale of the same shift."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos.domain.barcodes import read_receipt_digits
from pos.domain.people import Approval
from pos.domain.refusals import ReturnWithoutReceipt, UnknownSale
from pos.domain.sales import Return, Sale, all_lines, check_currency, lines_back, pay_back
from pos.domain.stamps import EventId
from pos.domain.tenders import MAX_REFERENCE, TenderKind
from pos.domain.text import optional_text
from pos.services.acts import Act, done_before, refuse_closed, shift_of
from pos.services.cataloguing import Cataloguing
from pos.storage.books import Books


@dataclass(frozen=True, slots=True)
class PayBack:
    """How the buyer is paid back; `currency` None means the exhibition's own."""

    kind: TenderKind = TenderKind.CASH
    currency: str | None = None
    reference: str = ""


CASH_BACK = PayBack()


@dataclass(frozen=True, slots=True)
class _How:
    """What a refund and a void have in common, beside what comes back."""

    restock: bool
    pay: PayBack
    approval: Approval | None
    shown: bool
    paper: bool


class Refunding:
    """Takes goods back."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def find(self, receipt: str) -> Sale:
        """The sale of a receipt number as people read it, or as its barcode codes it; raises `UnknownSale`."""
        with self._books.reading() as books:
            sale = books.journal.sale_of_receipt(read_receipt_digits(receipt) or receipt)
        if sale is None:
            raise UnknownSale(receipt=receipt)
        return sale

    def refund(
        self,
        act: Act,
        sale: EventId,
        lines: Sequence[tuple[int, int]],
        *,
        restock: bool = True,
        pay: PayBack = CASH_BACK,
        approval: Approval | None = None,
        shown: bool,
        paper: bool = True,
    ) -> Return:
        """Take back (line number, pieces) of a sale and pay the buyer; `shown` says whether its receipt was.

        Raises `UnknownSale`, `NoOpenShift`, `ExhibitionClosed`, `ReturnWithoutReceipt` unless a supervisor approves,
        and as `sales.lines_back` and `sales.pay_back`.
        """
        how = _How(restock, pay, approval, shown, paper)
        return self._take_back(act, sale, lines, how)

    def void(
        self,
        act: Act,
        sale: EventId,
        approval: Approval | None = None,
        *,
        shown: bool,
        paper: bool = True,
    ) -> Return:
        """Undo all of a sale of the open shift, in cash; raises as `refund` and `sales.all_lines`."""
        return self._take_back(act, sale, None, _How(True, CASH_BACK, approval, shown, paper))

    def _take_back(
        self,
        act: Act,
        sale_id: EventId,
        lines: Sequence[tuple[int, int]] | None,
        how: _How,
    ) -> Return:
        exhibition = self._catalogue.terms().exhibition(act.exhibition)
        optional_text("reference", how.pay.reference, MAX_REFERENCE)
        with self._books.transaction() as books:
            before = done_before(books, act, Return)
            if before is not None:
                return before
            refuse_closed(books, act)
            shift = shift_of(books, act)
            sale = books.journal.sale(sale_id)
            if sale is None:
                raise UnknownSale(receipt=sale_id)
            if not how.shown and how.approval is None:
                raise ReturnWithoutReceipt(receipt=sale.receipt)
            check_currency(sale, exhibition)
            already = books.journal.returned(sale_id)
            wanted = all_lines(sale, already, shift.id) if lines is None else lines
            back = lines_back(sale, already, wanted)
            due = sum(line.net for line in back)
            code = how.pay.currency or exhibition.currency.code
            tender, rounding = pay_back(due, how.pay.kind, code, exhibition, how.pay.reference)
            returned = Return(
                stamp=act.stamp(exhibition, shift.id),
                number=books.journal.till(act.till).return_number + 1,
                sale=sale_id,
                sale_receipt=sale.receipt,
                cashier=shift.cashier,
                supervisor=how.approval.supervisor if how.approval else None,
                language=sale.language,
                void=lines is None,
                restock=how.restock,
                lines=back,
                due=due,
                rounding=rounding,
                tender=tender,
            )
            books.journal.append(returned, paper=how.paper)
        return returned
