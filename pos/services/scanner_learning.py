"""What a scanner puts around each code: learnt from a code that is known, and taken off all others.

Many scanners begin with an AIM identifier (ISO/IEC 15424): `]`, a letter for the kind of bars and a sign for how they
were read, `]E0` before an EAN-13 and `]C0` before a Code 128. One that was learnt stands for all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

TEST_CODE = "90817263540918"
"""What the test sheet holds as bars: digits, for they are the same on every keyboard layout; no product's number, since
as a GTIN its check digit would be wrong, and no receipt's, which begin with 1 or 2."""
TRIAL_CODE = "2899999999994"
"""An EAN-13 as our labels have it, to try a scanner with: the last in-store number, which no product gets."""

LONGEST = 20
"""Signs before a code, or behind it; more are no setting of a scanner."""
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before a code, and what behind it."""

    prefix: str = ""
    suffix: str = ""

    def taken_off(self, readings: Sequence[str]) -> tuple[str, ...]:
        """The code alone, in each of the readings of what was scanned; as they are where it came without these signs.

        The readings are one row of keys under several layouts, so what is found around one stands around all of them.
        """
        if self.prefix or self.suffix:
            for reading in readings:
                if self._stands_around(reading):
                    first, behind = len(self.prefix), len(reading) - len(self.suffix)
                    return tuple(one[first:behind] if len(one) == len(reading) else one for one in readings)
        return tuple(readings)

    def _stands_around(self, reading: str) -> bool:
        """Whether they do, whichever kind of bars an AIM identifier tells of, and with Caps Lock or without."""
        prefix = _AIM.pattern.join(map(re.escape, _AIM.split(self.prefix)))
        return re.fullmatch(f"{prefix}.+{re.escape(self.suffix)}", reading, re.IGNORECASE | re.DOTALL) is not None


def is_test_code(readings: Sequence[str]) -> bool:
    """Whether this is the test sheet's code, whatever stands around it."""
    return any(TEST_CODE in reading for reading in readings)


def learnt(readings: Sequence[str]) -> Around | None:
    """What a scanner put around the test sheet's code, given all that it sent (`Scan.typed`); None for another code.

    Of several readings the last counts that holds the code: a scanner's own keyboard is the same on every layout.
    """
    for reading in reversed(readings):
        prefix, found, suffix = reading.partition(TEST_CODE)
        if found and max(len(prefix), len(suffix)) <= LONGEST:
            return Around(prefix, suffix)
    return None
