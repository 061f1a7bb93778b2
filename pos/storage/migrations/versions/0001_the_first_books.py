"""The first books."""

import sqlalchemy as sa
from alembic import op

from pos.storage.triggers import append_only_triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "fact",
    "shift",
    "cash_count",
    "shift_close",
    "shift_cash",
    "sale",
    "sale_line",
    "sale_return",
    "return_line",
    "tender",
    "line_share",
    "member_share",
    "posting",
    "stock_movement",
    "cash_movement",
    "advance",
    "payout",
    "consignment_note",
    "exhibition_close",
    "cost_part",
)


def upgrade() -> None:  # noqa: PLR0915 (one statement a table)
    """The first books."""
    op.create_table(
        "exhibition",
        sa.Column("id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("commission_bps", sa.Integer(), nullable=True),
        sa.Column("fund_bps", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "fact",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id", name=op.f("uq_fact_id")),
        sa.UniqueConstraint("till", "sequence", name=op.f("uq_fact_till_sequence")),
    )
    op.create_index("ix_fact_day", "fact", ["exhibition", "day"], unique=False)
    op.create_table(
        "network",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("commission_bps", sa.Integer(), nullable=True),
        sa.Column("fund_bps", sa.Integer(), nullable=True),
        sa.Column("receipt_header", sa.Text(), nullable=False),
        sa.Column("receipt_footer", sa.Text(), nullable=False),
        sa.Column("last_in_store", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name="one_network"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "producer_group",
        sa.Column("id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "replayed_line",
        sa.Column("file", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("till", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("fact_id", sa.Text(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("file", "till", "line"),
    )
    op.create_index("ix_replayed_line_digest", "replayed_line", ["till", "digest"], unique=False)
    op.create_table(
        "till",
        sa.Column("code", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("sale_number", sa.Integer(), nullable=False),
        sa.Column("return_number", sa.Integer(), nullable=False),
        sa.Column("z_number", sa.Integer(), nullable=False),
        sa.Column("open_shift", sa.Text(), nullable=True),
        sa.Column("shift_cashier", sa.Text(), nullable=True),
        sa.Column("shift_exhibition", sa.Text(), nullable=True),
        sa.Column("shift_first_sale", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "cash_count",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("denomination", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cash_movement",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "consignment_note",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cost",
        sa.Column("exhibition", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("shared", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibition"],
            ["exhibition.id"],
        ),
        sa.PrimaryKeyConstraint("exhibition", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exchange_rate",
        sa.Column("exhibition", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("rate", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibition"],
            ["exhibition.id"],
        ),
        sa.PrimaryKeyConstraint("exhibition", "currency"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exhibition_close",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("exhibition", name=op.f("uq_exhibition_close_exhibition")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "posting",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=True),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("base_currency", sa.Text(), nullable=False),
        sa.Column("base_amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_posting_owed",
        "posting",
        ["exhibition", "unit", "day", "base_amount"],
        unique=False,
        sqlite_where=sa.text("unit IS NOT NULL"),
        postgresql_where=sa.text("unit IS NOT NULL"),
    )
    op.create_index(
        "ix_posting_shift",
        "posting",
        ["shift"],
        unique=False,
        sqlite_where=sa.text("shift IS NOT NULL"),
        postgresql_where=sa.text("shift IS NOT NULL"),
    )
    op.create_table(
        "print_job",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_print_job_state"), "print_job", ["state"], unique=False)
    op.create_table(
        "shift",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("id", name=op.f("uq_shift_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift_cash",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("opening_float", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("expected_base", sa.BigInteger(), nullable=False),
        sa.Column("difference_base", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact", "currency"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tender",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("base_amount", sa.BigInteger(), nullable=False),
        sa.Column("rate", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_tender_figures", "tender", ["exhibition", "kind", "currency", "day", "amount", "base_amount"], unique=False
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("producer_group", sa.Text(), nullable=True),
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("technique", sa.Text(), nullable=False),
        sa.Column("commission_bps", sa.Integer(), nullable=True),
        sa.Column("fund_bps", sa.Integer(), nullable=True),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
        sa.Column("dye", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["producer_group"],
            ["producer_group.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "advance",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_advance_exhibition", "advance", ["exhibition", "day"], unique=False)
    op.create_table(
        "cost_part",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact", "position", "unit"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cost_part_exhibition", "cost_part", ["exhibition", "day"], unique=False)
    op.create_table(
        "line_share",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("commission", sa.BigInteger(), nullable=False),
        sa.Column("fund", sa.BigInteger(), nullable=False),
        sa.Column("commission_bps", sa.Integer(), nullable=True),
        sa.Column("fund_bps", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact", "position", "unit"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_line_share_figures",
        "line_share",
        ["exhibition", "unit", "day", "gross", "commission", "fund"],
        unique=False,
    )
    op.create_index(
        "ix_line_share_rates", "line_share", ["exhibition", "unit", "commission_bps", "fund_bps"], unique=False
    )
    op.create_table(
        "member",
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("born", sa.Integer(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("unit", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member_share",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact", "unit", "name"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_member_share_figures", "member_share", ["exhibition", "unit", "name", "day", "amount"], unique=False
    )
    op.create_table(
        "participation",
        sa.Column("exhibition", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibition"],
            ["exhibition.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("exhibition", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payout",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_payout_exhibition", "payout", ["exhibition", "day"], unique=False)
    op.create_table(
        "product",
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("one_off", sa.Boolean(), nullable=False),
        sa.Column("yapa", sa.Boolean(), nullable=False),
        sa.Column("borne_by", sa.Text(), nullable=False),
        sa.Column("commission_bps", sa.Integer(), nullable=True),
        sa.Column("fund_bps", sa.Integer(), nullable=True),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("perishable_days", sa.Integer(), nullable=True),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holder"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("sku"),
        sa.UniqueConstraint("barcode", name=op.f("uq_product_barcode")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=True),
        sa.Column("buyer", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("yapa_pieces", sa.Integer(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("promotion", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["shift"],
            ["shift.id"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("receipt", name=op.f("uq_sale_receipt")),
        sa.UniqueConstraint("till", "number", name=op.f("uq_sale_till_number")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_sale_figures",
        "sale",
        ["exhibition", "day", "pieces", "yapa_pieces", "due", "rounding", "promotion", "change"],
        unique=False,
    )
    op.create_index("ix_sale_shift", "sale", ["shift"], unique=False)
    op.create_table(
        "shift_close",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("z", sa.Integer(), nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("first_sale", sa.Integer(), nullable=True),
        sa.Column("last_sale", sa.Integer(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("grand_total", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["shift"],
            ["shift.id"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("shift", name=op.f("uq_shift_close_shift")),
        sa.UniqueConstraint("till", "z", name=op.f("uq_shift_close_till_z")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shift_close_exhibition", "shift_close", ["exhibition", "day"], unique=False)
    op.create_table(
        "maker",
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sku"],
            ["product.sku"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("sku", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "price",
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("currency", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("list_price", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sku"],
            ["product.sku"],
        ),
        sa.PrimaryKeyConstraint("sku", "currency"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "return_line",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sale", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("qty", sa.Integer(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("promotion", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["sku"],
            ["product.sku"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_return_line_sale", "return_line", ["sale"], unique=False)
    op.create_table(
        "sale_line",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("qty", sa.Integer(), nullable=False),
        sa.Column("list_price", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("yapa", sa.Boolean(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("promotion", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["sku"],
            ["product.sku"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_return",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("sale", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shift", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("supervisor", sa.Text(), nullable=True),
        sa.Column("void", sa.Boolean(), nullable=False),
        sa.Column("restock", sa.Boolean(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("promotion", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["sale"],
            ["sale.fact"],
        ),
        sa.ForeignKeyConstraint(
            ["shift"],
            ["shift.id"],
        ),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("receipt", name=op.f("uq_sale_return_receipt")),
        sa.UniqueConstraint("till", "number", name=op.f("uq_sale_return_till_number")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sale_return_exhibition", "sale_return", ["exhibition", "day"], unique=False)
    op.create_index("ix_sale_return_shift", "sale_return", ["shift"], unique=False)
    op.create_table(
        "stock_movement",
        sa.Column("fact", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exhibition", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("qty", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"],
            ["fact.number"],
        ),
        sa.ForeignKeyConstraint(
            ["sku"],
            ["product.sku"],
        ),
        sa.ForeignKeyConstraint(
            ["unit"],
            ["unit.id"],
        ),
        sa.PrimaryKeyConstraint("fact", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_stock_movement_figures", "stock_movement", ["exhibition", "unit", "sku", "kind", "day", "qty"], unique=False
    )
    for statement in append_only_triggers(APPEND_ONLY):
        op.execute(statement)
