"""What is asked of a new network, page by page: the network itself, its first fair, its producers."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from pos.domain.text import MAX_NAME, folded
from pos.services.first_network import COUNTRIES
from pos.texts import Texts
from pos.ui.beginning.beginning import labelled
from pos.ui.beginning.step_fields import DayField, PercentField
from pos.ui.look.buttons import ActionButton, Kind, StepButton
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.panels import Slot, in_a_row, rule, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words

USUAL_COMMISSION, USUAL_FUND = 1500, 300
"""In basis points; a proposal, to be changed by whoever knows better."""
_COUNTRIES_IN_A_ROW = 4
_LONGEST_FAIR = timedelta(days=366)


class AskedPage(QWidget):
    """Part of what is asked."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the last field."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it was given."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Begin with the first field."""
        raise NotImplementedError


def country_names(texts: Texts) -> Mapping[str, str]:
    """What the countries are called, by code."""
    return {
        "BO": texts._("Bolivia"),
        "PE": texts._("Peru"),
        "EC": texts._("Ecuador"),
        "CO": texts._("Colombia"),
        "CL": texts._("Chile"),
        "AR": texts._("Argentina"),
        "BR": texts._("Brazil"),
        "US": texts._("United States"),
        "DE": texts._("Germany"),
        "ES": texts._("Spain"),
        "CH": texts._("Switzerland"),
        "GB": texts._("Great Britain"),
    }


class NetworkPage(AskedPage):
    """Name, country, currency, and what the network keeps."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.country = ""
        self.currency = ChoiceRow({}, texts._("Currency"))
        self.commission = PercentField(texts, texts._("The network's commission"), USUAL_COMMISSION)
        self.fund = PercentField(texts, texts._("The network's fund"), USUAL_FUND)
        self._countries: dict[str, ActionButton] = {}
        self._currencies = Slot()
        self._build()
        for part in (self.commission, self.fund):
            part.changed.connect(self.changed)
        self.name.textChanged.connect(self.changed)

    def _build(self) -> None:
        _ = self._texts._
        column = stacked(self, gap=6)
        labelled(column, _("What is the network called?"), self.name)
        column.addSpacing(4)
        grid_ = QWidget()
        grid = QGridLayout(grid_)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, (code, name) in enumerate(country_names(self._texts).items()):
            button = ActionButton(name, pixels=17, height=48)
            button.clicked.connect(lambda _=False, code=code: self.choose_country(code))
            self._countries[code] = button
            grid.addWidget(button, place // _COUNTRIES_IN_A_ROW, place % _COUNTRIES_IN_A_ROW)
        labelled(column, _("In which country?"), grid_)
        column.addSpacing(4)
        labelled(column, _("Currency"), self._currencies)
        self._currencies.setFixedHeight(48)
        column.addSpacing(4)
        rates = in_a_row(gap=28)
        for label, field in ((_("The network's commission"), self.commission), (_("The network's fund"), self.fund)):
            half = stacked(gap=6)
            labelled(half, label, field)
            rates.addLayout(half, 1)
        column.addLayout(rates)
        column.addStretch(1)

    def start(self) -> None:
        """Ask."""
        self.name.clear()
        self.choose_country("BO")
        self.commission.set(USUAL_COMMISSION)
        self.fund.set(USUAL_FUND)

    def choose_country(self, code: str) -> None:
        """Choose a country, and its currency with it."""
        self.country = code
        for own, button in self._countries.items():
            button.become(Kind.INK if own == code else Kind.PLAIN)
        usual = dict.fromkeys((COUNTRIES[code].currency, "USD", "EUR", "BOB"))
        names = {money: f"{self._texts.symbol(money)} · {self._texts.currency_name(money)}" for money in usual}
        self.currency = ChoiceRow(names, self._texts._("Currency"), height=48)
        self.currency.choose(next(iter(usual)))
        self.currency.chosen.connect(lambda _: self.changed.emit())
        self._currencies.put(self.currency)
        self.changed.emit()

    @property
    def is_whole(self) -> bool:
        """Whether the network has a name, and keeps no more than everything."""
        rates = (self.commission, self.fund)
        return bool(self.name.text().strip()) and all(rate.is_good for rate in rates)

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus()


class FairPage(AskedPage):
    """The first fair: its name, its city, its days."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.name, self.city = QLineEdit(), QLineEdit()
        self.starts = DayField(texts, texts._("First day"))
        self.ends = DayField(texts, texts._("Last day"))
        column = stacked(self, gap=6)
        for label, field in ((texts._("What is the fair called?"), self.name), (texts._("In which city?"), self.city)):
            field.setMaxLength(MAX_NAME)
            field.textChanged.connect(self.changed)
            labelled(column, label, field)
            column.addSpacing(8)
        days = in_a_row(gap=28)
        for label, day in ((texts._("First day"), self.starts), (texts._("Last day"), self.ends)):
            half = stacked(gap=6)
            labelled(half, label, day)
            days.addLayout(half, 1)
        column.addLayout(days)
        column.addStretch(1)
        self.starts.changed.connect(self._move_end)
        self.ends.changed.connect(self.changed)
        self.name.returnPressed.connect(self.city.setFocus)
        self.city.returnPressed.connect(self.entered)

    def start(self, today: date) -> None:
        """Ask; a fair of three days that begins today is proposed."""
        self.name.clear()
        self.city.clear()
        self.starts.set(today)
        self.ends.set(today + timedelta(days=2))

    def _move_end(self) -> None:
        """A fair never ends before it begins."""
        first, last = self.starts.day, self.ends.day
        if first is not None and last is not None and not first <= last <= first + _LONGEST_FAIR:
            self.ends.set(first)
        self.changed.emit()

    @property
    def is_whole(self) -> bool:
        """Whether it has a name, and days in their order."""
        first, last = self.starts.day, self.ends.day
        return bool(self.name.text().strip()) and first is not None and last is not None and first <= last

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus()


class ProducersPage(AskedPage):
    """A list that grows by a name at a time."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.names: list[str] = []
        self._name = QLineEdit()
        self._add = ActionButton(texts._("Add"), "plus", height=52)
        self._list = QScrollArea()
        self._count = Words(pixels=18, tone=Colour.PIEDRA)
        self._build()
        self._name.returnPressed.connect(self._enter)
        self._add.clicked.connect(self.add)

    def _build(self) -> None:
        column = stacked(self, gap=6)
        line = QWidget()
        row = in_a_row(line, gap=12)
        self._name.setMaxLength(MAX_NAME)
        self._name.setPlaceholderText(self._texts._("Name of a person, a family or a workshop"))
        row.addWidget(self._name, 1)
        row.addWidget(self._add)
        labelled(column, self._texts._("Who brings goods?"), line)
        self._name.setAccessibleName(line.accessibleName())
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addSpacing(4)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)

    def start(self) -> None:
        """Ask."""
        self.names.clear()
        self._name.clear()
        self._show()

    def add(self) -> None:
        """Put the name into the list; one that stands there already is not put there twice."""
        name = " ".join(self._name.text().split())
        known = {folded(known) for known in self.names}
        if name and folded(name) not in known:
            self.names.insert(0, name)
        self._name.clear()
        self._name.setFocus()
        self._show()

    def _enter(self) -> None:
        if self._name.text().strip():
            self.add()
        else:
            self.entered.emit()

    def _show(self) -> None:
        rows = QWidget()
        column = stacked(rows, margins=(0, 0, 14, 0), gap=0)
        for name in self.names:
            row = in_a_row(margins=(6, 4, 0, 4), gap=12)
            row.addWidget(Words(name, 18, bold=True), 1)
            away = StepButton("trash", self._texts._("Take %(name)s away") % {"name": name}, 48, repeats=False)
            away.take_keys()
            away.clicked.connect(lambda _=False, name=name: self._take_away(name))
            row.addWidget(away)
            column.addLayout(row)
            column.addWidget(rule())
        column.addStretch(1)
        self._list.setWidget(rows)
        count = len(self.names)
        told = self._texts.ngettext("%(count)s producer", "%(count)s producers", count)
        self._count.say(told % {"count": self._texts.amount(count, 0)})
        self.changed.emit()

    def _take_away(self, name: str) -> None:
        self.names.remove(name)
        self._show()
        self.take_focus()

    @property
    def is_whole(self) -> bool:
        """Whether anybody stands there."""
        return bool(self.names)

    def take_focus(self) -> None:
        """Let the next name be typed."""
        self._name.setFocus()
