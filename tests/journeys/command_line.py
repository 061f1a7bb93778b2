"""The program as a person starts it, in this process: its exit status and what it says."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pos.settings import resource
from pos.wiring import main

NETWORK = resource("sample", "network.json")
DAY = resource("sample", "day.jsonl")
FAIR = "LPZ-NAV-26"


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


class Till:
    """The command line over the books of one folder."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Said:
        self._capsys.readouterr()
        status = main(["--home", str(self.home), *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return Said(status, out, err)

    def report(self, *arguments: object) -> dict[str, Any]:
        """A report as the program gives it to another program."""
        said = self("report", *arguments, "--format", "json")
        assert said.status == 0, said.err
        return json.loads(said.out)


def lines_of(file: Path) -> list[dict[str, Any]]:
    """A day file's lines, parsed."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def write_day(file: Path, lines: Sequence[dict[str, Any]]) -> Path:
    """A day file of these lines."""
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return file
