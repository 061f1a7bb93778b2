"""A bus of USB as pyusb sees it through libusb, and the folder that Linux shows of the same devices."""

import errno
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import usb.backend
from usb.core import USBError, USBTimeoutError

from tests.hardware.fake_lines import QUESTION

OUT, IN = 0x01, 0x82


@dataclass
class PluggedIn:
    """A device with one interface of class 7, or of another, and what happens to it."""

    vendor: int = 0x04B8
    product: int = 0x0E15
    bus: int = 1
    address: int = 5
    ports: tuple[int, ...] = (2,)
    strings: tuple[str, ...] = ("EPSON", "TM-T20II", "583A91")
    """Maker, model, serial number; shorter where it does not tell the rest."""
    kind: int = 7
    protocol: int = 2
    ends: tuple[int, ...] = (OUT, IN)
    configured: int = 1
    kernel: bool = True
    """Whether usblp drives it."""
    answers: dict[int, int] = field(default_factory=dict)
    dies_after: int | None = None
    """After so many bytes of a job it is pulled out."""
    takes: int | None = None
    """After so many bytes of a job it takes no more."""
    locked: int = 0
    """The error with which the system refuses to open it."""
    busy: int = 0
    """The error with which the system refuses to let us have its interface."""
    did: list[str] = field(default_factory=list)
    job: bytearray = field(default_factory=bytearray)
    says: bytes = b""

    @property
    def place(self) -> str:
        return f"{self.bus}-{'.'.join(map(str, self.ports))}"


class Bus(usb.backend.IBackend):
    """What pyusb asks of libusb, for devices that are plugged in here."""

    def __init__(self, *devices: PluggedIn) -> None:
        super().__init__()
        self.devices = list(devices)

    def enumerate_devices(self) -> Iterator[PluggedIn]:
        return iter(list(self.devices))

    def get_parent(self, dev: PluggedIn) -> None:
        return None

    def get_device_descriptor(self, dev: PluggedIn) -> SimpleNamespace:
        indices = [at + 1 if at < len(dev.strings) else 0 for at in range(3)]
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=dev.vendor, idProduct=dev.product, bcdDevice=0x100, iManufacturer=indices[0],
            iProduct=indices[1], iSerialNumber=indices[2], bNumConfigurations=1, address=dev.address, bus=dev.bus,
            port_number=dev.ports[-1], port_numbers=dev.ports, speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: PluggedIn, config: int) -> SimpleNamespace:
        if config:
            raise IndexError(config)
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: PluggedIn, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf or alt or config:
            raise IndexError(intf)
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=len(dev.ends),
            bInterfaceClass=dev.kind, bInterfaceSubClass=1, bInterfaceProtocol=dev.protocol, iInterface=0,
            extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: PluggedIn, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=dev.ends[ep], bmAttributes=2, wMaxPacketSize=64, bInterval=0,
            bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: PluggedIn) -> PluggedIn:
        self._look(dev)
        if dev.locked:
            raise USBError("refused", errno=dev.locked)
        dev.did.append("open")
        return dev

    def close_device(self, dev_handle: PluggedIn) -> None:
        dev_handle.did.append("close")

    def get_configuration(self, dev_handle: PluggedIn) -> int:
        return dev_handle.configured

    def set_configuration(self, dev_handle: PluggedIn, config_value: int) -> None:
        dev_handle.did.append("configure")
        dev_handle.configured = config_value

    def is_kernel_driver_active(self, dev_handle: PluggedIn, intf: int) -> bool:
        return dev_handle.kernel

    def detach_kernel_driver(self, dev_handle: PluggedIn, intf: int) -> None:
        dev_handle.did.append("detach")
        dev_handle.kernel = False

    def attach_kernel_driver(self, dev_handle: PluggedIn, intf: int) -> None:
        self._look(dev_handle)
        dev_handle.did.append("attach")
        dev_handle.kernel = True

    def claim_interface(self, dev_handle: PluggedIn, intf: int) -> None:
        if dev_handle.busy or dev_handle.kernel:
            raise USBError("busy", errno=dev_handle.busy or errno.EBUSY)
        dev_handle.did.append("claim")

    def release_interface(self, dev_handle: PluggedIn, intf: int) -> None:
        self._look(dev_handle)
        dev_handle.did.append("release")

    def ctrl_transfer(  # noqa: PLR0917 - pyusb calls it so
        self, dev_handle: PluggedIn, kind: int, request: int, value: int, index: int, data: array, timeout: int
    ):
        if request != 6 or value >> 8 != 3:
            raise USBError("stalled", errno=errno.EPIPE)
        at = value & 0xFF
        text = b"\x09\x04" if at == 0 else dev_handle.strings[at - 1].encode("utf-16-le")
        told = bytes([len(text) + 2, 3]) + text
        data[: len(told)] = array("B", told)
        return len(told)

    def bulk_write(self, dev_handle: PluggedIn, ep: int, intf: int, data: array, timeout: int) -> int:
        assert ep == OUT
        assert timeout > 0, "it would wait for ever"
        self._look(dev_handle)
        given = data.tobytes()
        if given.startswith(QUESTION):
            dev_handle.did.append(f"ask {given[2]}")
            dev_handle.says += bytes([dev_handle.answers[given[2]]]) if given[2] in dev_handle.answers else b""
            return len(given)
        some = given if dev_handle.takes is None else given[: dev_handle.takes - len(dev_handle.job)]
        if not some:
            raise USBTimeoutError("timeout", errno=errno.ETIMEDOUT)
        dev_handle.did.append("write")
        dev_handle.job += some
        if dev_handle.dies_after is not None and len(dev_handle.job) >= dev_handle.dies_after:
            self.devices.remove(dev_handle)
        return len(some)

    def bulk_read(self, dev_handle: PluggedIn, ep: int, intf: int, buff: array, timeout: int) -> int:
        assert ep == IN
        assert timeout > 0, "it would wait for ever"
        self._look(dev_handle)
        if not dev_handle.says:
            raise USBTimeoutError("timeout", errno=errno.ETIMEDOUT)
        said, dev_handle.says = dev_handle.says[: len(buff)], dev_handle.says[len(buff) :]
        buff[: len(said)] = array("B", said)
        return len(said)

    def _look(self, dev: PluggedIn) -> None:
        if dev not in self.devices:
            raise USBError("no such device", errno=errno.ENODEV)


def shown_in(folder: Path, *devices: PluggedIn, node: str = "") -> Path:
    """The devices as Linux shows them; `node` is usblp's device of the first."""
    for at, device in enumerate(devices):
        place = folder / device.place
        place.mkdir(parents=True)
        told = {
            "idVendor": f"{device.vendor:04x}",
            "idProduct": f"{device.product:04x}",
            "busnum": str(device.bus),
            "devnum": str(device.address),
            **dict(zip(("manufacturer", "product", "serial"), device.strings, strict=False)),
        }
        interface = folder / f"{device.place}:1.0"
        if node and at == 0:
            (interface / "usbmisc" / node).mkdir(parents=True)
        interface.mkdir(exist_ok=True)
        (interface / "bInterfaceClass").write_text(f"{device.kind:02x}\n")
        (interface / "bInterfaceProtocol").write_text(f"{device.protocol:02x}\n")
        for name, text in told.items():
            (place / name).write_text(f"{text}\n", encoding="utf-8")
    return folder
