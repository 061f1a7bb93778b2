"""`pos import`: taking in a network's file."""

from collections.abc import Sequence
from pathlib import Path

from pos.commands.opening import Context
from pos.commands.saying import progress, say, say_error
from pos.formats.network_file import read_network
from pos.services.photo_keeping import LostPhoto, keep_photos
from pos.storage.catalogue import CatalogueChange
from pos.texts import Texts
from pos.troubles import trouble

MOST_LISTED = 20
"""Photos that are named one by one."""


def import_network(context: Context, file: Path) -> None:
    """Bring the books to what the file says, with the photos beside it, and tell what changed.

    Raises `BadFile` and `Refusal`.
    """
    with progress(context.texts._("Reading")):
        catalogue = read_network(file)
    with context.desk() as desk, progress(context.texts._("Writing")):
        change = desk.till.catalogue.take_in(desk.act(), catalogue)
        lost = keep_photos(catalogue, file.parent, desk.places.photos)
    say(
        context.texts._("%(network)s: %(units)s units, %(products)s products, %(exhibitions)s exhibitions.")
        % {
            "network": catalogue.network.name,
            "units": context.texts.amount(len(catalogue.units), 0),
            "products": context.texts.amount(len(catalogue.products), 0),
            "exhibitions": context.texts.amount(len(catalogue.exhibitions), 0),
        }
    )
    say(_changed(change, context.texts))
    say_lost_photos(lost, context.texts)


def say_lost_photos(lost: Sequence[LostPhoto], texts: Texts) -> None:
    """Name the photos that were not kept; everything else was taken in."""
    for one in lost[:MOST_LISTED]:
        say_error(trouble(f"photo-{one.trouble}", {"photo": one.photo}, texts))
    more = len(lost) - MOST_LISTED
    if more > 0:
        say_error(
            texts.ngettext("And %(n)s photo more.", "And %(n)s photos more.", more) % {"n": texts.amount(more, 0)}
        )


def _changed(change: CatalogueChange, texts: Texts) -> str:
    if not change:
        return texts._("The books had all of it already: nothing changed.")
    return texts._("Entries added: %(added)s, changed: %(changed)s, removed: %(removed)s.") % {
        "added": texts.amount(change.added, 0),
        "changed": texts.amount(change.changed, 0),
        "removed": texts.amount(change.removed, 0),
    }
