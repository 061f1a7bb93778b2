"""`pos report`: a day, an exhibition, the settlements; as text, JSON, workbook or PDF."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pos.commands.opening import Context
from pos.commands.report_text import report_text
from pos.commands.saying import say
from pos.domain.refusals import UnknownExhibition
from pos.formats.report_file import report_json
from pos.services.desk import Desk
from pos.services.paper_files import put_paper


def write_report(context: Context, exhibition: str | None, day: date | None, shape: str, out: Path | None) -> None:
    """Write the report of a day or of an exhibition; raises `Refusal` where the exhibition is not known."""
    with context.desk(read_only=True) as desk:
        chosen = exhibition or default_exhibition(desk, day)
        report = desk.reporting.report(chosen, day)
        name = f"{chosen}-{day.isoformat()}" if day else chosen
        texts = desk.texts
        match shape:
            case "json":
                _text_out(desk, report_json(report), out, f"{name}.json")
            case "xlsx":
                from pos.formats.report_workbook import report_workbook

                _file_out(desk, lambda path: report_workbook(report, path, texts), out, f"{name}.xlsx")
            case "pdf":
                from pos.printing.report_pdf import report_pdf

                paper = desk.papers.report(chosen, day, desk.clock.now(), texts.language)
                _file_out(desk, lambda path: report_pdf(paper, texts, path), out, f"{name}.pdf")
            case _:
                _text_out(desk, report_text(report, day, texts), out, f"{name}.txt")


def write_settlements(context: Context, exhibition: str | None, out: Path | None) -> None:
    """Write every unit's settlement into one PDF; raises `Refusal` where the exhibition is not known."""
    from pos.printing.settlement_pdf import settlement_pdf

    with context.desk(read_only=True) as desk:
        chosen = exhibition or default_exhibition(desk, None)
        papers = desk.papers.settlements(chosen, desk.clock.now(), desk.texts.language)
        if not papers:
            say(desk.texts._("Nobody has anything to settle at this exhibition yet."))
            return
        settlements = desk.texts._("settlements")
        _file_out(desk, lambda path: settlement_pdf(papers, desk.texts, path), out, f"{chosen}-{settlements}.pdf")


def default_exhibition(desk: Desk, day: date | None) -> str:
    """The exhibition that a report without `--exhibition` is about.

    The one that the till is set to; else the last one at which something happened (on that day, where a day is asked
    for); else the one whose dates hold the day; else the first. Raises `UnknownExhibition` where there is none at all.
    """
    exhibitions = desk.till.catalogue.terms().exhibitions
    if desk.settings.exhibition:
        return desk.settings.exhibition
    for exhibition in reversed(exhibitions):
        days = desk.reporting.days(exhibition.id)
        if days and (day is None or day in days):
            return exhibition.id
    for exhibition in exhibitions:
        if day is None or exhibition.starts <= day <= exhibition.ends:
            return exhibition.id
    if not exhibitions:
        raise UnknownExhibition(exhibition="–")
    return exhibitions[0].id


def _text_out(desk: Desk, text: str, out: Path | None, name: str) -> None:
    if out is None:
        say(text)
    else:
        _file_out(desk, lambda path: _write_text(path, text), out, name)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _file_out(desk: Desk, write: Callable[[Path], object], out: Path | None, name: str) -> None:
    """Write a file under its own name into a folder, or under the name asked for; and say where it is.

    Raises as `put_paper`.
    """
    target = out or Path()
    if target.is_dir():
        target /= name
    put_paper(desk.places, target, write, makes_folder=True)
    say(str(target))
