"""Every screen of the till in every state, as scenes by name: what is pressed leads from one to the next."""

from tests.ui import scenes_payment, scenes_returns, scenes_till

STORIES = {**scenes_till.STORIES, **scenes_payment.STORIES, **scenes_returns.STORIES}
"""By name: what plays a story in a theatre, one scene after the other."""
