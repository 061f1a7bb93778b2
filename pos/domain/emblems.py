"""Which woven emblem stands for a unit: a motif and a dye, so that people who don't read can find their own."""

import hashlib
from collections.abc import Container, Sequence

Emblem = tuple[str, str]
"""(motif, dye), by the names that the drawings have."""


def choose(unit: str, motifs: Sequence[str], dyes: Sequence[str], taken: Container[Emblem]) -> Emblem:
    """The emblem that a unit's id leads to, or the next one that no other unit has; shared only when all are taken."""
    pairs = len(motifs) * len(dyes)
    start = int.from_bytes(hashlib.sha256(unit.encode()).digest()[:8]) % pairs
    for step in range(pairs):
        motif, dye = divmod((start + step) % pairs, len(dyes))
        emblem = (motifs[motif], dyes[dye])
        if emblem not in taken:
            return emblem
    motif, dye = divmod(start, len(dyes))
    return motifs[motif], dyes[dye]
