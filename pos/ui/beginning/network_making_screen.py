"""Making a network at the till, for whoever has no file of it: three pages, then it is in the books."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QStackedWidget

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.services.first_network import FirstNetwork, make_catalogue
from pos.storage.database import BooksUnavailable
from pos.ui.beginning.beginning import BeginningScreen
from pos.ui.beginning.network_pages import AskedPage, FairPage, NetworkPage, ProducersPage
from pos.ui.messages import told


class NetworkMakingScreen(BeginningScreen):
    """Goes from page to page; nothing is written before the last one is done."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        texts = desk.texts
        super().__init__(texts, texts._("Go on"), can_go_back=True)
        self._desk = desk
        self._act_id = desk.act().id
        self._network = NetworkPage(texts)
        self._fair = FairPage(texts)
        self._producers = ProducersPage(texts)
        self._pages: tuple[AskedPage, ...] = (self._network, self._fair, self._producers)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
            page.changed.connect(self._show_whole)
            page.entered.connect(self._go_on_if_whole)
        # On the smallest screens a page is higher than the room that it has.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._stack)
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.body.addWidget(area, 1)

    def start(self) -> None:
        """Ask from the beginning."""
        # One id for as long as the screen is shown: trying again after trouble with the disk does nothing twice.
        self._act_id = self._desk.act().id
        self._network.start()
        self._fair.start(self._desk.clock.now().date())
        self._producers.start()
        self._show(0)

    def take_focus(self) -> None:
        """Begin with the page's first field."""
        self._pages[self._page].take_focus()

    @property
    def _page(self) -> int:
        return self._stack.currentIndex()

    def _show(self, page: int) -> None:
        _ = self._texts._
        titles = (
            (_("A new network"), _("It runs the stall, and keeps a part of each sale for its work and its fund.")),
            (_("The first fair"), _("Where and when you sell. More fairs can follow.")),
            (_("The producers"), _("Each one is paid for what is sold of theirs. More can follow.")),
        )
        self._message.clear()
        for place, part in enumerate(self._pages):
            # A page that is not shown needs no room.
            upright = QSizePolicy.Policy.Preferred if place == page else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._stack.setCurrentIndex(page)
        count = _("%(page)s of %(pages)s") % {"page": page + 1, "pages": len(self._pages)}
        self.say(f"{titles[page][0]} · {count}", titles[page][1])
        last = page == len(self._pages) - 1
        self._go.say(_("Make the network") if last else _("Go on"))
        self._show_whole()
        self.take_focus()

    def _show_whole(self) -> None:
        self.let_go_on(whole=self._pages[self._page].is_whole)

    def go_back(self) -> None:
        """To the page before, or out."""
        if self._page:
            self._show(self._page - 1)
        else:
            self.back.emit()

    def go_on(self) -> None:
        """To the next page; after the last one the network is made."""
        if self._page < len(self._pages) - 1:
            self._show(self._page + 1)
            return
        try:
            catalogue = make_catalogue(self._first(), self._texts.language)
            self._desk.till.catalogue.take_in(replace(self._desk.act(), id=self._act_id), catalogue)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self.done.emit()

    def _first(self) -> FirstNetwork:
        today = self._desk.clock.now().date()
        return FirstNetwork(
            name=" ".join(self._network.name.text().split()),
            country=self._network.country,
            currency=self._network.currency.answer,
            commission_bps=self._network.commission.bps,
            fund_bps=self._network.fund.bps,
            fair=" ".join(self._fair.name.text().split()),
            city=" ".join(self._fair.city.text().split()),
            starts=self._fair.starts.day or today,
            ends=self._fair.ends.day or today,
            producers=tuple(reversed(self._producers.names)),
        )
