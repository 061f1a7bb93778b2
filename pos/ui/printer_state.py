"""How the printer is, as the window shows it: what it is about, why it fails, and which papers are open."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What the printer is about; or how a paper is, where one is asked for."""

    NO_PRINTER = "no-printer"
    BAD_ADDRESS = "bad-address"
    IDLE = "idle"
    PRINTING = "printing"
    PRINTED = "printed"
    WAITING = "waiting"
    """It did not take the receipt, which waits."""
    MISSED = "missed"
    """It did not take what no job stands for: a copy, an X report, opening the drawer. Whoever wants it asks again."""
    UNCERTAIN = "uncertain"
    """It broke off: the receipt may be on paper, or half of it."""


FAILING = frozenset({Stage.WAITING, Stage.MISSED, Stage.UNCERTAIN})
"""Stages of a printer that did not do the last thing that was asked of it."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """The stage; why which printer fails, as a code of `pos.troubles`, where it does; and how many papers are open."""

    stage: Stage
    reason: str = ""
    uri: str = ""
    waiting: int = 0
    possibly: int = 0
    """How many may be on paper, so that somebody has to look."""
    ready: bool = False
    """Whether it said so itself."""
    paper_low: bool = False
    missed: bool = False
    """Whether something was not printed that no job stands for, so that it must be asked for again."""
    other: str = ""
    """Why the other printer did not take what was sent to it, as `reason`."""

    @property
    def is_failing(self) -> bool:
        """Whether it would not take the next paper either, as far as is known."""
        return bool(self.reason) or self.stage in FAILING

    @property
    def is_known(self) -> bool:
        """Whether it tells how the printer is: it failed, it printed, or it said so itself."""
        return bool(self.reason) or self.paper_low or self.ready or self.stage is Stage.PRINTED


def tells_more(before: PrinterState, now: PrinterState) -> bool:
    """Whether how the printer is was learnt anew, rather than how many papers wait for it."""
    fresh = (now.stage, now.reason, now.ready, now.paper_low)
    return now.is_known and fresh != (before.stage, before.reason, before.ready, before.paper_low)
