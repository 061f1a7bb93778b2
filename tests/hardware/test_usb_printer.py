"""Printers on USB: the one that is meant gets the job, and the kernel gets the printer back."""

import errno
import os
from pathlib import Path

import pytest

from pos.hardware.interfaces import FoundPrinter, PrinterStatus, PrinterTrouble
from pos.hardware.usb_devices import found, usb_address
from pos.hardware.usb_kernel import UsbKernel
from pos.hardware.usb_printer import UsbPrinter, usb_printers
from tests.hardware.fake_lines import WELL, PtyPrinter, trouble_of
from tests.hardware.fake_usb import OUT, Bus, PluggedIn, shown_in

JOB = bytes(range(256)) * 40
EPSON = "usb:04b8:0e15"
LOOKED_AT = ("open", "close")
"""To tell its serial number, a printer has to be opened where no kernel tells it."""


def printer(uri: str, bus: Bus | None, sysfs: Path = Path("/nowhere"), nodes: Path = Path("/nowhere")) -> UsbPrinter:
    kernel = UsbKernel(sysfs, nodes)
    return UsbPrinter(uri, usb_address(uri), kernel=kernel, library=lambda: bus, taking_seconds=0.05)


# --- through libusb ------------------------------------------------------------------------------------------------


def test_the_printer_is_taken_from_the_kernel_for_one_job_and_given_back():
    device = PluggedIn()
    printer(EPSON, Bus(device)).send(JOB)
    assert bytes(device.job) == JOB
    took = ["open", "detach", "claim", "ask 1"]
    assert device.did == [*LOOKED_AT, *took, "write", "write", "write", "release", "attach", "close"]


def test_one_that_no_driver_has_is_left_without_one():
    device = PluggedIn(kernel=False)
    printer(EPSON, Bus(device)).send(JOB)
    assert device.did == [*LOOKED_AT, "open", "claim", "ask 1", *["write"] * 3, "release", "close"]


def test_one_that_nobody_has_set_up_is_set_up():
    device = PluggedIn(configured=0)
    printer(EPSON, Bus(device)).send(JOB)
    assert bytes(device.job) == JOB
    assert "configure" in device.did


def test_one_without_an_ear_is_not_asked():
    device = PluggedIn(ends=(OUT,))
    driver = printer(EPSON, Bus(device))
    driver.send(JOB)
    assert driver.status() is None
    assert bytes(device.job) == JOB


def test_one_that_answers_is_asked_first():
    device = PluggedIn(answers=WELL | {4: 0x1E})
    driver = printer(EPSON, Bus(device))
    driver.send(JOB)
    assert driver.status() == PrinterStatus(paper_low=True)
    assert bytes(device.job) == JOB


def test_without_paper_it_gets_nothing_and_is_given_back():
    device = PluggedIn(answers=WELL | {2: 0x32})
    assert trouble_of(lambda: printer(EPSON, Bus(device)).send(JOB)) == (PrinterTrouble.PAPER_OUT, False)
    assert not device.job
    assert device.did[-3:] == ["release", "attach", "close"]


def test_one_that_is_pulled_out_in_the_middle_may_have_printed_a_part():
    device = PluggedIn(dies_after=4096)
    bus = Bus(device)
    driver = printer(EPSON, bus)
    assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.BROKE_OFF, True)
    assert device.did[-1] == "close"
    assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
    again = PluggedIn(address=9, ports=(4, 1))
    bus.devices.append(again)
    driver.send(JOB)  # it is in another socket now
    assert bytes(again.job) == JOB


@pytest.mark.parametrize(("takes", "begun"), [(0, False), (1, True), (5000, True)])
def test_one_that_takes_nothing_more_is_given_up(takes: int, begun: bool):
    device = PluggedIn(takes=takes)
    assert trouble_of(lambda: printer(EPSON, Bus(device)).send(JOB)) == (PrinterTrouble.SILENT, begun)
    assert device.did[-3:] == ["release", "attach", "close"]


@pytest.mark.parametrize(
    ("device", "reason"),
    [
        (PluggedIn(locked=errno.EACCES), PrinterTrouble.NOT_ALLOWED),
        (PluggedIn(kernel=False, busy=errno.EBUSY), PrinterTrouble.REFUSED),
        (PluggedIn(kernel=False, busy=errno.ENODEV), PrinterTrouble.NOT_FOUND),
        (PluggedIn(product=0x0202), PrinterTrouble.NOT_FOUND),
        (PluggedIn(kind=3), PrinterTrouble.NOT_FOUND),
        (PluggedIn(protocol=4), PrinterTrouble.NOT_FOUND),
    ],
)
def test_one_that_can_t_be_had_has_begun_nothing(device: PluggedIn, reason: PrinterTrouble):
    driver = printer(EPSON, Bus(device))
    assert trouble_of(lambda: driver.send(JOB)) == (reason, False)
    assert trouble_of(driver.status) == (reason, False)
    assert not device.job


def test_an_interface_that_was_taken_from_the_kernel_goes_back_when_it_can_t_be_had():
    device = PluggedIn(busy=errno.EBUSY)
    assert trouble_of(lambda: printer(EPSON, Bus(device)).send(JOB)) == (PrinterTrouble.REFUSED, False)
    assert device.kernel


def test_a_system_that_has_no_drivers_in_the_way_is_not_asked_for_any():
    class Elsewhere(Bus):
        def is_kernel_driver_active(self, dev_handle: PluggedIn, intf: int) -> bool:
            raise NotImplementedError

    device = PluggedIn(kernel=False)
    printer(EPSON, Elsewhere(device)).send(JOB)
    assert bytes(device.job) == JOB
    assert "detach" not in device.did


def test_a_system_that_shows_the_printer_and_keeps_it_to_itself_does_not_allow_it():
    class Kept(Bus):
        def claim_interface(self, dev_handle: PluggedIn, intf: int) -> None:
            raise NotImplementedError

    assert trouble_of(lambda: printer(EPSON, Kept(PluggedIn())).send(JOB)) == (PrinterTrouble.NOT_ALLOWED, False)


def test_one_that_is_pulled_out_before_it_is_opened_is_not_found(tmp_path: Path):
    if os.name == "nt":
        pytest.skip("its files can't be called like Linux's devices")
    driver = printer(EPSON, Bus(), shown_in(tmp_path, PluggedIn()))
    assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


# --- which one is meant --------------------------------------------------------------------------------------------

LEFT = PluggedIn(address=5, ports=(2,), strings=("EPSON", "TM-T20II", "583A91"))
RIGHT = PluggedIn(address=6, ports=(4, 1), strings=("EPSON", "TM-T20II", "583A92"))
TWIN = PluggedIn(address=7, ports=(4, 2), strings=("EPSON", "TM-T20II", "583A92"))


@pytest.mark.parametrize("uri", [EPSON, "usb:auto"])
def test_of_two_that_are_alike_neither_prints(uri: str):
    assert trouble_of(lambda: printer(uri, Bus(LEFT, RIGHT)).send(JOB)) == (PrinterTrouble.AMBIGUOUS, False)


def test_two_with_one_serial_number_are_alike():
    bus = Bus(LEFT, RIGHT, TWIN)
    assert trouble_of(lambda: printer(f"{EPSON}:583A92", bus).send(JOB)) == (PrinterTrouble.AMBIGUOUS, False)


@pytest.mark.parametrize("uri", [f"{EPSON}:583A92", f"{EPSON}@1-4.1"])
def test_the_serial_number_or_the_socket_tells_them_apart(uri: str):
    left, right = PluggedIn(), PluggedIn(address=6, ports=(4, 1), strings=("EPSON", "TM-T20II", "583A92"))
    printer(uri, Bus(left, right)).send(JOB)
    assert (bytes(left.job), bytes(right.job)) == (b"", JOB)


def test_the_only_one_needs_no_number():
    device = PluggedIn(vendor=0x0416, product=0x5011, strings=())
    printer("usb:auto", Bus(PluggedIn(kind=8, address=3), device)).send(JOB)
    assert bytes(device.job) == JOB


# --- found ---------------------------------------------------------------------------------------------------------

NAMELESS = PluggedIn(vendor=0x0416, product=0x5011, address=8, ports=(3,), strings=())
LOUD = PluggedIn(
    vendor=0x0416, product=0x5011, address=9, ports=(1,), strings=("\x1b[2J POS\x00", " POS  58\n", "\x07")
)
EVERYTHING = (
    FoundPrinter("usb:0416:5011@1-1", "[2J POS POS 58", "POS 58"),
    FoundPrinter("usb:04b8:0e15:583A91", "EPSON TM-T20II", "TM-T20II"),
    FoundPrinter("usb:0416:5011@1-3", "USB 0416:5011", ""),
    FoundPrinter("usb:04b8:0e15@1-4.1", "EPSON TM-T20II", "TM-T20II"),
    FoundPrinter("usb:04b8:0e15@1-4.2", "EPSON TM-T20II", "TM-T20II"),
)


def test_each_printer_that_is_found_has_an_address_that_means_it_alone(tmp_path: Path):
    devices = (LEFT, RIGHT, TWIN, NAMELESS, LOUD, PluggedIn(kind=3, address=2, ports=(9,)))
    by_library = found(usb_printers(UsbKernel(tmp_path / "none"), lambda: Bus(*devices)))
    assert sorted(by_library, key=lambda one: one.uri) == sorted(EVERYTHING, key=lambda one: one.uri)
    bus = Bus(*devices)
    for one in by_library:
        assert printer(one.uri, bus).status() is None


def test_the_kernel_tells_the_same_as_libusb(tmp_path: Path):
    if os.name == "nt":
        pytest.skip("its files can't be called like Linux's devices")
    devices = (LEFT, RIGHT, TWIN, NAMELESS, PluggedIn(kind=3, address=2, ports=(9,)))
    kernel = UsbKernel(shown_in(tmp_path, *devices))
    assert found(usb_printers(kernel, lambda: None)) == EVERYTHING[1:]
    assert set(kernel.devices()) == set(usb_printers(UsbKernel(tmp_path / "none"), lambda: Bus(*devices)))


def test_one_that_we_may_not_open_is_found_all_the_same():
    bus = Bus(PluggedIn(locked=errno.EACCES))
    (one,) = found(usb_printers(UsbKernel(Path("/nowhere")), lambda: bus))
    assert one == FoundPrinter("usb:04b8:0e15@1-2", "USB 04b8:0e15", "")


def test_without_kernel_and_library_there_is_none():
    assert usb_printers(UsbKernel(Path("/nowhere")), lambda: None) == ()
    assert trouble_of(lambda: printer("usb:auto", None).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


# --- through the kernel's own driver -------------------------------------------------------------------------------

linux = pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no such driver")


@linux
@pytest.mark.parametrize("bus", [None, Bus(PluggedIn(locked=errno.EACCES))])
def test_where_libusb_is_absent_or_not_allowed_usblp_prints(tmp_path: Path, bus: Bus | None):
    sysfs = shown_in(tmp_path / "devices", PluggedIn(), node="lp3")
    with PtyPrinter(WELL) as device:
        (tmp_path / "lp3").symlink_to(device.path)
        driver = printer(EPSON, bus, sysfs, tmp_path)
        driver.send(JOB)
        assert driver.status() == PrinterStatus()
        assert device.job(len(JOB)) == JOB


@linux
def test_usblp_s_printer_that_vanishes_in_the_middle_may_have_printed_a_part(tmp_path: Path):
    sysfs = shown_in(tmp_path / "devices", PluggedIn(), node="lp0")
    with PtyPrinter(dies_after=1000) as device:
        (tmp_path / "lp0").symlink_to(device.path)
        driver = printer(EPSON, None, sysfs, tmp_path)
        assert trouble_of(lambda: driver.send(JOB * 100)) == (PrinterTrouble.BROKE_OFF, True)
    assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


@linux
def test_usblp_s_printer_without_paper_gets_nothing(tmp_path: Path):
    sysfs = shown_in(tmp_path / "devices", PluggedIn(), node="lp0")
    with PtyPrinter(WELL | {1: 0x1A, 4: 0x7E}) as device:
        (tmp_path / "lp0").symlink_to(device.path)
        assert trouble_of(lambda: printer(EPSON, None, sysfs, tmp_path).send(JOB)) == (PrinterTrouble.PAPER_OUT, False)
        assert device.job(0) == b""


@linux
def test_a_printer_that_no_driver_has_can_t_be_had_without_libusb(tmp_path: Path):
    sysfs = shown_in(tmp_path / "devices", PluggedIn())
    assert trouble_of(lambda: printer(EPSON, None, sysfs, tmp_path).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
    locked = Bus(PluggedIn(locked=errno.EACCES))
    assert trouble_of(lambda: printer(EPSON, locked, sysfs, tmp_path).send(JOB)) == (PrinterTrouble.NOT_ALLOWED, False)


@linux
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, PrinterTrouble.NOT_ALLOWED),
        (errno.EBUSY, PrinterTrouble.REFUSED),
        (errno.ENODEV, PrinterTrouble.NOT_FOUND),
    ],
)
def test_why_usblp_does_not_let_us_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: PrinterTrouble
):
    def refused(path: str, flags: int) -> int:
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr("pos.hardware.usb_kernel.never_waiting", refused)
    sysfs = shown_in(tmp_path / "devices", PluggedIn(), node="lp0")
    assert trouble_of(lambda: printer(EPSON, None, sysfs, tmp_path).send(JOB)) == (reason, False)


@linux
def test_what_is_unplugged_while_we_look_is_passed_over(tmp_path: Path):
    sysfs = shown_in(tmp_path, LEFT, RIGHT)
    (sysfs / "1-2" / "idVendor").unlink()
    (sysfs / "1-9:1.0").mkdir()
    assert [device.place for device in UsbKernel(sysfs).devices()] == ["1-4.1"]
