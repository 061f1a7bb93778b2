"""`pos catalog list`: what is sold."""

from pos.commands.opening import Context
from pos.commands.saying import say
from pos.domain.products import Product
from pos.domain.text import in_language
from pos.texts import Texts


def list_products(context: Context) -> None:
    """Every product on a line: SKU, barcode, name, makers with weights, prices; columns parted by tabs."""
    with context.desk(read_only=True) as desk:
        products = desk.till.catalogue.listing()
    for product in products:
        say("\t".join(_columns(product, context.texts)))
    counted = context.texts.ngettext("%(n)s product", "%(n)s products", len(products))
    say(counted % {"n": context.texts.amount(len(products), 0)})


def _columns(product: Product, texts: Texts) -> list[str]:
    makers = ", ".join(f"{maker.unit} ×{maker.weight}" for maker in product.makers)
    prices = ", ".join(
        f"{texts.symbol(code)} {texts.amount(price.list_price.minor, price.list_price.currency.digits)}"
        for code, price in sorted(product.prices.items())
    )
    return [product.sku, product.barcode or "", in_language(product.name, texts.language), makers, prices]
