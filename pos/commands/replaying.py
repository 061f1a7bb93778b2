"""`pos replay`: playing a day's file, and saying which events were refused and why."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pos.commands.opening import Context
from pos.commands.saying import progress, say, say_error
from pos.domain.facts import Event
from pos.formats.day_file import DayFile, read_day
from pos.hardware.interfaces import PrinterUnavailable
from pos.services.desk import Desk
from pos.services.replaying import Outcome
from pos.texts import Texts


@dataclass(slots=True)
class Tally:
    """How many events were new, known from before, and refused."""

    new: int = 0
    known: int = 0
    refused: int = 0

    def count(self, outcome: Outcome) -> None:
        """One more line."""
        if outcome.refusal is not None:
            self.refused += 1
        elif outcome.known:
            self.known += 1
        else:
            self.new += 1


def replay(context: Context, file: Path, printer_uri: str | None, *, strict: bool) -> int:
    """Replay a file, printing each receipt if a printer is named; gives 1 where events were refused, else 0.

    A printer that fails stops nothing: the other receipts wait, and when the day is played the trouble is told. Raises
    `BadFile`, `BadPrinterUri`, and `PrinterUnavailable` at the end.
    """
    day = read_day(file)
    with context.desk() as desk:
        printing = _Printing(desk, printer_uri)
        tally = play(desk, day, lambda _event: printing.print_waiting(), paper=printer_uri is not None, strict=strict)
        printing.print_waiting()  # also what waited from before, where the day brought nothing new
    say(_summary(file.name, tally, context.texts))
    if printing.trouble is not None:
        raise printing.trouble
    return 1 if tally.refused else 0


class _Printing:
    """Prints what waits after each event, until the printer fails."""

    def __init__(self, desk: Desk, uri: str | None) -> None:
        self._desk = desk
        self._uri = uri or ""
        self._printer = desk.open_printer(uri) if uri else None
        self.trouble: PrinterUnavailable | None = None

    def print_waiting(self) -> None:
        """Print; a printer that failed is not asked again, for each answer could take seconds."""
        if self._printer is None or self.trouble is not None:
            return
        try:
            now = self._desk.clock.now()
            self._desk.print_queue.print_waiting(self._printer, self._desk.printer_profile, now, self._uri)
        except PrinterUnavailable as trouble:
            self.trouble = trouble


def play(
    desk: Desk, day: DayFile, done: Callable[[Event], None], *, paper: bool = False, strict: bool = False
) -> Tally:
    """Play a day, telling `done` of each new event and the person of each refused one; `strict` stops at the first."""
    tally = Tally()
    before = desk.texts._(
        "Refused when it was first replayed, and not judged again: to have it judged, put it anew at the end."
    )
    remembered = f" {before}"
    with progress(desk.texts._("Replaying")) as advance:
        for outcome in desk.replaying.replay(day, desk.texts, paper=paper, strict=strict):
            tally.count(outcome)
            if outcome.refusal is not None:
                place = desk.texts._("line %(line)s") % {"line": outcome.line}
                say_error(f"{day.name}, {place}: {outcome.sentence}{remembered if outcome.known else ''}")
            elif outcome.event is not None:
                done(outcome.event)
            advance(tally.new + tally.known + tally.refused, len(day.lines))
    return tally


def _summary(name: str, tally: Tally, texts: Texts) -> str:
    return texts._("%(file)s: %(new)s events written, %(known)s known from before, %(refused)s refused.") % {
        "file": name,
        "new": texts.amount(tally.new, 0),
        "known": texts.amount(tally.known, 0),
        "refused": texts.amount(tally.refused, 0),
    }
