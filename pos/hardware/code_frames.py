"""Whole codes out of what a scanner sends down a serial line, and nothing out of what is left over or noise.

A code ends with Enter, a line feed or Tab; scanners are set so. Where a line falls silent before the end, the code may
be half of one, which can be another product's: it is dropped, and so is a rest that comes later. Only digits that check
themselves, those of an EAN-13 or of a receipt, are a code without an end.
"""

from pos.domain.barcodes import stands_alone

LONGEST = 128
"""Signs of a code; longer ones are a line that runs wild."""
DOUBTFUL_PAUSES = 10
"""For so many pauses after a code that broke off, what comes may be the rest of it."""

_ENDS = frozenset(b"\r\n\t")
_FIRST_SIGN, _LAST_SIGN = 0x20, 0x7E


class CodeFrames:
    """Gathers bytes into codes. It begins in doubt: a line that was just opened may be in the middle of a code."""

    def __init__(self) -> None:
        self._code = bytearray()
        self._spoilt = False
        self._doubt = DOUBTFUL_PAUSES

    def feed(self, data: bytes) -> tuple[str, ...]:
        """The codes that these bytes complete, in order."""
        codes = []
        for sign in data:
            if sign in _ENDS:
                if self._code and not self._spoilt and not self._doubt:
                    codes.append(self._code.decode("ascii").strip())
                self._begin(doubt=0)
            elif len(self._code) == LONGEST or not _FIRST_SIGN <= sign <= _LAST_SIGN:
                self._spoilt = True
            else:
                self._code.append(sign)
        return tuple(code for code in codes if code)

    def pause(self) -> tuple[str, ...]:
        """Nothing came for a moment: what was begun is a code by itself, or half of one and in doubt from now on."""
        text = "" if self._spoilt or self._doubt else self._code.decode("ascii")
        if self._code or self._spoilt:
            whole = stands_alone(text)
            self._begin(doubt=0 if whole else DOUBTFUL_PAUSES)
            return (text,) if whole else ()
        self._doubt = max(0, self._doubt - 1)
        return ()

    def _begin(self, doubt: int) -> None:
        self._code.clear()
        self._spoilt = False
        self._doubt = doubt
