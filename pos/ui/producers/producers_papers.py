"""Settlements as PDF files in a place that a person chooses: those of all units, or one unit's."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pos.domain.documents import SettlementPaper
from pos.services.desk import Desk
from pos.services.paper_files import put_paper
from pos.texts import Texts
from pos.troubles import trouble as trouble_words
from pos.ui.messages import Message, Tone, in_two


def settlements(desk: Desk, exhibition: str) -> tuple[SettlementPaper, ...]:
    """The settlements of all units that have anything to settle; raises as `Papers.settlements`.

    Those of practice say at head and foot, in the network's place, that they are worth nothing.
    """
    papers = desk.papers.settlements(exhibition, desk.clock.now(), desk.texts.language)
    if not desk.practice:
        return papers
    mark = desk.texts._("PRACTICE - WORTH NOTHING")
    return tuple(replace(paper, network=f"{mark} · {paper.network}") for paper in papers)


def save_all(desk: Desk, exhibition: str, folder: Path, *, apart: bool) -> tuple[Path, ...]:
    """Write all settlements into a folder, in one file or (`apart`) in one for each unit; gives the files.

    Raises `OutputOverBooks`, `BooksUnavailable`, `OSError`, and `UnknownExhibition`.
    """
    papers = settlements(desk, exhibition)
    if not papers:
        return ()
    if not apart:
        target = folder / f"{exhibition}-{desk.texts._('settlements')}.pdf"
        _write(desk, papers, target)
        return (target,)
    files = []
    for paper in papers:
        target = folder / f"{paper.number}.pdf"
        _write(desk, [paper], target)
        files.append(target)
    return tuple(files)


def save_one(desk: Desk, exhibition: str, unit: str, target: Path) -> bool:
    """Write one unit's settlement; False where it has nothing to settle. Raises as `save_all`."""
    papers = [paper for paper in settlements(desk, exhibition) if paper.unit == unit]
    if papers:
        _write(desk, papers, target)
    return bool(papers)


def _write(desk: Desk, papers: Sequence[SettlementPaper], target: Path) -> None:
    # Loaded here, not above: reportlab takes longer to load than the till to show its first screen.
    from pos.printing.settlement_pdf import settlement_pdf

    put_paper(desk.places, target, lambda file: settlement_pdf(papers, desk.texts, file))


def file_trouble(error: OSError, texts: Texts) -> Message:
    """The message that tells that a file could not be written."""
    values = {"file": Path(str(error.filename or "")), "reason": error.strerror or str(error)}
    return in_two(Tone.BAD, trouble_words("file-trouble", values, texts))
