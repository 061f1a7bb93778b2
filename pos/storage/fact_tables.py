"""What happened, and the rows that follow from it. Names are the domain's nouns; money is minor units.

Rows are only ever added: triggers refuse to change or delete them. `fact.number` is the order in which these books
learnt of a fact; `fact.id` is what names it everywhere.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from pos.storage.columns import column, key, metadata, reference, rows_of_fact

fact = Table(
    "fact",
    metadata,
    key("number", Integer),
    Column("id", Text, nullable=False, unique=True),
    column("till"),
    column("sequence", Integer),
    column("kind"),
    column("version", Integer),
    column("exhibition"),
    column("day"),
    column("at"),
    column("body"),
    column("previous_hash"),
    column("hash"),
    UniqueConstraint("till", "sequence"),
)
shift = rows_of_fact(
    "shift",
    Column("id", Text, nullable=False, unique=True),
    column("till"),
    column("exhibition"),
    column("cashier"),
    column("opened_at"),
)
cash_count = rows_of_fact(
    "cash_count",
    key("position", Integer),
    column("currency"),
    column("denomination", BigInteger),
    column("count", Integer),
)
shift_close = rows_of_fact(
    "shift_close",
    Column("shift", Text, ForeignKey("shift.id"), nullable=False, unique=True),
    column("till"),
    column("z", Integer),
    column("exhibition"),
    column("day"),
    column("cashier"),
    column("closed_at"),
    column("first_sale", Integer, null=True),
    column("last_sale", Integer, null=True),
    column("currency"),
    column("grand_total", BigInteger),
    UniqueConstraint("till", "z"),
)
shift_cash = rows_of_fact(
    "shift_cash",
    key("currency"),
    column("opening_float", BigInteger),
    column("expected", BigInteger),
    column("counted", BigInteger),
    column("expected_base", BigInteger),
    column("difference_base", BigInteger),
)
sale = rows_of_fact(
    "sale",
    column("till"),
    column("number", Integer),
    Column("receipt", Text, nullable=False, unique=True),
    reference("shift", "shift.id"),
    column("exhibition"),
    column("day"),
    column("at"),
    column("cashier"),
    column("supervisor", null=True),
    column("buyer", null=True),
    column("currency"),
    column("pieces", Integer),
    column("yapa_pieces", Integer),
    column("discount", BigInteger),
    column("due", BigInteger),
    column("rounding", BigInteger),
    column("promotion", BigInteger),
    column("change", BigInteger),
    UniqueConstraint("till", "number"),
)
sale_line = rows_of_fact(
    "sale_line",
    key("position", Integer),
    reference("sku", "product.sku"),
    column("name"),
    column("qty", Integer),
    column("list_price", BigInteger),
    column("unit_price", BigInteger),
    column("yapa", Boolean),
    column("discount", BigInteger),
    column("net", BigInteger),
    column("promotion", BigInteger),
)
sale_return = rows_of_fact(
    "sale_return",
    column("till"),
    column("number", Integer),
    Column("receipt", Text, nullable=False, unique=True),
    reference("sale", "sale.fact", Integer),
    reference("shift", "shift.id"),
    column("exhibition"),
    column("day"),
    column("at"),
    column("cashier"),
    column("supervisor", null=True),
    column("void", Boolean),
    column("restock", Boolean),
    column("currency"),
    column("due", BigInteger),
    column("rounding", BigInteger),
    column("promotion", BigInteger),
    UniqueConstraint("till", "number"),
)
return_line = rows_of_fact(
    "return_line",
    key("position", Integer),
    column("sale", Integer),
    column("line", Integer),
    reference("sku", "product.sku"),
    column("qty", Integer),
    column("net", BigInteger),
    column("promotion", BigInteger),
)
tender = rows_of_fact(
    "tender",
    key("position", Integer),
    column("exhibition"),
    column("day"),
    column("kind"),
    column("currency"),
    column("amount", BigInteger),
    column("base_amount", BigInteger),
    column("rate", null=True),
    column("reference"),
)
line_share = rows_of_fact(
    "line_share",
    key("position", Integer),
    reference("unit", "unit.id", key=True),
    column("exhibition"),
    column("day"),
    column("gross", BigInteger),
    column("commission", BigInteger),
    column("fund", BigInteger),
    column("commission_bps", Integer, null=True),
    column("fund_bps", Integer, null=True),
)
member_share = rows_of_fact(
    "member_share",
    reference("unit", "unit.id", key=True),
    key("name"),
    column("exhibition"),
    column("day"),
    column("amount", BigInteger),
)
posting = rows_of_fact(
    "posting",
    key("position", Integer),
    column("till"),
    column("shift", null=True),
    column("exhibition"),
    column("day"),
    column("account"),
    column("unit", null=True),
    column("currency"),
    column("amount", BigInteger),
    column("base_currency"),
    column("base_amount", BigInteger),
)
stock_movement = rows_of_fact(
    "stock_movement",
    key("position", Integer),
    column("exhibition"),
    column("day"),
    reference("unit", "unit.id"),
    reference("sku", "product.sku"),
    column("kind"),
    column("qty", Integer),
)
cash_movement = rows_of_fact(
    "cash_movement",
    column("shift"),
    column("direction"),
    column("amount", BigInteger),
    column("reason"),
)
advance = rows_of_fact(
    "advance",
    reference("unit", "unit.id"),
    column("exhibition"),
    column("day"),
    column("at"),
    column("amount", BigInteger),
)
payout = rows_of_fact(
    "payout",
    reference("unit", "unit.id"),
    column("exhibition"),
    column("day"),
    column("at"),
    column("kind"),
    column("amount", BigInteger),
    column("balance", BigInteger),
    column("supervisor", null=True),
)
consignment_note = rows_of_fact("consignment_note", column("kind"), column("unit"), column("reason"))
exhibition_close = rows_of_fact(
    "exhibition_close",
    Column("exhibition", Text, nullable=False, unique=True),
    column("supervisor"),
)
cost_part = rows_of_fact(
    "cost_part",
    key("position", Integer),
    reference("unit", "unit.id", key=True),
    column("exhibition"),
    column("day"),
    column("name"),
    column("amount", BigInteger),
)

PROJECTED = (
    shift,
    cash_count,
    shift_close,
    shift_cash,
    sale,
    sale_line,
    sale_return,
    return_line,
    tender,
    line_share,
    member_share,
    posting,
    stock_movement,
    cash_movement,
    advance,
    payout,
    consignment_note,
    exhibition_close,
    cost_part,
)
"""What `projection.project` makes of a fact: the chain of facts is the truth, these rows are how it is asked."""

APPEND_ONLY = (fact, *PROJECTED)


def _index(table: Table, question: str, *names: str) -> None:
    """An index that answers one question by itself: all columns that the question asks of stand in it."""
    Index(f"ix_{table.name}_{question}", *(table.c[name] for name in names))


_index(line_share, "figures", "exhibition", "unit", "day", "gross", "commission", "fund")
_index(line_share, "rates", "exhibition", "unit", "commission_bps", "fund_bps")
_index(member_share, "figures", "exhibition", "unit", "name", "day", "amount")
_index(stock_movement, "figures", "exhibition", "unit", "sku", "kind", "day", "qty")
_index(tender, "figures", "exhibition", "kind", "currency", "day", "amount", "base_amount")
_index(sale, "figures", "exhibition", "day", "pieces", "yapa_pieces", "due", "rounding", "promotion", "change")
_index(sale, "shift", "shift")
_index(sale_return, "exhibition", "exhibition", "day")
_index(sale_return, "shift", "shift")
_index(return_line, "sale", "sale")
_index(fact, "day", "exhibition", "day")
for _table in (shift_close, advance, payout, cost_part):
    _index(_table, "exhibition", "exhibition", "day")

# Partial where the books are SQLite. To name another database here would load its part of the library at each start.
Index(
    "ix_posting_owed",
    *(posting.c[name] for name in ("exhibition", "unit", "day", "base_amount")),
    sqlite_where=posting.c.unit.is_not(None),
)
Index("ix_posting_shift", posting.c.shift, sqlite_where=posting.c.shift.is_not(None))
