"""Opening a shift: what is in the drawer before the first sale, note by note."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from pos.domain.money import currency
from pos.domain.refusals import Refusal
from pos.domain.shifts import ShiftClosed, ShiftOpened, count_cash, totals
from pos.services.desk import Desk
from pos.services.shift_keeping import Counts
from pos.storage.database import BooksUnavailable
from pos.ui.counting.counting_page import LOW, CountingPage, foreign_currencies
from pos.ui.kept_before import kept_before
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import Slot, in_a_row, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, told
from pos.ui.screen import Screen
from pos.ui.session import Session


class OpeningScreen(Screen):
    """Asks the person who is signed in for the float, in the fair's currency and, if there is any, in foreign ones."""

    opened = Signal(ShiftOpened)
    left = Signal()
    """Back, nothing opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._session: Session | None = None
        self._page: CountingPage | None = None
        self._last: ShiftClosed | None = None
        self._opened = False
        self._act_id = desk.act().id
        self._title = Words(texts._("Open shift"), 26, bold=True)
        self._who = Words(pixels=18, bold=True)
        self._where = Words(pixels=17, tone=Colour.PIEDRA)
        self._same = ActionButton("", "refresh", pixels=17)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", pixels=17)
        self._message = MessageBar()
        self._count = Slot()
        self._go: ActionButton | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        outer = stacked(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        outer.addWidget(self._build_head())
        outer.addWidget(self._message)
        outer.addWidget(self._count, 1)

    def _build_head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(56)
        row = in_a_row(head, gap=14)
        row.addWidget(self._title)
        row.addSpacing(6)
        names = stacked(gap=0)
        names.addStretch(1)
        names.addWidget(self._who)
        names.addWidget(self._where)
        names.addStretch(1)
        row.addLayout(names, 1)
        row.addWidget(self._same)
        row.addWidget(self._back)
        return head

    def _connect(self) -> None:
        self._same.clicked.connect(self._put_last)
        self._back.clicked.connect(self.left)
        for keys, slot in (("F12", self._open), ("Esc", self.left.emit)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._message.make_low(low=self.height() < LOW)

    def start(self, session: Session) -> None:
        """Begin to count for this person at the session's fair; what they count there already stays."""
        if self.is_counting(session):
            self._session = session
            self._message.clear()
            return
        t, exhibition = self._texts, session.exhibition
        self._session, self._opened = session, False
        # One id for as long as the screen is shown: trying again after trouble with the disk does nothing twice.
        self._act_id = self._desk.act().id
        self._message.clear()
        self._who.say(session.person.name)
        self._where.say(exhibition.name)
        currencies = [exhibition.currency, *foreign_currencies(exhibition)]
        advice = t._("Count the notes and coins in the drawer. An empty drawer is all right too.")
        self._page = CountingPage(currencies, t, advice, "coins")
        self._go = ActionButton("", "arrow-right", "F12", pixels=26, height=92, kind=Kind.INK)
        self._go.clicked.connect(self._open)
        self._page.add_button(self._go, low=64)
        self._page.changed.connect(self._say_go)
        self._page.finished.connect(self._go.setFocus)
        self._count.put(self._page)
        self._offer_last()
        self._say_go()

    def is_counting(self, session: Session) -> bool:
        """Whether the session's person counted something that no shift was opened with yet."""
        before, page = self._session, self._page
        if before is None or page is None or self._opened or before.person.id != session.person.id:
            return False
        now, then = session.exhibition, before.exhibition
        return now.id == then.id and foreign_currencies(now) == foreign_currencies(then) and page.is_counted

    def _offer_last(self) -> None:
        """Offer the counts of the till's last close, where this page can show every one of them."""
        if self._page is None:
            return
        try:
            self._last = self._desk.till.shifts.last_close(self._desk.settings.till)
        except BooksUnavailable as trouble:
            self._last = None
            self.show_message(told(trouble, self._texts))
        fitting = self._page.fitting(self._last.counted) if self._last else None
        self._same.setVisible(fitting is not None)
        if self._last is not None and fitting is not None:
            self._same.say(self._texts._("As at the last close: %(amounts)s") % {"amounts": self._amounts(self._last)})

    def _amounts(self, closed: ShiftClosed) -> str:
        sums = totals(closed.counted)
        t = self._texts
        return t.join([f"{t.symbol(c)} {t.amount(sums[c], currency(c).digits)}" for c in sorted(sums) if sums[c]])

    def _put_last(self) -> None:
        fitting = self._page.fitting(self._last.counted) if self._page and self._last else None
        if self._page is None or fitting is None:
            return
        self._page.put(fitting)
        self._page.take_focus()
        self._page.say_help(
            self._texts._("These are the counts of the last close. Look whether the drawer still holds them.")
        )

    def _say_go(self) -> None:
        if self._page is not None and self._go is not None:
            counted = self._page.is_counted
            self._go.say(self._texts._("Open shift") if counted else self._texts._("Open, drawer empty"))

    def show_message(self, message: Message) -> None:
        self._message.show_message(message)

    @property
    def message(self) -> str:
        return self._message.words

    def take_focus(self) -> None:
        if self._page is not None:
            self._page.take_focus()

    def _open(self) -> None:
        if self._session is None or self._page is None:
            return
        exhibition = self._session.exhibition
        counts: Counts = {exhibition.currency.code: {}, **self._page.counts}
        act = replace(self._desk.act(exhibition.id), id=self._act_id)
        try:
            opened = self._desk.till.shifts.open(act, self._session.person.name, counts)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        counted = count_cash(counts, exhibition)
        before = kept_before(opened, self._session.terms, self._texts, opening_float=counted)
        if before is not None:
            # The count shows what the books hold, and the next press goes on with it.
            self._page.put(self._page.fitting(opened.opening_float) or {})
            self.show_message(before)
            return
        self._opened = True
        self.opened.emit(opened)
