"""A whole day at one till, from a program that was never used to the closed shift, pressed key by key and touch by touch.

In the end the books hold what was done, they are whole, and they equal the books of the same day replayed.
"""

from pathlib import Path

import pytest

from pos.domain.sales import Return, Sale
from pos.settings import resource
from tests.ui.conftest import MakeDesk, OpenTill

SAMPLE = resource("sample", "network.json")


@pytest.fixture
def new_till(open_till: OpenTill, empty_desk: MakeDesk):
    """A program that was never used, before somebody who has the network's file."""
    return open_till(empty_desk(), shift=False, file=SAMPLE)


def test_a_day_from_the_first_start_to_the_close(new_till, tmp_path: Path):
    person = new_till
    # The till's letter, the network, the first administrator, the fair.
    person.touch("A")
    person.touch("Seguir")
    person.touch("Traer la red de un archivo")
    person.touch("Elegir el archivo")
    assert person.labels == []
