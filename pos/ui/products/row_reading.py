"""Products in the words and figures of the table."""

from collections.abc import Iterable, Sequence

from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.services.labelling import Listed
from pos.texts import Texts
from pos.ui.products.product_rows import ProductRow


def rows_of(listed: Iterable[Listed], terms: Terms, texts: Texts) -> Sequence[ProductRow]:
    """The rows of these products; raises `UnknownUnit`."""
    return [_row(one, terms, texts) for one in listed]


def _row(listed: Listed, terms: Terms, texts: Texts) -> ProductRow:
    product, price = listed.product, listed.price
    units = [maker.unit for maker in product.makers]
    return ProductRow(
        product=product,
        name=in_language(product.name, texts.language, terms.network.language) or product.sku,
        makers=texts.join([terms.unit(unit).name for unit in units]),
        emblems=tuple(terms.emblems[unit] for unit in units),
        price=texts.amount(price.minor, price.currency.digits) if price is not None else "",
        left=listed.left,
    )
