"""A note of goods as a paper to sign."""

from pos.domain.consignment import ConsignmentNote
from pos.domain.documents import EmblemOf, NotedGoods, NotePaper
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.services.receipts import place_of
from pos.storage.books import Reading


def note_paper(books: Reading, note: ConsignmentNote, terms: Terms) -> NotePaper:
    """The paper of a note, in the network's language, with the goods in the order in which they were counted."""
    exhibition, network = terms.exhibition(note.stamp.exhibition), terms.network
    unit = terms.unit(note.unit)
    products = books.catalogue.products_of({line.sku for line in note.lines})
    return NotePaper(
        kind=note.kind.value,
        language=network.language,
        network=network.name,
        header=network.receipt_header,
        exhibition=exhibition.name,
        place=place_of(exhibition),
        till=note.stamp.till,
        at=note.stamp.at,
        unit=unit.id,
        unit_name=unit.name,
        community=unit.community,
        emblem=EmblemOf(*terms.emblems[unit.id]),
        goods=tuple(
            NotedGoods(in_language(products[line.sku].name, network.language), line.sku, line.qty)
            for line in note.lines
        ),
        reason=note.reason,
    )
