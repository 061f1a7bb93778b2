"""Every screen of the till in every state, as scenes by name: what is pressed leads from one to the next."""

from tests.ui import (
    scenes_beginning,
    scenes_close,
    scenes_equipment,
    scenes_payment,
    scenes_people,
    scenes_producers,
    scenes_products,
    scenes_returns,
    scenes_spool,
    scenes_till,
)

STORIES = {
    **scenes_beginning.STORIES,
    **scenes_people.STORIES,
    **scenes_till.STORIES,
    **scenes_payment.STORIES,
    **scenes_returns.STORIES,
    **scenes_close.STORIES,
    **scenes_producers.STORIES,
    **scenes_products.STORIES,
    **scenes_spool.STORIES,
    **scenes_equipment.STORIES,
}
"""By name: what plays a story in a theatre, one scene after the other."""
