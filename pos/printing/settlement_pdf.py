"""A unit's settlement on A4, to be read, understood and signed: what it sold, its accounts, and what it gets.

Source: docs/domain.md, "Settlement". Every figure is the paper's own; only columns are summed here.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from pos.domain.documents import SettlementPaper
from pos.domain.network import UnitKind
from pos.printing.pdf_flow import Drawing, Flow
from pos.printing.pdf_frame import Frame
from pos.printing.pdf_page import RULE, UPRIGHT, Sheet
from pos.printing.pdf_type import (
    BLACK,
    BODY,
    BOLD,
    QUIET,
    REGULAR,
    STRONG,
    Type,
    baseline,
    capital,
    fingerprint_words,
    wrapped,
)
from pos.printing.settlement_accounts import AS_DESIGNED, TIGHT, BalanceBox, Spacing, accounts, members, ways_to_pay
from pos.printing.settlement_goods import products
from pos.texts import Texts

_ACCOUNTS_WIDTH = 346.0
_MEMBERS_LEFT = 424.0
_EMBLEM = 84.0
_SMALL_EMBLEM = 36.0
_FAIR_WIDTH = 240.0
_FAIR_LINE_GAP = 2.0
_ABOUT = Type(REGULAR, 14)
_SIGNING = Type(REGULAR, 12.5)
_SIGNING_NAME = Type(BOLD, 12.5)
_SIGNING_WORDS = 5 + 3 * _SIGNING.leading


def settlement_pdf(
    papers: Sequence[SettlementPaper], texts: Texts, target: Path | BinaryIO, *, copies: int = 1
) -> None:
    """Write one PDF with a settlement for each unit, each so many times, beginning on a page of its own.

    Raises `ValueError` where there is no settlement, and `OSError` where the file cannot be written.
    """
    if not papers:
        raise ValueError("there is no settlement to print")
    sheet = Sheet(target, UPRIGHT, title=_title(papers, texts), network=papers[0].network, language=texts.language)
    for place, paper in enumerate(papers):
        frame = _frame(paper, texts)
        pages = _planned(paper, texts, frame)
        sheet.mark(f"settlement-{place}", f"{paper.number} · {paper.unit_name}")
        for _ in range(copies):
            for number, drawings in enumerate(pages, start=1):
                sheet.begin_page()
                frame.draw(sheet, number, len(pages))
                for drawing in drawings:
                    drawing(sheet)
                sheet.end_page()
    sheet.save()


def _title(papers: Sequence[SettlementPaper], texts: Texts) -> str:
    first = papers[0]
    if len(papers) > 1:
        return texts._("Settlements") + f" · {first.exhibition}"
    return texts._("Settlement") + f" {first.number} · {first.unit_name}"


def _frame(paper: SettlementPaper, texts: Texts) -> Frame:
    seal = texts._("books up to sale %(number)s") % {"number": paper.last_sale} if paper.last_sale else ""
    return Frame(
        form=UPRIGHT,
        texts=texts,
        network=" · ".join((paper.network, *paper.header)),
        title=texts._("Settlement"),
        number=texts._("No. %(number)s") % {"number": paper.number},
        moment=capital(f"{texts.long_date(paper.printed_at.date())}, {texts.time(paper.printed_at)}"),
        notes=(
            texts._(
                "Two are printed: one for the producer and one for the network. "
                "If something does not add up, do not sign: ask to see the sales in detail."
            ),
        ),
        seal=" · ".join(part for part in (seal, fingerprint_words(texts, paper.fingerprint)) if part),
        coded=paper.number,
        draft="" if paper.exhibition_closed else texts._("the fair is still open"),
    )


def _planned(paper: SettlementPaper, texts: Texts, frame: Frame) -> list[list[Drawing]]:
    """The drawings of each page, spaced as designed, or tighter where that takes fewer sheets."""
    pages = _with_spacing(paper, texts, frame, AS_DESIGNED)
    if len(pages) == 1:
        return pages
    tighter = _with_spacing(paper, texts, frame, TIGHT)
    return tighter if len(tighter) < len(pages) else pages


def _with_spacing(paper: SettlementPaper, texts: Texts, frame: Frame, spacing: Spacing) -> list[list[Drawing]]:
    next_top = frame.top + _SMALL_EMBLEM + 24
    flow = Flow(UPRIGHT.left, UPRIGHT.span, frame.top, next_top, frame.bottom)
    _identity(flow, paper, texts)
    products(flow, paper, texts, spacing)
    money = flow.beside(UPRIGHT.left, _ACCOUNTS_WIDTH)
    people = flow.beside(_MEMBERS_LEFT, UPRIGHT.right - _MEMBERS_LEFT)
    accounts(money, paper, texts, spacing)
    members(people, paper, texts, spacing)
    if paper.balance.minor > 0:
        ways_to_pay(people, texts, spacing)
    _balance_and_signatures(money, people, paper, texts, spacing)
    for drawings in flow.pages[1:]:
        drawings.insert(0, lambda sheet: _reminder(sheet, paper, texts, frame.top))
    return flow.pages


# --- whose settlement it is -----------------------------------------------------------------------------------------


def _identity(flow: Flow, paper: SettlementPaper, texts: Texts) -> None:
    """The unit with its emblem at the left, the exhibition at the right."""
    room = flow.width - _EMBLEM - _FAIR_WIDTH - 36
    name = next(
        (kind for size in (24, 20) if len(wrapped(paper.unit_name, kind := Type(BOLD, size), room)) <= 2),
        Type(BOLD, 17),
    )
    names = wrapped(paper.unit_name, name, room, most=4)
    about = _about(paper, texts, room)
    about_top = 1.15 * name.size * len(names)
    rows = _fair(paper, texts)
    words_height = about_top + _ABOUT.leading * len(about)
    fair_height = sum(BODY.leading * len(lines) + _FAIR_LINE_GAP for _, lines in rows) - _FAIR_LINE_GAP
    inner = max(_EMBLEM, words_height, fair_height)

    def drawing(sheet: Sheet, top: float) -> None:
        left = flow.left + _EMBLEM + 18
        sheet.emblem(paper.emblem, flow.left, top + 10 + (inner - _EMBLEM) / 2, _EMBLEM)
        words_top = top + 10 + (inner - words_height) / 2
        for n, line in enumerate(names):
            sheet.text(left, baseline(words_top + n * 1.15 * name.size, 1.15 * name.size, name.size), line, name)
        sheet.lines(left, words_top + about_top, about, _ABOUT)
        row_top = top + 10 + (inner - fair_height) / 2
        for label, lines in rows:
            sheet.lines(flow.right - _FAIR_WIDTH, row_top, [label], QUIET)
            sheet.lines(flow.right, row_top, lines, STRONG, "right")
            row_top += BODY.leading * len(lines) + _FAIR_LINE_GAP
        sheet.rule(flow.left, flow.right, top + 20 + inner + 0.5)

    flow.draw(inner + 21, drawing)


def _about(paper: SettlementPaper, texts: Texts, room: float) -> list[str]:
    """What kind of unit it is, where it is from, how many it is and its code, in lines."""
    kind = UnitKind(paper.unit_kind)
    words = {
        UnitKind.INDIVIDUAL: "%(technique)s",
        UnitKind.FAMILY: texts._("Family · %(technique)s"),
        UnitKind.COLLECTIVE: texts._("Collective of %(technique)s"),
    }[kind]
    bare = {UnitKind.INDIVIDUAL: "", UnitKind.FAMILY: texts._("Family"), UnitKind.COLLECTIVE: texts._("Collective")}[
        kind
    ]
    first = words % {"technique": paper.technique} if paper.technique else bare
    count = texts.ngettext("%(n)d member", "%(n)d members", len(paper.members)) % {"n": len(paper.members)}
    code = texts._("code %(code)s") % {"code": paper.unit}
    second = capital(code) if kind is UnitKind.INDIVIDUAL else f"{count} · {code}"
    lines = [part for part in (capital(first), paper.community) if part]
    if _ABOUT.width(" · ".join(lines)) <= room:
        lines = [" · ".join(lines)] if lines else []
    return [line for words in (*lines, second) for line in wrapped(words, _ABOUT, room, most=2)]


def _fair(paper: SettlementPaper, texts: Texts) -> list[tuple[str, list[str]]]:
    code = paper.gross.currency.code
    rows = (
        (texts._("Fair"), paper.exhibition),
        (texts._("Place"), paper.place),
        (texts._("Dates"), texts.date_range(paper.starts, paper.ends)),
        (texts._("Currency"), f"{capital(texts.currency_name(code))} ({texts.symbol(code)})"),
    )
    room = _FAIR_WIDTH - max(QUIET.width(label) for label, _ in rows) - 12
    return [(label, wrapped(words, STRONG, room, most=3)) for label, words in rows if words]


def _reminder(sheet: Sheet, paper: SettlementPaper, texts: Texts, top: float) -> None:
    """On a further page, whose settlement goes on here."""
    sheet.emblem(paper.emblem, UPRIGHT.left, top + 10, _SMALL_EMBLEM)
    name = Type(BOLD, 18)
    left = UPRIGHT.left + _SMALL_EMBLEM + 14
    more = texts._("continued")
    line = wrapped(paper.unit_name, name, UPRIGHT.right - left - QUIET.width(more) - 20, most=1)
    stand = baseline(top + 10, _SMALL_EMBLEM, name.size)
    sheet.text(left, stand, line[0], name)
    sheet.text(UPRIGHT.right, stand, more, QUIET, "right")
    sheet.rule(UPRIGHT.left, UPRIGHT.right, top + 20 + _SMALL_EMBLEM - 0.5)


# --- the balance, and who signs for it ------------------------------------------------------------------------------


def _balance_and_signatures(money: Flow, people: Flow, paper: SettlementPaper, texts: Texts, spacing: Spacing) -> None:
    """The balance under the accounts and, on the same page for it is what they sign, the signatures at its foot."""
    box = BalanceBox(paper.balance, texts, money.width)
    signing = 16 + spacing.signing + _SIGNING_WORDS
    if people.page > money.page:
        money.turn_to(people.page)
    beside = people.top if people.page == money.page else 0.0
    if max(money.top + 10 + box.height, beside) + signing > money.bottom:
        money.turn()
    money.skip(10)
    money.draw(box.height, lambda sheet, top: box.draw(sheet, money.left, top))
    flow = money.beside(UPRIGHT.left, UPRIGHT.span)
    flow.below(people)
    _signatures(flow, paper, texts)


def _signatures(flow: Flow, paper: SettlementPaper, texts: Texts) -> None:
    """At the foot of the page: who received, with room for a fingerprint, and who paid."""
    space = min(AS_DESIGNED.signing, flow.bottom - flow.top - 16 - _SIGNING_WORDS)
    flow.top = flow.bottom - space - _SIGNING_WORDS
    paid = paper.balance.minor > 0
    blank = texts._("Name %(line)s") % {"line": "_" * 24}
    person = paper.members[0].name if len(paper.members) == 1 else ""
    if person and person != paper.unit_name:
        person = texts._("%(person)s, for %(unit)s") % {"person": person, "unit": paper.unit_name}
    receiver = (
        texts._("Received in agreement") if paid else texts._("In agreement"),
        person or blank,
        texts._("Id. card %(line)s") % {"line": "_" * 23},
    )
    payer = (texts._("Paid by") if paid else texts.pgettext("signature", "For the network"), blank, paper.network)
    left, middle, right = flow.left, flow.left + 324.2, flow.left + 456.2

    def drawing(sheet: Sheet, top: float) -> None:
        line = top + space
        for x, to, words in ((left, left + 302.2, receiver), (right, flow.right, payer)):
            sheet.rule(x, to, line - RULE / 2, RULE, BLACK)
            sheet.lines(x, line + 5, words[:1], _SIGNING_NAME)
            for n, text in enumerate(words[1:], start=1):
                fitting = wrapped(text, _SIGNING, to - x, most=1)
                sheet.lines(x, line + 5 + n * _SIGNING.leading, fitting, _SIGNING)
        sheet.box(middle, top, 110, space)
        sheet.lines(middle + 55, line + 5, [texts._("Fingerprint")], _SIGNING, "centre")

    flow.draw(space + _SIGNING_WORDS, drawing)
