"""Printers are named by an address; each kind is tested beside its own driver."""

import pytest

from pos.hardware.cups_printer import CupsPrinter
from pos.hardware.file_printer import FilePrinter
from pos.hardware.interfaces import PRINTER_URIS, BadPrinterUri
from pos.hardware.printers import open_printer
from pos.hardware.serial_port import SerialPort
from pos.hardware.serial_printer import SerialPrinter
from pos.hardware.tcp_printer import TcpPrinter
from pos.hardware.usb_devices import UsbAddress
from pos.hardware.usb_printer import UsbPrinter
from pos.hardware.windows_printer import WindowsPrinter
from pos.troubles import TROUBLES


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:out/receipts.bin", "out/receipts.bin"),
        ("file:/tmp/receipts.bin", "/tmp/receipts.bin"),
        ("file:///tmp/receipts.bin", "/tmp/receipts.bin"),
        ("file:recibos de diciembre #1.bin", "recibos de diciembre #1.bin"),
    ],
)
def test_a_file_is_named_by_its_path(uri: str, path: str):
    printer = open_printer(uri)
    assert isinstance(printer, FilePrinter)
    assert printer.path.as_posix() == path


@pytest.mark.parametrize(
    ("uri", "host", "port"),
    [
        ("tcp://192.168.1.50:9100", "192.168.1.50", 9100),
        ("tcp://impresora.local:9100/", "impresora.local", 9100),
        ("tcp://[::1]:9100", "::1", 9100),
    ],
)
def test_a_network_printer_is_named_by_its_host_and_port(uri: str, host: str, port: int):
    printer = open_printer(uri)
    assert isinstance(printer, TcpPrinter)
    assert (printer.host, printer.port) == (host, port)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "file:",
        "receipts.bin",
        "/dev/usb/lp0",
        "usb:",
        "usb:04b8",
        "usb:04b8:e15",
        "usb:04b8:0e15:",
        "usb:04b8:0e15@1",
        "usb:04b8:0e15@1-2:x",
        "usb:0x04b8:0x0e15",
        "usb:all",
        "serial:",
        "serial:?baud=9600",
        "serial:COM3?baud=9601",
        "serial:COM3?baud=",
        "serial:COM3?baud",
        "serial:COM3?baud=9600&baud=19200",
        "serial:COM3?rtscts=yes",
        "serial:COM3?parity=X",
        "serial:COM3?flow=1",
        "cups:",
        "cups:-d",
        "cups:two words",
        "cups:a/b",
        "cups:a#b",
        "win:",
        "http://192.168.1.50:9100",
        "tcp:192.168.1.50:9100",
        "tcp://",
        "tcp://:9100",
        "tcp://192.168.1.50",
        "tcp://192.168.1.50:",
        "tcp://192.168.1.50:0",
        "tcp://192.168.1.50:70000",
        "tcp://192.168.1.50:port",
        "tcp://[::1:9100",
        "tcp://ana@192.168.1.50:9100",
        "tcp://192.168.1.50:9100/queue",
        "tcp://192.168.1.50:9100?x=1",
        "file:re\ncibos.bin",
    ],
)
def test_anything_else_is_refused_with_what_an_address_looks_like(uri: str):
    with pytest.raises(BadPrinterUri) as refused:
        open_printer(uri)
    assert refused.value.uri == uri
    assert all(form in str(refused.value) for form in PRINTER_URIS)


def test_the_sentence_about_a_wrong_address_names_every_kind():
    kinds = {form.partition(":")[0] for form in PRINTER_URIS}
    assert all(f"{kind}:" in TROUBLES["bad-printer-uri"] for kind in kinds)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("usb:auto", UsbAddress()),
        ("usb:04b8:0e15", UsbAddress(0x04B8, 0x0E15)),
        ("usb:04B8:0E15", UsbAddress(0x04B8, 0x0E15)),
        ("usb:04b8:0e15:583:A9 1", UsbAddress(0x04B8, 0x0E15, serial="583:A9 1")),
        ("usb:04b8:0e15@1-4.2", UsbAddress(0x04B8, 0x0E15, place="1-4.2")),
    ],
)
def test_a_usb_printer_is_named_by_its_numbers_and_its_serial_number_or_socket(uri: str, address: UsbAddress):
    printer = open_printer(uri)
    assert isinstance(printer, UsbPrinter)
    assert printer.address == address


@pytest.mark.parametrize(
    ("uri", "port"),
    [
        ("serial:COM3", SerialPort("COM3")),
        ("serial:/dev/ttyUSB0?baud=115200", SerialPort("/dev/ttyUSB0", baud=115200)),
        (
            "serial:/dev/ttyS0?bits=7&parity=E&stop=2&rtscts=1&dsrdtr=1&xonxoff=1",
            SerialPort("/dev/ttyS0", bits=7, parity="E", stop=2, rtscts=True, dsrdtr=True, xonxoff=True),
        ),
        ("serial:COM3?rtscts=0", SerialPort("COM3")),
        (r"serial:\\.\COM10?baud=19200", SerialPort(r"\\.\COM10", baud=19200)),
    ],
)
def test_a_serial_printer_is_named_by_its_port_and_how_it_is_set(uri: str, port: SerialPort):
    printer = open_printer(uri)
    assert isinstance(printer, SerialPrinter)
    assert printer.port == port


@pytest.mark.parametrize(
    ("uri", "kind", "queue"),
    [
        ("cups:TM-T20", CupsPrinter, "TM-T20"),
        ("cups:caja_ñ", CupsPrinter, "caja_ñ"),
        ("win:EPSON TM-T20II Receipt", WindowsPrinter, "EPSON TM-T20II Receipt"),
        (r"win:\\caja\POS-58", WindowsPrinter, r"\\caja\POS-58"),
    ],
)
def test_a_queue_is_named_as_its_spooler_calls_it(uri: str, kind: type, queue: str):
    printer = open_printer(uri)
    assert isinstance(printer, kind)
    assert printer.queue == queue
