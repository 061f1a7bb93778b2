"""Who made what a receipt sells: their emblems and stories, the stamps of their groups, and a QR to read on at home."""

from collections.abc import Iterator

from pos.domain.documents import Receipt, ReceiptMaker
from pos.printing.columns import wrap
from pos.printing.receipt_elements import (
    EMBLEM_COLUMNS,
    STAMP_COLUMNS,
    Blank,
    Dashes,
    Element,
    EmblemRow,
    Picture,
    QrCode,
    Stamp,
)
from pos.printing.sentences import opening_words
from pos.printing.strip_page import StripPage

_MOST_STORIES = 3
"""Of more makers than these no story is printed, or the receipt would be longer than its goods."""

_STAMP_DOTS = (160, 96)
"""The most that a stamp's picture takes of the paper: 20 by 12 mm, in 1.9 KB."""


def makers(page: StripPage, receipt: Receipt) -> Iterator[Element]:
    """The part of a receipt between what was paid and its number."""
    if receipt.makers:
        yield Dashes()
        yield from page.sides(page.texts._("Made by hand by"), bold=True)
        yield Blank(2)
        has_room = len(receipt.makers) <= _MOST_STORIES
        for maker in receipt.makers:
            yield from _maker(page, maker, has_room=has_room)
    if receipt.stamps:
        yield from _stamps(page, receipt)
    if receipt.told:
        yield from _told(page, receipt.told)


def _maker(page: StripPage, maker: ReceiptMaker, *, has_room: bool) -> Iterator[Element]:
    about = (maker.community or maker.technique,) if page.paper.compact else (maker.community, maker.technique)
    room = page.paper.columns - EMBLEM_COLUMNS
    name = wrap(maker.name, room)
    story = opening_words(maker.story, room, lines=3 if page.paper.compact else 2) if has_room else ()
    lines = (*name, *wrap(" · ".join(filter(None, about)), room), *story)
    yield EmblemRow(maker.emblem, lines, bold_lines=len(name))


def _stamps(page: StripPage, receipt: Receipt) -> Iterator[Element]:
    """A stamp that has a picture is that, with its words below; any other is its words in a frame."""
    for stamp in receipt.stamps:
        yield Blank(8)
        if stamp.picture:
            yield Picture(stamp.picture, *_STAMP_DOTS, words=stamp.words)
            yield from page.centred(stamp.words, bold=True)
        elif lines := wrap(stamp.words, page.paper.columns - STAMP_COLUMNS):
            yield Stamp(lines)
    yield Blank(6)


def _told(page: StripPage, told: str) -> Iterator[Element]:
    yield Dashes()
    yield from page.centred(page.texts._("Read with your telephone who made it"))
    yield QrCode(told)
