"""What a screen reader says by itself: messages at once, figures and chosen rows as they change."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from pos.domain.denominations import denominations
from pos.domain.money import currency
from pos.domain.stamps import EventId
from pos.texts import Texts
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.paying.change_panel import ChangePanel
from pos.ui.people.pin_pad import PinPad
from pos.ui.selling.cart import Cart
from pos.ui.selling.money_panel import MoneyPanel
from pos.ui.selling.search_list import SearchList
from tests.builders import a_product
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import a_session, show_in_window

Heard = list[str]
ALERT = "alert: "


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What was said, in its order; the words of an alert are the name of what raised it."""
    said: Heard = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        elif event.type() is QAccessible.Event.Alert:
            said.append(ALERT + event.object().accessibleName())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return said


def test_a_message_is_said_at_once_and_a_cleared_one_is_silent(qtbot: QtBot, heard: Heard):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message(Tone.BAD, "No hay papel.", "Ponga otro rollo."))
    bar.clear()
    assert heard == [ALERT + "No hay papel. Ponga otro rollo."]


def test_a_typed_figure_is_said_each_time_that_it_is_another_one(qtbot: QtBot, heard: Heard):
    box = FigureBox("Piezas")
    qtbot.addWidget(box)
    box.show()
    for figure in ("1", "12", "12"):
        box.say(figure)
    assert heard == ["1", "12"]


def test_the_figures_of_a_pin_are_counted_aloud_and_never_said(qtbot: QtBot, heard: Heard):
    pad = PinPad(Texts("es"), "Entrar")
    qtbot.addWidget(pad)
    pad.show()
    for sign in "47":
        qtbot.keyClicks(pad, sign)
    assert heard == ["1 cifra puesta", "2 cifras puestas"]


def test_a_total_is_said_when_it_is_another_one(qtbot: QtBot, heard: Heard):
    panel, bob = MoneyPanel(Texts("es")), currency("BOB")
    qtbot.addWidget(panel)
    panel.take_currency(bob)
    cart = Cart(EventId("0190b5a0-0000-7000-8000-000000000001"), bob, "es")
    cart.add(a_product())
    panel.show_cart(cart)
    total = heard[-1]
    panel.show_cart(cart)
    assert (len(heard), total.split()[0]) == (1, "TOTAL")


def test_what_goes_back_is_said(qtbot: QtBot, heard: Heard):
    bob = currency("BOB")
    panel = ChangePanel(Texts("es"), figure=100, notes=24)
    qtbot.addWidget(panel)
    panel.show_change(min(denominations("BOB").notes), bob)
    assert heard == [panel.words]


def test_the_product_that_arrows_choose_is_said(qtbot: QtBot, make_stall: MakeDesk, heard: Heard):
    desk = make_stall()
    found = SearchList(desk)
    show_in_window(qtbot, found, (606, 544))
    found.start(a_session(desk))
    found.look_for("alpaca")
    heard.clear()
    found.step(1)
    assert [words.split(",")[0] for words in heard] == [found.found[1].name["es"]]
