"""What a receipt's QR tells a telephone: the stories of who made what was bought, as the network tells them.

It is plain text, for a stall has no page that a QR could lead to, and needs none: a telephone shows it without a net.
"""

from collections.abc import Iterable

from pos.domain.network import Network, Unit
from pos.domain.text import in_language
from pos.printing.qr_sizes import MOST_BYTES
from pos.printing.sentences import fitting_sentences

_BETWEEN = " · "


def story_of(unit: Unit, language: str, network: Network) -> str:
    """A unit's story in a language, else in the network's, else in any; empty where it has none."""
    return in_language(unit.story, language, network.language)


def told_story(units: Iterable[Unit], language: str, network: Network) -> str:
    """The stories of these units, each with a fair part of what a QR holds; empty where none has one."""
    told = [unit for unit in units if unit.story]
    if not told:
        return ""
    parts = [network.name]
    for number, unit in enumerate(told):
        room = MOST_BYTES - len(_BETWEEN.join([*parts, ""]).encode())
        who = ", ".join(filter(None, (unit.name, unit.community)))
        story = fitting_sentences(f"{who}: {story_of(unit, language, network)}", room // (len(told) - number))
        if story:
            parts.append(story)
    return _BETWEEN.join(parts)
