"""Parts of the selling screen by themselves: who is signed in, photos in their place, a window of a size."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos.domain.people import Person, Role
from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.services.photo_keeping import keep_photos
from pos.settings import resource
from pos.ui.session import Session
from tests.ui.stand import PATIENCE


def a_session(desk: Desk) -> Session:
    """Ana Mayta at the exhibition of the desk's settings, whose catalogue was taken in."""
    terms = desk.till.catalogue.terms()
    return Session(Person("ana", "Ana Mayta", Role.CASHIER), terms, terms.exhibition(desk.settings.exhibition))


def with_photos(desk: Desk) -> Desk:
    """The same desk, the example network's photos in its folder."""
    lost = keep_photos(read_network(resource("sample", "network.json")), resource("sample"), desk.places.photos)
    assert lost == ()
    return desk


def show_in_window(qtbot: QtBot, part: QWidget, size: tuple[int, int]) -> None:
    """Show a part alone in a window of that size, which has the keyboard."""
    qtbot.addWidget(part)
    part.resize(*size)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow, timeout=PATIENCE)
