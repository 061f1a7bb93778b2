"""The result of a count, at large: over, short or exact, and how what there should be came about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.money import Money
from pos.domain.shift_documents import ShiftDrawer, ShiftMove
from pos.texts import N_, Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import Slot, in_a_row, rule, stacked
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Amount, Words

_FIGURE, _LOW_FIGURE, _CROWDED_FIGURE = 110, 60, 36
_CROWDED = 400
"""A panel this low is one beside which a message is shown."""
_LABEL, _NARROW_LABEL = 20, 17
_MOVES = {
    "sales": N_("Cash sales, less change"),
    "refunds": N_("Given back to buyers"),
    "in": N_("Put in: %(what)s"),
    "advance": N_("Advances paid to producers"),
    "payout": N_("Paid to producers"),
    "out": N_("Taken out: %(what)s"),
}


class _Line(QWidget):
    """A label and its figure in the column that adds up; it gives way where the column is full."""

    def __init__(self, label: str, figure: str, pixels: int, *, bold: bool = False) -> None:
        super().__init__()
        row = in_a_row(self, gap=12)
        row.addWidget(Words(label, pixels, bold=bold), 1)
        self._figure = Amount(22, figure)
        self._figure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._figure)
        self.setAccessibleName(f"{label} {figure}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(26)
        self.setMaximumHeight(42)


class ToldPanel(QFrame):
    """One currency's drawer in words and figures."""

    recount_wanted = Signal()
    moves_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._icon = icon_label("error", 40)
        self._title = Words(pixels=26, bold=True, lines=2)
        self._symbol = Words(pixels=26, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._figure = Amount(_FIGURE)
        self._rule = rule("bad")
        self._lines = Slot()
        self._pixels = _LABEL
        self._drawer: ShiftDrawer | None = None
        self._again = ActionButton(texts._("Count again"), "refresh", height=68)
        self._moves = ActionButton(texts._("See what moved"), "search", height=68)
        self._build()
        self._again.clicked.connect(self.recount_wanted)
        self._moves.clicked.connect(self.moves_wanted)

    def _build(self) -> None:
        self._column = stacked(self, margins=(24, 18, 24, 18), gap=0)
        head = in_a_row(gap=12)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._symbol)
        self._column.addLayout(head)
        self._column.addWidget(self._figure)
        self._column.addWidget(self._rule)
        self._column.addSpacing(10)
        self._column.addWidget(self._lines, 1)
        self._column.addSpacing(10)
        buttons = in_a_row(gap=10)
        buttons.addWidget(self._again, 1)
        buttons.addWidget(self._moves, 1)
        self._column.addLayout(buttons)

    def show_drawer(self, drawer: ShiftDrawer) -> None:
        """Show a drawer that was counted."""
        self._drawer = drawer
        t, short = self._texts, _counted(drawer) - drawer.expected
        if short.minor < 0:
            looks, icon, title = "bad", "error", t._("Money is missing from the drawer")
        elif short.minor > 0:
            looks, icon, title = "bad", "error", t._("There is too much money in the drawer")
        else:
            looks, icon, title = "change", "check", t._("It is exact")
        restyle(self, "panel", looks)
        restyle(self._rule, "rule", looks)
        tone = Colour.TOTORA if looks == "change" else Colour.TEJA
        show_icon(self._icon, icon, 40, tone, line=3 if icon == "check" else 2.4)
        self._title.say(title)
        self._symbol.say(t.symbol(short.currency.code))
        self._figure.say(signed(short, t))
        self.setAccessibleName(f"{title} {self._symbol.text()} {self._figure.text()}")
        self._show_lines(drawer)

    def _show_lines(self, drawer: ShiftDrawer) -> None:
        t, pixels = self._texts, self._pixels
        lines = QWidget()
        column = stacked(lines, gap=0)
        column.addWidget(_Line(t._("At the opening"), _amount(drawer.opening_float, t), pixels), 1)
        for label, money in _summed(drawer.moves, t):
            column.addWidget(_Line(label, _amount(money, t), pixels), 1)
        column.addWidget(rule(f"{self.property('panel')}-hair"))
        column.addWidget(_Line(t._("There should be"), _amount(drawer.expected, t), pixels, bold=True), 1)
        counted = _amount(_counted(drawer), t)
        column.addWidget(_Line(t._("You counted"), counted, pixels, bold=True), 1)
        column.addStretch()
        self._lines.put(lines)

    def make_room(self, *, narrow: bool, low: bool) -> None:
        """Take less room, on a narrow or a low screen."""
        crowded = low and self.height() < _CROWDED
        self._figure.resize_figure(_CROWDED_FIGURE if crowded else _LOW_FIGURE if low else _FIGURE)
        edge = 14 if narrow else 24
        over = 6 if crowded else 10 if low else 18
        self._column.setContentsMargins(edge, over, edge, over)
        pixels = _NARROW_LABEL if narrow else _LABEL
        if pixels != self._pixels:
            self._pixels = pixels
            if self._drawer is not None:
                self._show_lines(self._drawer)
        for button in (self._again, self._moves):
            button.setMinimumHeight(48 if crowded else 52 if low else 68)


def _counted(drawer: ShiftDrawer) -> Money:
    """What was counted; a drawer that nobody counted is told as exact."""
    return drawer.expected if drawer.counted is None else drawer.counted


def signed(money: Money, texts: Texts) -> str:
    """A difference with its sign, a plus too."""
    return f"{'+' if money.minor > 0 else ''}{_amount(money, texts)}"


def _amount(money: Money, texts: Texts) -> str:
    return texts.amount(money.minor, money.currency.digits)


def _summed(moves: tuple[ShiftMove, ...], texts: Texts) -> list[tuple[str, Money]]:
    """What went in and out, each kind once: the reasons stand in a row."""
    sums: dict[str, Money] = {}
    reasons: dict[str, list[str]] = {}
    for move in moves:
        sums[move.kind] = sums[move.kind] + move.amount if move.kind in sums else move.amount
        reasons.setdefault(move.kind, []).append(move.what)
    return [(texts._(_MOVES[kind]) % {"what": ", ".join(reasons[kind])}, amount) for kind, amount in sums.items()]
