"""The buyer's own screen: a second window that follows the sale and never takes a key from the till.

It shows what the buyer may see and nothing else: no message, no fault, nobody's books. Most tills have no second
screen, so while it is hidden it only remembers: nothing is loaded, built, read or laid out until it is shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from pos.domain.basket import Basket
from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.domain.sales import Sale
from pos.domain.tenders import Tender
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.display.buyer_sight import BuyerPage, BuyerSight
from pos.ui.display.customer_words import SHOWN_PRODUCTS, BuyerWords, Scale
from pos.ui.look.emblems import Band
from pos.ui.look.panels import in_a_row
from pos.ui.look.photos import photo_file
from pos.ui.look.qr_picture import read_qr
from pos.ui.look.words import Words
from pos.ui.session import Session

THANKS_MILLISECONDS = 6_000
_PLACING = frozenset({QEvent.Type.Show, QEvent.Type.ScreenChangeInternal})
"""The till's window is there, or is moved to another screen."""
_LOOKED_AT = 200
"""Among so many products, the best sold first, those for the welcome are looked for."""


class CustomerDisplay(QWidget):
    """Fills the second screen where there is one, and is hidden where there is none."""

    placed = Signal(bool)
    """Whether there is a second screen, and so a display that the buyer sees."""
    turned = Signal()
    """What the buyer sees is another thing, whether or not there is a screen for it."""

    def __init__(self, desk: Desk, *, practice: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._desk = desk
        self._practice = practice
        self._till: QWidget | None = None
        self._session: Session | None = None
        self._products: tuple[Product, ...] | None = None
        self._basket: Basket | None = None
        self._newest = 0
        self._payment: tuple[int, tuple[Tender, ...]] | None = None
        self._asked: int | None = None
        self._sale: Sale | None = None
        self._page = BuyerPage.WELCOME
        self._scale: Scale | None = None
        self._thanking = QTimer(self)
        self._thanking.setSingleShot(True)
        self._thanking.setInterval(THANKS_MILLISECONDS)
        self._thanking.timeout.connect(self._end_thanks)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("display")
        self.setWindowTitle(desk.texts._("Customer's display"))
        self.setMinimumSize(320, 240)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    def _build(self, scale: Scale) -> None:
        """Build everything at one scale; what was shown is shown again."""
        if scale == self._scale:
            return
        from pos.ui.display.customer_cart import CustomerCart
        from pos.ui.display.customer_pages import BuyerQrPage, ThanksPage, WelcomePage

        self._scale = scale
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        folder = self._desk.places.photos
        self._welcome, self._cart = WelcomePage(folder, scale), CustomerCart(folder, scale)
        self._qr, self._thanks = BuyerQrPage(scale), ThanksPage(scale)
        self._pages = QStackedWidget()
        for page in (self._welcome, self._cart, self._qr, self._thanks):
            self._pages.addWidget(page)
        self._column.addWidget(Band(2))
        if self._practice:
            self._column.addWidget(_practice_line(self._desk.texts, scale))
        self._column.addWidget(self._pages, 1)
        self._show()

    # --- what the till tells it ----------------------------------------------------------------------------------

    def show_idle(self, session: Session) -> None:
        """Nothing is being sold at this fair; the thanks of a sale just finished stay as long as they should."""
        if self._session is None or session.terms is not self._session.terms:
            self._products = None
        self._session = session
        self._basket, self._payment, self._asked = None, None, None
        self._go(BuyerPage.THANKS if self._thanking.isActive() else BuyerPage.WELCOME)

    def show_cart(self, basket: Basket) -> None:
        """The sale as it is now; an empty one is none."""
        if self._session is None:
            return
        if not basket.lines:
            self.show_idle(self._session)
            return
        if basket != self._basket:
            self._newest = _changed(self._basket, basket)
        self._basket, self._payment, self._asked = basket, None, None
        self._thanking.stop()
        self._go(BuyerPage.CART)

    def show_payment(self, due: int, tenders: Sequence[Tender]) -> None:
        """What was paid so far of the sale that is shown."""
        self._payment = due, tuple(tenders)
        if self._page is BuyerPage.CART:
            self._go(BuyerPage.CART)

    def show_qr(self, amount: int | None) -> None:
        """Ask for an amount by QR; None shows the sale again."""
        self._asked = amount
        if amount is not None:
            self._thanking.stop()
            self._go(BuyerPage.QR)
        elif self._page is BuyerPage.QR:
            self._go(BuyerPage.CART if self._basket else BuyerPage.WELCOME)

    def show_change(self, sale: Sale) -> None:
        """The sale is finished: the change and the thanks, for six seconds or until the next product."""
        self._sale = sale
        self._basket, self._payment, self._asked = None, None, None
        self._thanking.start()
        self._go(BuyerPage.THANKS)

    @property
    def page(self) -> BuyerPage:
        """What is shown."""
        return self._page

    @property
    def sight(self) -> BuyerSight:
        """What the buyer sees, or would see on a screen."""
        return BuyerSight(self._page, self._session, self._basket, self._newest, self._payment, self._asked, self._sale)

    # --- where it stands -----------------------------------------------------------------------------------------

    def follow(self, till: QWidget) -> None:
        """Show itself beside the till's window while that is shown, on whatever screen is free, and close with it."""
        self._till = till
        till.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow_screen)
            app.screenRemoved.connect(self._place)
            for screen in app.screens():
                self._follow_screen(screen)
        if till.isVisible():
            self._place()

    def _follow_screen(self, screen: QScreen) -> None:
        """A screen that is there, and may be moved, be made larger, or mirror the till's."""
        screen.geometryChanged.connect(self._place)
        self._place()

    def place_on(self, screens: Sequence[QScreen]) -> None:
        """Fill the screen that the settings name, or the first of these that is not the till's.

        A screen that mirrors the till's is no second one.
        """
        own = self._till.screen() if self._till is not None else QGuiApplication.primaryScreen()
        free = [screen for screen in screens if not screen.geometry().intersects(own.geometry())]
        if wanted := self._desk.settings.customer_screen:
            free = [screen for screen in free if screen.name() == wanted]
        if free:
            self.setScreen(free[0])
            self.setGeometry(free[0].geometry())
            self.showFullScreen()
        else:
            self.hide()
        self.placed.emit(bool(free))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._till:
            if event.type() in _PLACING:
                self._place()
            elif event.type() is QEvent.Type.Hide:
                self._thanking.stop()
                self.close()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._build(Scale.of(self.width(), self.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build(Scale.of(self.width(), self.height()))
        self._show()

    def _place(self) -> None:
        if self._till is not None and self._till.isVisible():
            self.place_on(QGuiApplication.screens())

    # --- showing -------------------------------------------------------------------------------------------------

    def _go(self, page: BuyerPage) -> None:
        self._page = page
        self.turned.emit()
        self._show()

    def _show(self) -> None:
        """Bring what is remembered onto the screen, if there is one."""
        if not self.isVisible():
            return
        session = self._session
        if session is None:
            self._pages.hide()
            return
        self._pages.show()
        terms, exhibition = session.terms, session.exhibition
        match self._page:
            case BuyerPage.CART if self._basket is not None:
                self._show_cart(self._basket, session)
            case BuyerPage.QR if self._asked is not None:
                words = self._words(self._basket.language if self._basket else "")
                picture = read_qr(self._desk.places.qr_picture)
                self._qr.show_amount(self._asked, picture, exhibition, words)
            case BuyerPage.THANKS if self._sale is not None:
                self._thanks.show_sale(self._sale, terms, self._words(self._sale.language))
            case _:
                products = self._chosen_products(session)
                self._welcome.show_stall(exhibition, products, terms, self._words(""))
        self._pages.setCurrentIndex(self._page)

    def _show_cart(self, basket: Basket, session: Session) -> None:
        words = self._words(basket.language)
        try:
            self._cart.show_basket(basket, self._newest, session.exhibition, session.terms, words)
        except Refusal:  # a discount that no longer fits the lines: the till says so; here the sale before stays
            return
        if self._payment is not None:
            self._cart.show_payment(*self._payment, session.exhibition, words)

    def _words(self, language: str) -> BuyerWords:
        """In the language of a sale; where there is none, in the fair's."""
        if not language and self._session is not None:
            language = self._session.exhibition.language(self._session.terms.network.language)
        return BuyerWords.of(language)

    def _end_thanks(self) -> None:
        if self._page is BuyerPage.THANKS:
            self._go(BuyerPage.WELCOME)

    def _chosen_products(self, session: Session) -> tuple[Product, ...]:
        """Three products with a photo, of different makers, of those sold most at this fair; fewer where there are not.

        They stay the same for as long as the network's terms do.
        """
        if self._products is None:
            try:
                likely = self._desk.finding.favourites(session.exhibition.id, _LOOKED_AT)
            except BooksUnavailable:  # the till tells it; a welcome without pictures is one too
                return ()
            self._products = self._with_photos(likely, session.exhibition.currency.code)
        return self._products

    def _with_photos(self, products: Sequence[Product], currency: str) -> tuple[Product, ...]:
        found, makers = [], set[str]()
        for product in products:
            theirs = {maker.unit for maker in product.makers}
            if currency not in product.prices or makers & theirs:
                continue
            if photo_file(self._desk.places.photos, product.photo) is not None:
                found.append(product)
                makers |= theirs
            if len(found) == SHOWN_PRODUCTS:
                break
        return tuple(found)


def _changed(before: Basket | None, now: Basket) -> int:
    """Which line to show large: the last one that is not as it was, else the last."""
    known = before.lines if before is not None else ()
    same = {id(line) for line in known}  # nearly all of them: comparing a long sale line by line would take a while
    fresh = [place for place, line in enumerate(now.lines) if id(line) not in same and line not in known]
    return fresh[-1] if fresh else len(now.lines) - 1


def _practice_line(texts: Texts, scale: Scale) -> QWidget:
    frame = QFrame()
    frame.setObjectName("practice")
    line = in_a_row(frame)
    line.addWidget(Words(texts._("PRACTICE"), scale(24), bold=True, align=Qt.AlignmentFlag.AlignHCenter))
    frame.setFixedHeight(scale(40))
    return frame
