"""The till's window, offscreen: what a person waits for at a key or a scan, and from starting it to its first screen.

100,000 products, sixty lines in the cart, real keys through the real window. The baseline is a field and a list of Qt's
own in the same process, which look nothing up and show nothing but texts.
"""

import json
import os
import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from bench.importing import PRODUCTS, large_network
from bench.measuring import Work, peak_memory, profile_of, tell
from bench.painting import FINGERS, SCANNER, BareList, Keyboard, Painting, rest, shown
from bench.searching import MATERIALS, NOUNS, typical_name
from bench.stall import EXHIBITION, OPENING, act
from bench.starting import start_figure
from pos.domain.basket import Basket
from pos.domain.people import Role
from pos.domain.products import Product
from pos.formats.network_file import read_network
from pos.hardware.interfaces import Sound
from pos.services.clock import fresh_id
from pos.services.desk import Desk
from pos.services.finding import FOUND
from pos.services.holding import OpenCart
from pos.settings import Places, Settings, write_settings
from pos.storage.books import Books
from pos.ui.choosers import system_choosers
from pos.ui.look import theme
from pos.ui.main_window import Program
from pos.ui.place_tabs import Place
from pos.ui.selling.cart_row import CartRow
from pos.ui.selling.found_row import FoundRow
from pos.ui.till_window import Standing, TillWindow
from pos.wiring import make_desk, open_practice

SIZES = (QSize(1366, 768), QSize(1920, 1080))
LINES = 60
TIMES = 200
WORDS = 12
LIMIT_MS, JUMP_MS = 16.0, 33.0
PIN = "7391"
_ENTER, _ESC, _F2 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F2


class OpeningDay:
    """It is always the morning of the fair's first day."""

    def now(self) -> datetime:
        return OPENING


class Silence:
    """Plays nothing, so that the machine does not beep for minutes."""

    def play(self, _: Sound) -> None:
        pass

    def stop(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Stand:
    """The till's window and the bare one, the keyboard before both, and what can be scanned."""

    window: TillWindow
    painting: Painting
    bare: BareList
    bare_painting: Painting
    keyboard: Keyboard
    products: Sequence[Product]

    def row(self, kind: type[QWidget]) -> QWidget:
        """The upmost row of its kind that is on the screen."""
        return min((row for row in self.window.findChildren(kind) if row.isVisible()), key=QWidget.y)

    def press(self, key: Qt.Key | str, gap: int = FINGERS, *, ctrl: bool = False) -> None:
        self.keyboard.press(self.window, key, gap, ctrl=ctrl)

    def press_bare(self, key: Qt.Key | str, gap: int = FINGERS) -> None:
        self.keyboard.press(self.bare, key, gap)


def main() -> None:
    """Make the books, start the till over them, then press its keys."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        _make_books(home)
        start = start_figure(home, f"the till's window, {PRODUCTS:,} products")
        figures = []
        app = QApplication(theme.ARGUMENTS)
        theme.dress(app)
        with _program(home) as (program, keyboard, products):
            for size in SIZES:
                figures += _measure(_stand(program, keyboard, products, size), size)
    tell([*figures, start])


def _make_books(home: Path) -> None:
    """The network, somebody who sells, an open shift, and a cart of sixty lines."""
    places, settings = Places(home), Settings(exhibition=EXHIBITION)
    places.prepare()
    write_settings(places.settings, settings)
    file = home / "network.json"
    file.write_text(json.dumps(large_network(typical_name)), encoding="utf-8")
    with Books(places.books) as books:
        desk = make_desk(places, settings, books)
        desk.till.catalogue.take_in(act(), read_network(file))
        elena = desk.signing_in.add(desk.act(), "Elena", Role.ADMINISTRATOR, PIN)
        desk.signing_in.add(desk.act(), "Ana", Role.CASHIER, PIN, elena)
        desk.till.shifts.open(act(), "Ana", {"BOB": {"20.00": 10}})
        basket = Basket(desk.till.catalogue.terms().exhibition(EXHIBITION).currency)
        for product in _sold_here(desk)[:LINES]:
            basket = basket.add(product)
        desk.holding.keep("A", EXHIBITION, OpenCart(fresh_id(), basket, OPENING, "Ana"))


def _sold_here(desk: Desk) -> list[Product]:
    here = desk.till.catalogue.terms().exhibition(EXHIBITION)
    return [
        product
        for product in desk.till.catalogue.listing()
        if here.currency.code in product.prices and any(here.takes_part(maker.unit) for maker in product.makers)
    ]


@contextmanager
def _program(home: Path) -> Iterator[tuple[Program, Keyboard, Sequence[Product]]]:
    """The program with Ana signed in, the keyboard before it, and products that are not in the cart yet."""
    keyboard = Keyboard()
    with Books(home / "books.sqlite") as books, ExitStack() as open_books:
        desk = make_desk(Places(home), Settings(exhibition=EXHIBITION), books)
        desk = replace(desk, clock=OpeningDay(), speaker=Silence())
        products = random.Random(26).sample(_sold_here(desk)[LINES:], TIMES)
        program = Program(desk, open_practice, open_books, system_choosers, keyboard.time_of)
        ana = next(person for person in desk.signing_in.everybody() if person.name == "Ana")
        shown(program.window)
        program.window.resume(Standing(ana, Place.SELL))
        yield program, keyboard, products
        program.window.close()
        program.stop()


def _stand(program: Program, keyboard: Keyboard, products: Sequence[Product], size: QSize) -> Stand:
    window = program.window
    window.resize(size)
    bare = BareList(size, LINES)
    shown(bare)
    bare.field.setFocus()
    shown(window)
    rest(0.5)
    return Stand(window, Painting(window), bare, Painting(bare), keyboard, products)


def _measure(stand: Stand, size: QSize) -> list[dict[str, object]]:
    return [
        _figure("a scan → its line painted", size, _scans(stand), lambda: _scans(stand)),
        _figure("a letter of a name → what is found painted", size, _letters(stand), lambda: _letters(stand)),
        _figure("+ on a line → painted", size, _pluses(stand), lambda: _pluses(stand)),
        _figure("a jump in the table of all products → painted", size, _jumps(stand), lambda: _jumps(stand), JUMP_MS),
    ]


Pair = tuple[float, float]
"""Seconds of ours, and of the baseline right after it."""


def _scans(stand: Stand) -> list[Pair]:
    """From a scanner's Enter on; afterwards the line is taken back, so that there are sixty again."""
    top, bare = stand.row(CartRow), stand.bare
    pairs = []
    for product in stand.products:
        for sign in product.barcode:
            stand.press(sign, SCANNER)
            stand.press_bare(sign)
        ours = stand.painting.after(lambda: stand.press(_ENTER, SCANNER), top)
        rest(0.005)
        stand.press("Z", ctrl=True)
        rest(0.005)
        pairs.append((ours, stand.bare_painting.after(lambda: stand.press_bare(_ENTER), bare.list.viewport())))
        bare.take_back()
        rest(0.005)
    return pairs


def _letters(stand: Stand) -> list[Pair]:
    """Two words, typed by fingers; the bare list shows as many texts as are found at most."""
    stand.press(_F2)
    stand.press("a")
    rest()
    top, bare = stand.row(FoundRow), stand.bare
    _leave_search(stand)
    pairs = []
    for name in _names():
        stand.press(_F2)
        for sign in name:
            rest()
            ours = stand.painting.after(lambda sign=sign: stand.press(sign), top)
            pairs.append((ours, stand.bare_painting.after(lambda: bare.refill(FOUND), bare.list.viewport())))
        _leave_search(stand)
    bare.refill(LINES)
    return pairs


def _leave_search(stand: Stand) -> None:
    for _ in range(2):
        stand.press(_ESC)
        rest()


def _names() -> list[str]:
    dice = random.Random(27)
    names = [f"{dice.choice(NOUNS)} {dice.choice(MATERIALS)}".lower() for _ in range(WORDS)]
    return [name.translate(str.maketrans("ñáó", "nao")) for name in names]


def _pluses(stand: Stand) -> list[Pair]:
    """One piece more on the newest line, and back again."""
    top, bare = stand.row(CartRow), stand.bare
    pairs = []
    for number in range(TIMES):
        ours = stand.painting.after(lambda: stand.press("+"), top)
        rest(0.005)
        stand.press("-")
        rest(0.005)
        changed = stand.bare_painting.after(lambda number=number: bare.change(str(number)), bare.list.viewport())
        pairs.append((ours, changed))
    return pairs


def _jumps(stand: Stand) -> list[Pair]:
    """The handle of the scroll bar let go anywhere: what is there is read and painted."""
    stand.press("3", ctrl=True)
    rest(0.5)
    table = next(view for view in stand.window.findChildren(QTableView) if view.isVisible())
    bare, dice = stand.bare, random.Random(28)
    pairs = []
    for _ in range(TIMES):
        ours_to, bare_to = _somewhere_else(table, dice), _somewhere_else(bare.list, dice)
        ours = stand.painting.after(ours_to, table.viewport())
        rest(0.005)
        pairs.append((ours, stand.bare_painting.after(bare_to, bare.list.viewport())))
    stand.press("1", ctrl=True)
    rest(0.5)
    return pairs


def _somewhere_else(view: QAbstractItemView, dice: random.Random) -> Work:
    """Moves the handle to another place than where it is."""
    bar = view.verticalScrollBar()
    return partial(bar.setValue, (bar.value() + dice.randint(1, bar.maximum())) % (bar.maximum() + 1))


def _figure(what: str, size: QSize, pairs: Sequence[Pair], again: Work, limit: float = LIMIT_MS) -> dict[str, object]:
    ours, bare = [ours for ours, _ in pairs], [bare for _, bare in pairs]
    slowest = _p95(ours) * 1000
    met = slowest <= limit
    return {
        "what": f"the till's window, {size.width()}×{size.height()}, {LINES} lines: {what} (p50, p95 of {len(pairs)})",
        "ours": _both(ours),
        "baseline": _both(bare),
        "against": "a bare QListView",
        "quotient": statistics.median(ours / bare for ours, bare in pairs),
        "limit": f"p95 ≤ {limit:.0f} ms",
        "met": met,
        "memory": peak_memory(),
        "profile": "" if met else profile_of(again),
    }


def _both(times: Sequence[float]) -> str:
    return f"{statistics.median(times) * 1000:.1f}, {_p95(times) * 1000:.1f} ms"


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
