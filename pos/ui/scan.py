"""What a scanner read, whichever keyboard layout it was typed under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scan:
    """A code as it arrived, and as the scanner's own keyboard would have typed it, where that differs."""

    code: str
    retyped: str = ""

    @property
    def readings(self) -> tuple[str, ...]:
        """What it may mean, the likeliest first."""
        return (self.code, self.retyped) if self.retyped and self.retyped != self.code else (self.code,)
