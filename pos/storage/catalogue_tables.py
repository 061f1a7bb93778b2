"""The catalogue as the network's file has it. Names are the domain's nouns; money is minor units."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Integer, Table, Text

from pos.storage.columns import column, key, metadata, reference

network = Table(
    "network",
    metadata,
    Column("id", Integer, primary_key=True),
    column("name"),
    column("currency"),
    column("language"),
    column("commission_bps", Integer, null=True),
    column("fund_bps", Integer, null=True),
    column("receipt_header"),
    column("receipt_footer"),
    column("last_in_store", Integer),
    CheckConstraint("id = 1", name="one_network"),
)
producer_group = Table("producer_group", metadata, key("id"), column("name"), column("stamp"))
unit = Table(
    "unit",
    metadata,
    key("id"),
    column("name"),
    column("kind"),
    Column("producer_group", Text, ForeignKey("producer_group.id")),
    column("community"),
    column("technique"),
    column("commission_bps", Integer, null=True),
    column("fund_bps", Integer, null=True),
    column("photo", null=True),
    column("story"),
    column("motif"),
    column("dye"),
    sqlite_with_rowid=False,
)
member = Table(
    "member",
    metadata,
    reference("unit", "unit.id", key=True),
    key("position", Integer),
    column("name"),
    column("weight", Integer),
    column("born", Integer, null=True),
    column("gender", null=True),
    sqlite_with_rowid=False,
)
product = Table(
    "product",
    metadata,
    key("sku"),
    Column("barcode", Text, nullable=False, unique=True),
    column("name"),
    column("category"),
    reference("holder", "unit.id"),
    column("one_off", Boolean),
    column("yapa", Boolean),
    column("borne_by"),
    column("commission_bps", Integer, null=True),
    column("fund_bps", Integer, null=True),
    column("photo", null=True),
    column("perishable_days", Integer, null=True),
    column("materials"),
    sqlite_with_rowid=False,
)
price = Table(
    "price",
    metadata,
    reference("sku", "product.sku", key=True),
    key("currency"),
    column("list_price", BigInteger),
    column("floor", BigInteger, null=True),
    sqlite_with_rowid=False,
)
maker = Table(
    "maker",
    metadata,
    reference("sku", "product.sku", key=True),
    key("position", Integer),
    reference("unit", "unit.id"),
    column("weight", Integer),
    sqlite_with_rowid=False,
)
exhibition = Table(
    "exhibition",
    metadata,
    key("id"),
    column("name"),
    column("venue"),
    column("city"),
    column("country"),
    column("starts"),
    column("ends"),
    column("timezone"),
    column("currency"),
    column("commission_bps", Integer, null=True),
    column("fund_bps", Integer, null=True),
)
exchange_rate = Table(
    "exchange_rate",
    metadata,
    reference("exhibition", "exhibition.id", key=True),
    key("currency"),
    column("rate"),
    sqlite_with_rowid=False,
)
participation = Table(
    "participation",
    metadata,
    reference("exhibition", "exhibition.id", key=True),
    key("position", Integer),
    reference("unit", "unit.id"),
    column("weight", Integer),
    sqlite_with_rowid=False,
)
cost = Table(
    "cost",
    metadata,
    reference("exhibition", "exhibition.id", key=True),
    key("position", Integer),
    column("name"),
    column("amount", BigInteger),
    column("shared"),
    sqlite_with_rowid=False,
)

CATALOGUE = (
    network,
    producer_group,
    unit,
    member,
    product,
    price,
    maker,
    exhibition,
    exchange_rate,
    participation,
    cost,
)
"""Parents before children."""
