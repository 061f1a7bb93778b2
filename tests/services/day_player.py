"""Writes day files and plays them into a stall's books."""

import json
from collections.abc import Sequence
from pathlib import Path

from pos.formats.day_file import read_day
from pos.services.replaying import Outcome, Replaying
from pos.services.till_services import TillServices
from pos.texts import Texts
from tests.services.stall import Stall

HEADER = {"format": "stall-day/1", "exhibition": "FERIA", "till": "A"}
TEXTS = Texts("es")


def at(minute: int, do: str, **fields: object) -> dict[str, object]:
    """An event so many minutes after nine."""
    return {"at": f"2026-12-05T09:{minute:02d}:00-04:00", "do": do, **fields}


OPEN = at(0, "open_shift", cashier="ana", float={"BOB": {"10.00": 5}})


class Player:
    """Writes day files and plays them into a stall's books."""

    def __init__(self, stall: Stall, folder: Path) -> None:
        self.stall = stall
        self._folder = folder
        services = TillServices(
            stall.catalogue, stall.selling, stall.refunding, stall.shifts, stall.consigning, stall.settling
        )
        self.replaying = Replaying(stall.books, services)

    def file(self, *events: dict[str, object], header: dict[str, object] = HEADER) -> Path:
        path = self._folder / "day.jsonl"
        path.write_text("".join(f"{json.dumps(line)}\n" for line in (header, *events)), encoding="utf-8")
        return path

    def play(self, *events: dict[str, object], header: dict[str, object] = HEADER, **how: bool) -> list[Outcome]:
        return list(self.replaying.replay(read_day(self.file(*events, header=header)), TEXTS, **how))


def refusals(outcomes: Sequence[Outcome]) -> dict[int, str | None]:
    """The rule that refused each line that was refused."""
    return {outcome.line: outcome.refusal for outcome in outcomes if outcome.refusal}
