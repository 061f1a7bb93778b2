"""`pos demo`: the example network and its day, from delivery to settlement, into files that can be looked at."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pos.commands.checking import verify_desk
from pos.commands.importing import say_lost_photos
from pos.commands.opening import Context
from pos.commands.replaying import play
from pos.commands.report_text import report_text
from pos.commands.saying import say
from pos.domain.catalogue import Catalogue
from pos.domain.facts import Event
from pos.domain.people import Role
from pos.domain.sales import Return, Sale
from pos.formats.day_file import DayFile, read_day
from pos.formats.network_file import read_network
from pos.formats.report_file import report_json
from pos.printing.escpos import to_escpos
from pos.printing.receipt_text import to_text
from pos.services.desk import Desk
from pos.services.photo_keeping import keep_photos
from pos.settings import resource, write_settings

EXAMPLE_PIN = "1234"
"""Everybody's at the example till."""


def replay_example(context: Context, out: Path) -> int:
    """Replay the example day into books of its own; gives 0 when all of it was taken and the books are whole.

    The books are made in `out/books`, or in the home folder that was asked for. Raises as importing and replaying do.
    """
    _choose_home(context, out / "books")
    day = read_day(resource("sample", "day.jsonl"))
    with context.desk() as desk:
        _take_in(desk, read_network(resource("sample", "network.json")))
        tally = play(desk, day, _Receipts(desk, out / "receipts").write)
        of_day = _day_of(desk, day)
        _write_papers(desk, day.exhibition, of_day, out)
        say(report_text(desk.reporting.report(day.exhibition, of_day), of_day, desk.texts))
        say()
        say(desk.texts._("Receipts, report and settlements: %(out)s") % {"out": out.absolute()})
        whole = verify_desk(desk, desk.texts)
        say(desk.texts._("Check them again with: pos --home %(home)s verify") % {"home": desk.places.home})
    return 1 if tally.refused else whole


def open_example(context: Context, out: Path) -> int:
    """Open the till on the example network, whose next exhibition takes place today; gives the window's exit status."""
    context.refuse_without_display()
    _choose_home(context, out / "example-till")
    with context.desk() as desk:
        network = _open_today(read_network(resource("sample", "network.json")), desk.clock.now().date())
        _take_in(desk, network)
        _add_people(desk)
        if not desk.places.settings.exists():
            write_settings(desk.places.settings, replace(desk.settings, exhibition=network.exhibitions[0].id))
    return context.till()


def _add_people(desk: Desk) -> None:
    """Who attends at the example stall; an invented stall's PINs need to be no secret."""
    if not desk.signing_in.is_empty():
        return
    julia = desk.signing_in.add(desk.act(), "Julia", Role.ADMINISTRATOR, EXAMPLE_PIN)
    for name, role in (("Marcelo", Role.SUPERVISOR), *((name, Role.CASHIER) for name in ("Ana", "Rosmery", "Limbert"))):
        desk.signing_in.add(desk.act(), name, role, EXAMPLE_PIN, julia)


def _choose_home(context: Context, default: Path) -> None:
    """Never the real books, unless a home folder was asked for."""
    if context.home is None and not os.environ.get("POS_HOME"):
        context.home = default


def _take_in(desk: Desk, network: Catalogue) -> None:
    desk.till.catalogue.take_in(desk.act(), network)
    say_lost_photos(keep_photos(network, resource("sample"), desk.places.photos), desk.texts)


def _open_today(catalogue: Catalogue, today: date) -> Catalogue:
    """The catalogue with its first exhibition moved to these days, so that the example can always sell."""
    first, *others = catalogue.exhibitions
    moved = replace(first, starts=today, ends=today + timedelta(days=2))
    return replace(catalogue, exhibitions=(moved, *others))


def _day_of(desk: Desk, day: DayFile) -> date:
    exhibition = desk.till.catalogue.terms().exhibition(day.exhibition)
    return exhibition.local_day(day.lines[0].event.at)


class _Receipts:
    """Writes each receipt as the bytes for a printer and as text."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, event: Event) -> None:
        """The receipt of a sale or a return; other events have none."""
        if not isinstance(event, Sale | Return):
            return
        strip = self._desk.print_queue.strip(event, self._desk.paper)
        path = self._folder / event.receipt
        path.with_suffix(".escpos").write_bytes(to_escpos(strip, self._desk.printer_profile))
        path.with_suffix(".txt").write_text(to_text(strip, self._desk.paper.columns), encoding="utf-8")


def _write_papers(desk: Desk, exhibition: str, day: date, out: Path) -> None:
    # Loaded here, not above: openpyxl and reportlab take longer than the till takes to show its first screen.
    from pos.formats.report_workbook import report_workbook
    from pos.printing.report_pdf import report_pdf
    from pos.printing.settlement_pdf import settlement_pdf

    texts, now = desk.texts, desk.clock.now()
    name = f"{exhibition}-{day.isoformat()}"
    report = desk.reporting.report(exhibition, day)
    (out / f"{name}.json").write_text(report_json(report) + "\n", encoding="utf-8")
    report_workbook(report, out / f"{name}.xlsx", texts)
    report_pdf(desk.papers.report(exhibition, day, now, texts.language), texts, out / f"{name}.pdf")
    papers = desk.papers.settlements(exhibition, now, texts.language)
    settlements = texts._("settlements")
    settlement_pdf(papers, texts, out / f"{exhibition}-{settlements}.pdf")
