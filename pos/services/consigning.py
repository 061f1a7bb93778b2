"""Goods in, goods back, goods lost."""

from collections.abc import Sequence

from pos.domain.consignment import ConsignmentNote, NoteKind, consignment_note
from pos.services.acts import Act, done_before, refuse_closed
from pos.services.cataloguing import Cataloguing
from pos.storage.books import Books


class Consigning:
    """Writes consignment notes."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def note(
        self,
        act: Act,
        kind: NoteKind,
        unit: str,
        goods: Sequence[tuple[str, int]],
        reason: str = "",
        *,
        paper: bool = False,
    ) -> ConsignmentNote:
        """A note of (barcode or SKU, pieces) that a unit delivered, takes back, or lost.

        `paper` puts it into the print queue, to be signed.

        Raises `UnknownUnit`, `UnknownCode`, `ExhibitionClosed`, and as `consignment.consignment_note`.
        """
        terms = self._catalogue.terms()
        exhibition = terms.exhibition(act.exhibition)
        terms.unit(unit)
        found = [(self._catalogue.find(scan), qty) for scan, qty in goods]
        with self._books.transaction() as books:
            before = done_before(books, act, ConsignmentNote)
            if before is not None:
                return before
            refuse_closed(books, act)
            note = consignment_note(act.stamp(exhibition), kind, unit, found, reason)
            books.journal.append(note, paper=paper)
        return note
