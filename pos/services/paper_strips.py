"""Which paper an event has, laid out as a strip: receipts, a shift's papers, slips, notes of goods, settlements."""

from datetime import datetime

from pos.domain.consignment import ConsignmentNote
from pos.domain.documents import SettlementPaper
from pos.domain.facts import Event
from pos.domain.refusals import NoOpenShift
from pos.domain.sales import Return, Sale
from pos.domain.settlements import Advance, Payout
from pos.domain.shifts import CashMoved, ShiftClosed
from pos.printing.note_layout import lay_out_note
from pos.printing.receipt_elements import Element, PaperWidth
from pos.printing.receipt_layout import lay_out
from pos.printing.settlement_layout import lay_out_settlement
from pos.printing.shift_layout import lay_out_shift
from pos.printing.slip_layout import lay_out_slip
from pos.services.cataloguing import Cataloguing
from pos.services.goods_notes import note_paper
from pos.services.paper_pictures import PaperPictures
from pos.services.receipts import return_receipt, sale_receipt
from pos.services.shift_papers import cash_slip, x_paper, z_paper
from pos.storage.books import Books
from pos.texts import Texts, spoken

Strip = tuple[Element, ...]


class PaperStrips:
    """Lays papers out; it reads, and never writes."""

    def __init__(self, books: Books, catalogue: Cataloguing, pictures: PaperPictures | None = None) -> None:
        self._books = books
        self._catalogue = catalogue
        self._pictures = pictures

    def of_event(self, event: Event, paper: PaperWidth, *, copy: bool) -> Strip:
        """An event's paper; `copy` marks a reprint. Raises `TypeError` for an event that has none."""
        terms = self._catalogue.terms()
        match event:
            case Sale():
                receipt = sale_receipt(event, terms, copy=copy, pictures=self._pictures)
                return lay_out(receipt, paper, texts_of(receipt.language))
            case Return():
                receipt = return_receipt(event, terms, copy=copy, pictures=self._pictures)
                return lay_out(receipt, paper, texts_of(receipt.language))
            case ShiftClosed():
                with self._books.reading() as books:
                    closing = z_paper(books, event, terms, copy=copy)
                return lay_out_shift(closing, paper, texts_of(closing.language))
            case CashMoved() | Advance() | Payout():
                slip = cash_slip(event, terms, copy=copy)
                return lay_out_slip(slip, paper, texts_of(slip.language))
            case ConsignmentNote():
                with self._books.reading() as books:
                    note = note_paper(books, event, terms)
                return lay_out_note(note, paper, texts_of(note.language), copy=copy)
        raise TypeError(f"{type(event).__name__} has no paper")

    def x(self, till: str, at: datetime, paper: PaperWidth) -> Strip:
        """The X of a till's open shift; raises `NoOpenShift`."""
        terms = self._catalogue.terms()
        with self._books.reading() as books:
            shift = books.journal.till(till).shift
            if shift is None:
                raise NoOpenShift(till=till)
            reading = x_paper(books, till, shift, terms, at)
        return lay_out_shift(reading, paper, texts_of(reading.language))

    def settlement(self, settlement: SettlementPaper, paper: PaperWidth) -> Strip:
        """A unit's settlement, the same as its sheet has it."""
        return lay_out_settlement(settlement, paper, texts_of(settlement.language))


def texts_of(language: str) -> Texts:
    """What a strip says of its own: no language that a network speaks keeps its papers from being printed."""
    return Texts(spoken(language))
