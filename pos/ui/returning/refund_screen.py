"""Goods brought back: find the sale, count what comes back, hand the money over."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.people import Approval
from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.domain.sales import Return, Sale, check_currency
from pos.domain.stamps import EventId
from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.services.sale_finding import is_receipt_code
from pos.storage.database import BooksUnavailable
from pos.ui.look.dialogs import Question
from pos.ui.look.panels import stacked
from pos.ui.messages import Message, Tone, told
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.returning.receipt_search import ReceiptSearch
from pos.ui.returning.receipt_search_rows import Pictures
from pos.ui.returning.refund_goods import GoodsBack
from pos.ui.returning.refund_page import RefundPage
from pos.ui.returning.refund_result import RefundResult
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session


class RefundScreen(Screen):
    """Three pages, one after the other. What was counted stays until it is taken back or another sale is opened."""

    returned = Signal(Return)
    """Goods were taken back: it is in the books, and its receipt waits for the printer."""
    copy_wanted = Signal(object)
    """The return's receipt once more (`Return`)."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._goods: GoodsBack | None = None
        self._act_id: EventId = desk.act().id
        self._returned: Return | None = None
        self._search = ReceiptSearch(desk, desk.texts._("Return: which sale is it?"))
        self._page = RefundPage(desk.texts)
        self._result = RefundResult(desk.texts)
        self._pages = QStackedWidget()
        for page in (self._search, self._page, self._result):
            self._pages.addWidget(page)
        stacked(self, gap=0).addWidget(self._pages)
        self._connect()

    def _connect(self) -> None:
        self._search.found.connect(self._open)
        self._search.left.connect(self.left)
        self._page.left.connect(lambda: self._unless_counted(self._search_again))
        self._page.confirmed.connect(self._confirm)
        self._page.void_wanted.connect(self._ask_to_void)
        self._result.done.connect(self.left)
        self._result.another_wanted.connect(self._search_again)
        self._result.copy_wanted.connect(lambda: self.copy_wanted.emit(self._returned))

    def start(self, session: Session) -> None:
        """Ask which sale it is; goods that are counted already stay, as long as the shift is the same."""
        before, self._session = self._session, session
        if before is not None and before.shift == session.shift and self._goods is not None and self._goods.pieces:
            self._show(self._page)
            return
        self._goods = None
        self._search.start(session)
        self._show(self._search)

    def take_focus(self) -> None:
        page = self._current
        if isinstance(page, ReceiptSearch):
            page.take_focus()
        else:
            page.setFocus()

    def show_message(self, message: Message) -> None:
        self._current.show_message(message)

    @property
    def message(self) -> str:
        return self._current.message

    def take_scan(self, scan: Scan) -> bool:
        if self._current is not self._page or any(map(is_receipt_code, scan.readings)):
            self._unless_counted(lambda: self._look_for(scan))
            return True
        try:
            self._count(self._desk.finding.find_anyway(scan.readings))
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        return True

    # --- from page to page ---------------------------------------------------------------------------------------

    @property
    def _current(self) -> ReceiptSearch | RefundPage | RefundResult:
        pages = (self._search, self._page, self._result)
        return pages[self._pages.currentIndex()]

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.take_focus()

    def _search_again(self) -> None:
        self._goods = None
        if self._session is not None:
            self.start(self._session)

    def _look_for(self, scan: Scan) -> None:
        if self._current is not self._search:
            self._search_again()
        self._search.take_scan(scan)

    def _unless_counted(self, then: Callable[[], None]) -> None:
        """Do it at once, or after asking where pieces were counted that would be lost."""
        pieces = self._goods.pieces if self._goods is not None and self._current is self._page else 0
        if not pieces:
            then()
            return
        texts = self._texts
        title = texts.ngettext(
            "%(n)s counted piece is not taken back yet.", "%(n)s counted pieces are not taken back yet.", pieces
        ) % {"n": texts.amount(pieces, 0)}
        question = Question(
            self.window(), "warning", title, "", safe=texts._("Go on counting"), other=texts._("Leave them out")
        )
        question.answered.connect(then)
        question.ask()

    def _open(self, event: Sale | Return, shown: bool) -> None:
        if self._session is None:
            return
        try:
            finding = self._desk.sale_finding
            standing = finding.standing(event.sale if isinstance(event, Return) else event.stamp.id)
            check_currency(standing.sale, self._session.exhibition)
            products = finding.products({line.sku for line in standing.sale.lines})
        except (Refusal, BooksUnavailable) as trouble:
            self._search.show_message(told(trouble, self._texts))
            return
        if standing.is_spent:
            title = self._texts._("All of %(receipt)s came back already.") % {"receipt": standing.sale.receipt}
            self._search.show_message(Message(Tone.WARN, title, self._texts._("Look for another receipt.")))
            return
        self._goods = GoodsBack(standing, self._session.exhibition, shown)
        # One id for as long as this sale is open: trying again after trouble with the disk does nothing twice.
        self._act_id = self._desk.act().id
        pictures = Pictures(self._desk.places.photos, products, self._session.terms.emblems)
        self._page.start(self._goods, pictures, self._session)
        self._show(self._page)

    def _count(self, product: Product) -> None:
        """One more piece of what was scanned."""
        try:
            line = self._page.count(product.sku)
        except LookupError:
            words = self._texts._("%(product)s is not in this sale.")
        else:
            if line is not None:
                return
            words = self._texts._("No more of %(product)s can come back.")
        title = words % {"product": in_language(product.name, self._texts.language)}
        self.show_message(Message(Tone.WARN, title, self._texts._("Look at the lines of the receipt.")))

    # --- taking back ---------------------------------------------------------------------------------------------

    def _confirm(self) -> None:
        if self._goods is not None and self._goods.pieces:
            self._with_approval(self._goods, void=False)

    def _ask_to_void(self) -> None:
        if self._goods is None:
            return
        goods = self._goods
        sale = goods.standing.sale
        whole = GoodsBack(goods.standing, goods.exhibition, goods.shown)
        whole.take_all()
        amount = self._texts.amount(whole.to_hand_back, goods.exhibition.currency.digits)
        shown = {"amount": f"{self._texts.symbol(goods.exhibition.currency.code)} {amount}"}
        question = Question(
            self.window(),
            "warning",
            self._texts._("Void the whole sale %(receipt)s?") % {"receipt": sale.receipt},
            self._texts._("All its goods go back to the stall, and you hand back %(amount)s in cash.") % shown,
            safe=self._texts._("No, go back"),
            other=self._texts._("Yes, void it"),
        )
        question.answered.connect(lambda: self._with_approval(goods, void=True))
        question.ask()

    def _with_approval(self, goods: GoodsBack, *, void: bool) -> None:
        """Do it at once where the receipt is here; else a supervisor signs first."""
        if self._session is None:
            return
        if goods.shown:
            self._take_back(goods, None, void=void)
            return
        why = self._texts._("Goods of %(receipt)s come back without the receipt.")
        why %= {"receipt": goods.standing.sale.receipt}
        ask_approval(
            self.window(), self._desk, self._session, why, lambda word: self._take_back(goods, word, void=void)
        )

    def _take_back(self, goods: GoodsBack, approval: Approval | None, *, void: bool) -> None:
        sale = goods.standing.sale.stamp.id
        act = replace(self._desk.act(goods.exhibition.id), id=self._act_id)
        paper, refunding = bool(self._desk.settings.printer), self._desk.till.refunding
        try:
            if void:
                done = refunding.void(act, sale, approval, shown=goods.shown, paper=paper)
            else:
                done = refunding.refund(
                    act,
                    sale,
                    goods.wanted,
                    restock=goods.restock,
                    pay=goods.pay(self._page.side.reference),
                    approval=approval,
                    shown=goods.shown,
                    paper=paper,
                )
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self._note(goods, done, void=void)

    def _note(self, goods: GoodsBack, done: Return, *, void: bool) -> None:
        if self._session is None:
            return
        self._returned, self._goods = done, None
        self._result.show_return(done, self._session.terms, can_print=bool(self._desk.settings.printer))
        if done.void != void or (not void and [(line.line, line.qty) for line in done.lines] != goods.wanted):
            # The disk failed while this was saved, and it was saved after all; then something else was counted.
            title = self._texts._("The return before was saved after all, as %(receipt)s.") % {"receipt": done.receipt}
            self._result.show_message(Message(Tone.WARN, title, self._texts._("Only what stands here was taken back.")))
        self._show(self._result)
        self.returned.emit(done)
