"""The sheet that shows how a scanner is set up: a code that the till knows, and one like a product's to try it."""

from pos.domain.symbols import symbol_of
from pos.printing.receipt_elements import Band, Barcode, Blank, Cut, Element, PaperWidth, ProductCode, Rule
from pos.printing.strip_page import StripPage
from pos.texts import Texts


def scanner_sheet(code: str, trial: str, paper: PaperWidth, texts: Texts) -> tuple[Element, ...]:
    """The sheet as a strip; `code` is an even number of digits, `trial` an EAN-13."""
    page, _ = StripPage(paper, texts), texts._
    return (
        Band(),
        Blank(10),
        *page.centred(_("Scanner's test sheet"), bold=True, double=True),
        Rule(),
        *page.centred(_("In the settings, on the page Equipment, scan this code once."), bold=True),
        Blank(20),
        Barcode(code),
        *page.centred(code),
        Blank(10),
        *page.centred(_("The till then knows what the scanner puts before and behind each code.")),
        Rule(),
        *page.centred(_("Then scan this one: the page shows its number, just as it stands here."), bold=True),
        Blank(20),
        ProductCode(symbol_of(trial)),
        *page.centred(trial),
        Blank(10),
        Cut(),
    )
