"""The drawer opened by itself, with nothing on paper."""

import pytest

from pos.printing.escpos import PrinterProfile, drawer_pulse


@pytest.mark.parametrize(("pin", "connector"), [(2, b"\x00"), (5, b"\x01")])
def test_the_pulse_goes_to_the_pin_that_the_drawer_is_wired_to_and_nothing_else_is_sent(pin: int, connector: bytes):
    pulse = drawer_pulse(PrinterProfile(drawer_pin=pin))
    assert pulse.startswith(b"\x1bp" + connector)
    assert len(pulse) == 5
