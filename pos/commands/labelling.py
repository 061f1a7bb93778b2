"""`pos labels`: labels for products and badges for producers, as a PDF or on a receipt printer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pos.commands.opening import Context
from pos.commands.saying import say, say_error
from pos.domain.exhibitions import Exhibition
from pos.domain.label_formats import SHEETS, SheetFormat, Size, filled_sheet, size_of, two_lengths
from pos.domain.label_refusals import NothingToLabel
from pos.domain.labels import code_and_count
from pos.explanations import explain
from pos.formats.label_list import read_label_list
from pos.services.desk import Desk
from pos.services.labelling import Wanted, Wish
from pos.services.paper_files import put_paper
from pos.texts import Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command as they were given."""

    sheet: str = "24"
    roll: str = ""
    start: int = 1
    columns: int = 0
    rows: int = 0
    margins: str = ""
    gaps: str = ""
    crop_marks: bool = False
    units: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    list_file: Path | None = None
    every: bool = False
    count: int | None = None
    exhibition: str = ""
    language: str = ""
    out: Path | None = None
    printer: str = ""


def print_labels(context: Context, asked: Asked) -> int:
    """Make the labels that are asked for; gives 1 where some of them could not be made, else 0.

    Raises a `Refusal` where none can be, `BadFile`, `BadPrinterUri`, `PrinterUnavailable`, `OSError`.
    """
    with context.desk(read_only=True) as desk:
        exhibition = _exhibition(desk, asked)
        wishes = _wishes(desk, asked, exhibition)
        currency = exhibition.currency if exhibition else desk.till.catalogue.terms().network.currency
        wanted = desk.labelling.wanted(wishes, currency, _language(desk, asked, exhibition))
        for wish, refusal in wanted.refused:
            say_error(f"{wish.place}: {explain(refusal, desk.texts)}" if wish.place else explain(refusal, desk.texts))
        if not wanted.copies:
            raise NothingToLabel
        if asked.printer:
            _on_strips(desk, wanted, asked.printer)
        else:
            _into_file(desk, wanted, asked)
    return 1 if wanted.refused else 0


def print_badges(context: Context, asked: Asked) -> int:
    """Make the producers' badges; gives 0. Raises as `print_labels`."""
    from pos.printing.label_pdf import badges_pdf

    with context.desk(read_only=True) as desk:
        exhibition = _exhibition(desk, asked)
        badges = desk.labelling.badges(_language(desk, asked, exhibition), asked.units, exhibition)
        if not badges:
            raise NothingToLabel
        author = desk.till.catalogue.terms().network.name
        target = _target(asked, desk.texts._("badges"))

        def write(path: Path) -> None:
            badges_pdf(badges, desk.texts, path, author=author)

        put_paper(desk.places, target, write, makes_folder=True)
        counted = desk.texts.ngettext("%(n)s badge: %(file)s", "%(n)s badges: %(file)s", len(badges))
        say(counted % {"n": desk.texts.amount(len(badges), 0), "file": target})
    return 0


# --- what is asked for ----------------------------------------------------------------------------------------------


def _exhibition(desk: Desk, asked: Asked) -> Exhibition | None:
    """The one that is named, else the till's own; None for the network as such. Raises `UnknownExhibition`."""
    chosen = asked.exhibition or desk.settings.exhibition
    return desk.till.catalogue.terms().exhibition(chosen) if chosen else None


def _language(desk: Desk, asked: Asked, exhibition: Exhibition | None) -> str:
    """The language that is named, else what buyers read there."""
    networks_own = desk.till.catalogue.terms().network.language
    return asked.language or (exhibition.language(networks_own) if exhibition else networks_own)


def _wishes(desk: Desk, asked: Asked, exhibition: Exhibition | None) -> Sequence[Wish]:
    """What is named by code and by file; else what the units make, or all; else what labels are needed for."""
    named = [*_named(asked), *_listed(desk.texts, asked)]
    if named:
        return named
    terms = desk.till.catalogue.terms()
    units = [terms.unit(unit).id for unit in asked.units] or [""]
    if asked.every or asked.units:
        skus = dict.fromkeys(sku for unit in units for sku in desk.labelling.skus(unit=unit))
        return [Wish(sku, 1 if asked.count is None else asked.count) for sku in skus]
    needed = desk.labelling.to_label(exhibition)
    return needed if asked.count is None else [Wish(wish.code, asked.count) for wish in needed]


def _named(asked: Asked) -> Iterator[Wish]:
    for text in asked.skus:
        code, count = code_and_count(text)
        yield Wish(code, _count(count, asked))


def _listed(texts: Texts, asked: Asked) -> Iterator[Wish]:
    if asked.list_file is None:
        return
    for number, code, count in read_label_list(asked.list_file):
        place = texts._("line %(line)s") % {"line": number}
        yield Wish(code, _count(count, asked), f"{asked.list_file.name}, {place}")


def _count(given: int | None, asked: Asked) -> int:
    if given is not None:
        return given
    return 1 if asked.count is None else asked.count


def _sheet(asked: Asked) -> SheetFormat:
    """The sheet that is named, moved where a printer needs it, or one of its own measures.

    Raises `BadLabelSize`, `BadMeasure`, `LabelsOffPaper`.
    """
    margins = two_lengths(asked.margins) if asked.margins else None
    gaps = two_lengths(asked.gaps) if asked.gaps else None
    sold = SHEETS.get(asked.sheet)
    if sold is None:
        size = size_of(asked.sheet)
        return filled_sheet(size, columns=asked.columns, rows=asked.rows, margins=margins, gaps=gaps or (0, 0))
    left, top = margins or (sold.left, sold.top)
    across, down = gaps or (sold.gap_across, sold.gap_down)
    columns, rows = asked.columns or sold.columns, asked.rows or sold.rows
    return replace(sold, columns=columns, rows=rows, left=left, top=top, gap_across=across, gap_down=down)


# --- where it goes --------------------------------------------------------------------------------------------------


def _into_file(desk: Desk, wanted: Wanted, asked: Asked) -> None:
    from pos.printing.label_pdf import roll_pdf, sheets_pdf

    texts, copies = desk.texts, wanted.copies
    author = desk.till.catalogue.terms().network.name
    roll: Size | None = size_of(asked.roll) if asked.roll else None
    sheet = None if roll else _sheet(asked)

    def write(path: Path) -> None:
        if roll is not None:
            roll_pdf(copies, roll, texts, path, author=author)
        elif sheet is not None:
            start, marks = asked.start, asked.crop_marks
            sheets_pdf(copies, sheet, texts, path, start=start, crop_marks=marks, author=author)

    target = _target(asked, texts._("labels"))
    put_paper(desk.places, target, write, makes_folder=True)
    said = [_labels_in_words(wanted, texts)]
    if sheet is not None:
        sheets = sheet.sheets(wanted.labels, asked.start)
        said.append(texts.ngettext("%(n)s sheet", "%(n)s sheets", sheets) % {"n": texts.amount(sheets, 0)})
    say(f"{', '.join(said)}: {target}")


def _target(asked: Asked, name: str) -> Path:
    target = asked.out or Path()
    return target / f"{name}.pdf" if target.is_dir() else target


def _on_strips(desk: Desk, wanted: Wanted, uri: str) -> None:
    from pos.printing.escpos import to_escpos
    from pos.printing.label_strip import label_strips

    profile = desk.printer_profile
    printer = desk.open_printer(uri)
    printer.send(to_escpos(label_strips(wanted.copies, profile.paper, cuts=profile.cutter), profile))
    say(f"{_labels_in_words(wanted, desk.texts)}: {uri}")


def _labels_in_words(wanted: Wanted, texts: Texts) -> str:
    counted = texts.ngettext("%(n)s label", "%(n)s labels", wanted.labels)
    return counted % {"n": texts.amount(wanted.labels, 0)}
