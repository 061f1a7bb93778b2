"""A note of goods laid out for a paper strip, twice, to be signed by two: what a unit brought, took home or lost."""

from collections.abc import Iterator

from pos.domain.consignment import NoteKind
from pos.domain.documents import NotePaper
from pos.printing.columns import wrap
from pos.printing.receipt_elements import (
    EMBLEM_COLUMNS,
    Band,
    Blank,
    Cut,
    Dashes,
    Element,
    EmblemRow,
    PaperWidth,
    Rule,
)
from pos.printing.shift_layout import signature
from pos.printing.strip_page import StripPage
from pos.texts import N_, Texts

_HEADINGS = {
    NoteKind.DELIVERY: N_("DELIVERY NOTE"),
    NoteKind.RETURN: N_("RETURN NOTE"),
    NoteKind.LOSS: N_("LOSS NOTE"),
}
FOR_WHOM = (N_("For the producer"), N_("For the network"))
"""Papers that two sign are printed twice; each says whose it is."""


def lay_out_note(note: NotePaper, paper: PaperWidth, texts: Texts, *, copy: bool = False) -> tuple[Element, ...]:
    """Both papers, each to its cut; `texts` speak the note's language, and `copy` marks a reprint."""
    page = StripPage(paper, texts)
    return tuple(
        element
        for whose in FOR_WHOM
        for part in (_opening(page, note, texts._(whose), copy=copy), _goods(page, note), _closing(page, note))
        for element in part
    )


def unit_row(page: StripPage, note: NotePaper) -> EmblemRow:
    """Whose goods they are."""
    room = page.paper.columns - EMBLEM_COLUMNS
    name = wrap(note.unit_name, room)
    return EmblemRow(note.emblem, (*name, *wrap(note.community, room)), bold_lines=len(name))


def _opening(page: StripPage, note: NotePaper, whose: str, *, copy: bool) -> Iterator[Element]:
    t = page.texts
    yield Band()
    yield Blank(10)
    yield from page.centred(note.network, bold=True)
    for line in (*note.header, note.exhibition, note.place):
        yield from page.centred(line)
    yield Blank(6)
    yield from page.centred(t._(_HEADINGS[NoteKind(note.kind)]), bold=True, double=True)
    if copy:
        yield from page.centred(t.pgettext("receipt", "COPY"), bold=True, double=True)
    yield from page.centred(whose)
    yield Rule()
    yield unit_row(page, note)
    day = t.short_date(note.at) if page.paper.compact else t.weekday_date(note.at)
    yield from page.sides(t._("Till %(till)s") % {"till": note.till}, f"{day} {t.time(note.at)}")
    yield Dashes()


def _goods(page: StripPage, note: NotePaper) -> Iterator[Element]:
    t = page.texts
    for line in note.goods:
        yield from page.sides(line.name, t.amount(line.qty, 0), bold=True)
        yield from page.sides(line.sku, indent=1 if page.paper.compact else 2)
    yield Rule()
    yield from page.large(t._("PIECES"), t.amount(note.pieces, 0), money=False)
    if note.reason:
        yield Blank(6)
        yield from page.sides(t._("Why: %(reason)s") % {"reason": note.reason})


def _closing(page: StripPage, note: NotePaper) -> Iterator[Element]:
    t = page.texts
    for who in _signing(note, t):
        yield from signature(page, who)
    yield Blank(16)
    yield Band()
    yield Blank(24)
    yield Cut()


def _signing(note: NotePaper, t: Texts) -> tuple[str, str]:
    """Who hands the goods over, and who receives them; of what was lost, both only say that they know."""
    unit = {"name": note.unit_name}
    match NoteKind(note.kind):
        case NoteKind.DELIVERY:
            return t._("Hands over: %(name)s") % unit, t._("Receives, for the network:")
        case NoteKind.RETURN:
            return t._("Hands over, for the network:"), t._("Receives: %(name)s") % unit
        case NoteKind.LOSS:
            return t._("Has been told: %(name)s") % unit, t.pgettext("signature", "For the network")
