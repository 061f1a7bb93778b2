"""What a receipt's QR tells: the makers' stories as the network tells them, in the buyer's language, and no more."""

from pos.printing.qr_sizes import MOST_BYTES, qr_bytes
from pos.services.stories import told_story
from tests.builders import a_network, a_unit

NETWORK = a_network(name="Red de Prueba")
ANA = a_unit("A", name="Ana", community="Viacha", story={"es": "Hila. Teje.", "en": "Spins. Weaves."})
ROSA = a_unit("B", name="Rosa", community="", story={"es": "Modela barro."})
NOBODY = a_unit("C", name="Eva")


def test_it_names_the_network_and_who_they_are():
    assert told_story([ANA, NOBODY, ROSA], "es", NETWORK) == (
        "Red de Prueba · Ana, Viacha: Hila. Teje. · Rosa: Modela barro."
    )


def test_it_speaks_the_buyers_language_where_the_story_does():
    assert told_story([ANA, ROSA], "en", NETWORK) == "Red de Prueba · Ana, Viacha: Spins. Weaves. · Rosa: Modela barro."


def test_without_a_story_there_is_no_qr():
    assert told_story([NOBODY], "es", NETWORK) == ""
    assert told_story([], "es", NETWORK) == ""


def test_many_long_stories_share_what_a_qr_holds():
    units = [a_unit(f"U{n}", name=f"Ñusta {n}", story={"es": "Teje fajas muy largas. " * 30}) for n in range(8)]
    told = told_story(units, "es", NETWORK)
    assert len(told.encode()) <= MOST_BYTES
    assert qr_bytes(told) == told.encode(), "nothing is cut off in the middle"
    assert "Ñusta 0" in told
