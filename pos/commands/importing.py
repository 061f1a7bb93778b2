"""`pos import`: taking in a network's file."""

from pathlib import Path

from pos.commands.opening import Context
from pos.commands.saying import progress, say
from pos.formats.network_file import read_network
from pos.storage.catalogue import CatalogueChange
from pos.texts import Texts


def import_network(context: Context, file: Path) -> None:
    """Bring the books to what the file says, and tell what changed; raises `BadFile` and `Refusal`."""
    with progress(context.texts._("Reading")):
        catalogue = read_network(file)
    with context.desk() as desk, progress(context.texts._("Writing")):
        change = desk.till.catalogue.take_in(desk.act(), catalogue)
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


def _changed(change: CatalogueChange, texts: Texts) -> str:
    if not change:
        return texts._("The books had all of it already: nothing changed.")
    return texts._("Entries added: %(added)s, changed: %(changed)s, removed: %(removed)s.") % {
        "added": texts.amount(change.added, 0),
        "changed": texts.amount(change.changed, 0),
        "removed": texts.amount(change.removed, 0),
    }
