"""Practice: the same window over books of its own, seen to be practice at each glance; the real books know nothing."""

from pathlib import Path

import pytest

from pos.domain.people import Approval
from pos.services.desk import Desk
from pos.ui.practice_frame import PracticeFrame, PracticeStripes
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person

BANNER = "MODO PRÁCTICA"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """What the printer has printed."""
    return tmp_path / "paper.bin"


@pytest.fixture
def desk(make_stall: MakeDesk, paper: Path) -> Desk:
    """A stall whose printer is a file."""
    return make_stall(printer=f"file:{paper}")


def begin(person: Person) -> None:
    """Practise, from the sign-in."""
    person.press("F11")
    person.touch("Practicar")
    person.wait_until(person.window.isActiveWindow)


def is_practice(person: Person) -> bool:
    """Whether a screen reader would say so."""
    stripes = [part for part in person.window.findChildren(PracticeStripes) if part.isVisible()]
    frames = [part for part in person.window.findChildren(PracticeFrame) if part.isVisible()]
    return bool(frames) and any(part.accessibleName().startswith(BANNER) for part in stripes)


def sell(person: Person) -> None:
    """A chullo, for exact cash."""
    person.scan("MP-027")
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")


def test_the_banner_is_on_every_screen_of_practice_and_on_none_of_the_real_ones(open_till: OpenTill, desk: Desk):
    person = open_till(desk)
    assert not is_practice(person)
    begin(person)
    assert is_practice(person)
    person.press("F12")
    for figure in "12345":
        person.press_with_ctrl(figure)
        assert is_practice(person)
    person.press_with_ctrl("1")
    sell(person)
    assert is_practice(person)
    person.touch("Salir")
    person.wait_until(person.window.isActiveWindow)
    assert not is_practice(person)


def test_what_is_sold_in_practice_is_in_no_real_book(open_till: OpenTill, desk: Desk):
    person = open_till(desk)
    sell(person)
    real = person.desk
    before = real.safekeeping.fingerprint()
    begin(person)
    person.write("1")
    person.press("F12")
    for number in (1, 2):
        sell(person)
        assert person.last_sale().receipt == f"A-{number:06d}"
    practice = person.desk
    assert practice.places.books != real.places.books
    assert practice.safekeeping.verify(lambda _done, _of: None) == ()
    person.touch("Salir")
    assert real.safekeeping.fingerprint() == before
    last = real.sale_finding.last("A")
    assert last is not None
    assert last.receipt == "A-000001"


def test_practice_papers_say_that_they_are_worth_nothing_and_the_drawer_stays_shut(
    open_till: OpenTill, desk: Desk, paper: Path
):
    person = open_till(desk)
    begin(person)
    person.press("F12")
    sell(person)
    person.wait_until(lambda: person.sees("Impreso"))
    printed = paper.read_bytes()
    assert "PRÁCTICA".encode("cp858") in printed
    assert b"\x1bp" not in printed


def test_leaving_leads_to_the_sign_in_with_the_real_cart_as_it_was(open_till: OpenTill, desk: Desk):
    person = open_till(desk)
    person.scan("MP-026")
    begin(person)
    person.press("F12")
    person.scan("MP-027")
    person.touch("Salir")
    person.wait_until(person.window.isActiveWindow)
    assert person.sees("¿Quién atiende?")
    person.sign_in("Ana")
    assert person.cart == ["1 Bolso de aguayo, Confecciones Sawuri, 120,00"]
    begin(person)
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"], "and practice goes on where it was left"


@pytest.mark.parametrize("way", ["F11", "settings"])
def test_it_is_left_by_the_lock_too_and_begun_from_the_settings(open_till: OpenTill, desk: Desk, way: str):
    person = open_till(desk)
    if way == "settings":
        person.press_with_ctrl("5")
        person.touch("Práctica")
        person.touch("Practicar")
        person.wait_until(person.window.isActiveWindow)
    else:
        begin(person)
    assert is_practice(person)
    person.press("F11")
    person.wait_until(person.window.isActiveWindow)
    assert person.sees("¿Quién atiende?")
    assert not is_practice(person)


def test_everybody_may_approve_in_practice(open_till: OpenTill, desk: Desk):
    """Who learns has nobody beside them to sign."""
    person = open_till(desk)
    begin(person)
    person.press("F12")
    person.scan("MP-026")
    person.press("F4")
    person.write("90")
    person.press("Enter")
    assert person.cart == ["1 Bolso de aguayo, Confecciones Sawuri, 90,00"]


def test_practice_whose_fair_was_closed_is_begun_anew(open_till: OpenTill, desk: Desk):
    person = open_till(desk)
    begin(person)
    person.press("F12")
    sell(person)
    practice = person.desk
    practice.till.settling.close_exhibition(practice.act(), Approval("Aprendiz"))
    person.touch("Salir")
    person.wait_until(person.window.isActiveWindow)
    begin(person)
    assert is_practice(person)
    assert person.sees("Abrir turno")
    person.press("F12")
    sell(person)
    assert person.last_sale().receipt == "A-000001"
