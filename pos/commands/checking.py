"""`pos verify`: are the books whole?"""

from pos.commands.opening import Context
from pos.commands.saying import progress, say, say_error
from pos.services.desk import Desk
from pos.texts import Texts
from pos.troubles import trouble


def verify(context: Context) -> int:
    """Check the books and say what was found; gives 1 where they contradict themselves, else 0."""
    with context.desk(read_only=True) as desk:
        return verify_desk(desk, context.texts)


def verify_desk(desk: Desk, texts: Texts) -> int:
    """As `verify`, at a desk that is open."""
    with progress(texts._("Checking")) as advance:
        faults = desk.safekeeping.verify(advance)
    if not faults:
        say(texts._("The books are whole: %(books)s") % {"books": desk.places.books})
        heads = texts._("The heads of the tills' chains, to compare with signed papers: %(heads)s")
        say(heads % {"heads": desk.safekeeping.fingerprint() or "–"})
        return 0
    for fault in faults:
        values = {"table": fault.table, "place": fault.place, "receipt": fault.receipt or "–"}
        say_error(trouble(f"fault-{fault.code}", values, texts))
    found = texts.ngettext("%(n)s contradiction in the books.", "%(n)s contradictions in the books.", len(faults))
    say_error(found % {"n": texts.amount(len(faults), 0)})
    say_error(texts._("Stop selling on this till, keep its folder as it is, and call whoever looks after the books."))
    return 1
