"""What a scanner read, whichever keyboard layout it was typed under."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pos.services.scanner_learning import Around


@dataclass(frozen=True, slots=True)
class Scan:
    """A code as it arrived, and as the scanner's own keyboard would have typed it, where that differs."""

    code: str
    retyped: str = ""
    typed: tuple[str, ...] = field(default=(), compare=False)
    """All that the scanner sent, with what it puts around a code, in each reading: `learnt` takes these."""
    source: str = field(default="", compare=False)
    """The address of the scanner in the settings; empty where the code was typed."""

    @classmethod
    def of(cls, readings: Sequence[str], around: Around, source: str = "") -> "Scan":
        """A scan of one reading or two, without what this scanner puts around codes."""
        code, retyped = (*around.taken_off(readings), "")[:2]
        return cls(code, retyped, tuple(readings), source)

    @property
    def readings(self) -> tuple[str, ...]:
        """What it may mean, the likeliest first."""
        return (self.code, self.retyped) if self.retyped and self.retyped != self.code else (self.code,)
