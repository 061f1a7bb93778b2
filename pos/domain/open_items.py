"""A unit's open-price item: what is sold when a piece has no label and is not in the catalogue.

Source: docs/domain.md, "A sale", 9.
"""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count

from pos.domain.barcodes import BADGE_PREFIX, badge_code
from pos.domain.products import Maker, Product
from pos.domain.text import MAX_IDENTIFIER

OPEN_PREFIX = "OPEN-"
_HASH = 8
_ROOM = MAX_IDENTIFIER - len(OPEN_PREFIX) - _HASH - 1


def open_skus(unit_id: str) -> Iterator[str]:
    """The SKUs that a unit's open-price item may have, the first free one being its own.

    `OPEN-` and the unit's id; where that is too long or a product of the network's, shortened with eight figures of
    its SHA-256.
    """
    if len(OPEN_PREFIX + unit_id) <= MAX_IDENTIFIER:
        yield OPEN_PREFIX + unit_id
    for number in count(1):
        digest = hashlib.sha256(f"{unit_id}#{number}".encode()).hexdigest()
        yield f"{OPEN_PREFIX}{unit_id[:_ROOM]}-{digest[:_HASH]}"


def open_codes(unit_id: str) -> Iterator[str]:
    """The barcodes that a unit's open-price item may have: that of the unit's badge, others where it is taken.

    They are made from the unit's id, so that no till takes one of the in-store numbers which all tills give to the
    products of a file in the same turn.
    """
    yield badge_code(unit_id)
    for number in count(2):
        yield badge_code(f"{unit_id}#{number}")


def open_item(unit_id: str, sku: str, barcode: str, names: Mapping[str, str]) -> Product:
    """The item: made by the unit alone, without a price in any currency; raises `BadText` for a name."""
    return Product(
        sku=sku, name=names, makers=(Maker(unit_id, 1),), holder=unit_id, prices={}, barcode=barcode, category=""
    )


def is_open_item(product: Product) -> bool:
    """Whether a product is some unit's open-price item; a file that gave it a price made a usual product of it."""
    return (
        product.sku.startswith(OPEN_PREFIX)
        and not product.prices
        and len(product.makers) == 1
        and (product.barcode or "").startswith(BADGE_PREFIX)
    )
