"""What waits for paper remembers its tries: at which printer, when, how often, and why the last one failed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew with what was in it: SQLite adds no column that must hold something."""
    op.drop_index("ix_print_job_state", table_name="print_job")
    op.rename_table("print_job", "print_job_before")
    op.create_table(
        "print_job",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=True),
        sa.Column("tried_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["fact"], ["fact.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.execute(
        "INSERT INTO print_job (number, fact, state, again, tries) "
        "SELECT number, fact, state, 0, 0 FROM print_job_before"
    )
    op.drop_table("print_job_before")
    op.create_index("ix_print_job_state", "print_job", ["state"], unique=False)
