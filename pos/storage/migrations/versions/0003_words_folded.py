"""The words that products are found by, without accents and capitals in any script, and without open-price items."""

from alembic import op

from pos.storage.search import make_search

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of words anew."""
    op.execute("DROP TABLE product_search")
    make_search(op.get_bind())
