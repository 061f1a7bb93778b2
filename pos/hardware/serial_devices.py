"""What else may hang on a serial line: a scanner, a pole display, a drawer.

Each raises `BadSerialUri` for what is no address.
"""

from pos.hardware.interfaces import CashDrawer, CodeReader, PoleDisplay

# What each needs is loaded with the first of its kind: most tills have none.


def open_reader(uri: str) -> CodeReader:
    """The scanner of that address, which is not looked for before it is started."""
    from pos.hardware.serial_port import serial_port
    from pos.hardware.serial_reader import SerialReader

    return SerialReader(serial_port(uri))


def open_pole(uri: str) -> PoleDisplay:
    """The display of that address, which is not looked for before something is shown."""
    from pos.hardware.pole_display import SerialPole
    from pos.hardware.serial_port import serial_port

    return SerialPole(uri, serial_port(uri))


def open_drawer(uri: str) -> CashDrawer:
    """The drawer of that address, which is not looked for before it is opened."""
    from pos.hardware.serial_drawer import SerialDrawer
    from pos.hardware.serial_port import serial_port

    return SerialDrawer(uri, serial_port(uri))
