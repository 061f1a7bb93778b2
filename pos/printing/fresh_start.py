"""What brings a printer back to the beginning that lost the rest of a job."""

LONGEST_PICTURE = 4096
"""No command of a job waits for more bytes than this: pictures are sent in bands."""


def fresh_start() -> bytes:
    """What to send before the next job to a printer that broke off in the middle of one.

    It may still wait for the rest of a picture, and would swallow the beginning of the next paper as that. Zeroes are
    white dots to it then, and nothing at all otherwise; after them it is reset, and prints nothing.
    """
    return bytes(LONGEST_PICTURE) + b"\x1b@"
