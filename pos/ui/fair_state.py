"""Whether anything can be sold at an exhibition."""

from enum import StrEnum


class FairState(StrEnum):
    """Whether an exhibition can be sold at: not once its days are over, nor once its books were closed."""

    OPEN = "open"
    OVER = "over"
    CLOSED = "closed"
