"""Beside the facts: where each till's chain ends, who signs in, open carts, what waits for paper, replayed lines."""

from sqlalchemy import Boolean, Index, Integer, Table

from pos.storage.columns import column, key, metadata, reference

till = Table(
    "till",
    metadata,
    key("code"),
    column("sequence", Integer),
    column("hash"),
    column("sale_number", Integer),
    column("return_number", Integer),
    column("z_number", Integer),
    column("open_shift", null=True),
    column("shift_cashier", null=True),
    column("shift_exhibition", null=True),
    column("shift_first_sale", Integer, null=True),
)
person = Table(
    "person",
    metadata,
    key("id"),
    column("name"),
    column("role"),
    column("photo", null=True),
    column("active", Boolean),
    column("pin_hash"),
    column("wrong_tries", Integer),
    column("wait_until", null=True),
)
draft = Table(
    "draft",
    metadata,
    key("id"),
    column("till"),
    column("exhibition"),
    column("held", Boolean),
    column("changed_at"),
    column("body"),
)
Index(None, draft.c.till, draft.c.held)
print_job = Table(
    "print_job",
    metadata,
    key("number", Integer),
    reference("fact", "fact.number", Integer),
    column("state"),
    column("again", Boolean),
    column("tries", Integer),
    column("printer", null=True),
    column("tried_at", null=True),
    column("reason", null=True),
)
Index(None, print_job.c.state)
replayed_line = Table(
    "replayed_line",
    metadata,
    key("file"),
    key("till"),
    key("line", Integer),
    column("digest"),
    column("reference", null=True),
    column("fact_id", null=True),
    column("refusal", null=True),
    column("sentence", null=True),
)
Index("ix_replayed_line_digest", replayed_line.c.till, replayed_line.c.digest)
