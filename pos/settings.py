"""This till's settings, where its files lie, and where the program's own resources lie.

Settings are what may differ between two tills of one stall: paper, printer, language. What the law or money needs
(rates, exchange, footers) is in the books, never here.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

SCREEN_LANGUAGES = ("es", "en")
"""The languages that the screen is complete in."""

RECEIPT_WIDTHS = (58, 80)
"""Widths of receipt paper, in millimetres."""

DRAWN = "drawn"
"""In place of a code page: the printer's letters can't be trusted, so everything is printed as a picture."""
CODE_PAGE_NAMES = ("CP858", "CP1252", "ISO8859-15", "CP850", "CP437")
"""The printer's tables of letters that can be chosen; pos.printing.code_pages knows what is in them."""


class SettingsFault(Exception):
    """The settings file can't be used; nothing was changed.

    `reason` is one of: unreadable, not-toml (then `key` is empty), unknown-key, wrong-type, not-allowed.
    `pos.explanations` puts it in words.
    """

    def __init__(self, file: Path, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key or 'file'}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Settings:
    """One till's settings. `exhibition` is the id of the exhibition that the till sells at, empty until one is chosen.

    Widths are in millimetres, printers are URIs; empty where there is no such device.
    """

    language: str = "es"
    till: str = "A"
    receipt_width: int = 80
    printer: str = ""
    exhibition: str = ""
    printer_profile: str = ""
    """Which printer it is, by the name of its profile; empty for any printer of that paper width."""
    code_page: str = ""
    """One of `CODE_PAGE_NAMES`, or `DRAWN`; empty for what the profile says."""
    backup_printer: str = ""
    """Where receipts go when they are sent to another printer."""
    backup_width: int = 80
    drawer: str = "printer"
    """`printer` or `printer:5`: it hangs on the printer, at pin 2 or 5; or `serial:PORT?baud=…`."""
    scanner: str = ""
    """`serial:PORT?baud=…`, `camera` or `camera:NAME`; empty where scanners only type."""
    scanner_prefix: str = ""
    """What a scanner that types puts before a code."""
    scanner_suffix: str = ""
    """What it puts behind a code, before Enter or Tab."""
    pole: str = ""
    """The display on its pole: `serial:PORT?baud=…`."""
    customer_screen: str = ""
    """The name of the buyers' screen, `none` for none; empty for any second screen."""


_SERIAL = r"serial:[^?]+(\?.*)?"


def _printable(value: object) -> bool:
    return str(value).isprintable()


def _written_as(*forms: str) -> Callable[[object], bool]:
    """Whether a printable value is one of these patterns, or empty."""
    pattern = re.compile("|".join(("", *forms)))
    return lambda value: _printable(value) and pattern.fullmatch(str(value)) is not None


_ALLOWED: Mapping[str, Callable[[object], bool]] = {
    "language": lambda value: value in SCREEN_LANGUAGES,
    "till": lambda value: bool(re.fullmatch(r"[A-Z][A-QS-Z]?", str(value), re.ASCII)),
    "receipt_width": lambda value: value in RECEIPT_WIDTHS,
    "printer": _printable,
    "exhibition": _printable,
    "printer_profile": _written_as(r"[\w .+-]+"),
    "code_page": lambda value: value in {"", DRAWN, *CODE_PAGE_NAMES},
    "backup_printer": _printable,
    "backup_width": lambda value: value in RECEIPT_WIDTHS,
    "drawer": _written_as(r"printer(:[25])?", _SERIAL),
    "scanner": _written_as(r"camera(:.+)?", _SERIAL),
    "scanner_prefix": _printable,
    "scanner_suffix": _printable,
    "pole": _written_as(_SERIAL),
    "customer_screen": _printable,
}
"""What a setting may hold beyond its type. The till's code prefixes receipt numbers (docs/domain.md, "Words")."""


def read_settings(file: Path) -> Settings:
    """The settings in a TOML file, the defaults for what it leaves out or where there is no file.

    Raises `SettingsFault` for a file that can't be read, is no TOML, or holds an unknown key or an unusable value.
    """
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsFault(file, "", "unreadable") from error
    except ValueError as error:  # both tomllib.TOMLDecodeError and UnicodeDecodeError
        raise SettingsFault(file, "", "not-toml") from error
    return _checked(file, values)


def write_settings(file: Path, settings: Settings) -> None:
    """Put the settings into the file, whole or not at all; raises `SettingsFault` for a value that it couldn't read
    back, and `OSError` when the disk refuses."""
    values = asdict(_checked(file, asdict(settings)))
    lines = [f"{key} = {_toml(value)}\n" for key, value in values.items()]
    aside = file.with_suffix(".new")
    with aside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines)
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(file)


def _checked(file: Path, values: Mapping[str, object]) -> Settings:
    types = {field.name: type(field.default) for field in fields(Settings)}
    for key, value in values.items():
        if key not in types:
            raise SettingsFault(file, key, "unknown-key")
        if type(value) is not types[key]:
            raise SettingsFault(file, key, "wrong-type")
        if not _ALLOWED[key](value):
            raise SettingsFault(file, key, "not-allowed")
    return Settings(**values)  # type: ignore[arg-type]  # each value was just compared with its field's type


def _toml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    # Printable text: only the quote and the backslash mean something to TOML.
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- where things lie --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything that belongs to this till lies, all under one home folder that can be copied whole.

    `pictures` is the home whose photos and payment QR are shown, where that is another one: practice shows the real
    till's.
    """

    home: Path
    pictures: Path | None = None

    @property
    def books(self) -> Path:
        """The database of the real books."""
        return self.home / "books.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of the verified copies of the books."""
        return self.home / "backups"

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.home / "logs"

    @property
    def photos(self) -> Path:
        """The folder of the pictures of units and products."""
        return (self.pictures or self.home) / "photos"

    @property
    def practice(self) -> "Places":
        """Where practice lies: in a home of its own inside this one, with the same pictures."""
        return Places(self.home / "practice", self.pictures or self.home)

    @property
    def settings(self) -> Path:
        """The settings file; it need not exist."""
        return self.home / "settings.toml"

    @property
    def qr_picture(self) -> Path:
        """The network's own payment QR, a picture from its bank: `qr.png` or `qr.jpg`; it need not exist."""
        return next((file for file in self._qr_files if file.is_file()), self._qr_files[0])

    @property
    def _qr_files(self) -> tuple[Path, ...]:
        home = self.pictures or self.home
        return home / "qr.png", home / "qr.jpg"

    def own(self, file: Path) -> bool:
        """Whether a file is one that the program keeps in the home: the books with what belongs to them, the settings,
        the payment QR, the logs and the backups. Links are followed."""
        place, home = file.resolve(), self.home.resolve()
        kept = (self.backups.resolve(), self.logs.resolve(), self.photos.resolve())
        beside_books = place.parent == home and place.name.startswith(self.books.name)
        single = {known.resolve() for known in (self.settings, *self._qr_files)}
        return beside_books or place in single or any(folder in place.parents for folder in kept)

    def prepare(self) -> None:
        """Make the folders that are missing, the home for its owner's eyes only; raises `OSError`."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (self.backups, self.logs, self.photos):
            folder.mkdir(exist_ok=True)


def home_folder(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The till's home, absolute: the one asked for, else the one in POS_HOME, else the person's own data folder."""
    if option is None and environ.get("POS_HOME"):
        option = Path(environ["POS_HOME"])
    if option is None:
        # Loaded here, not above: it takes 35 ms, and a till that is told its folder has no use for it.
        import platformdirs

        return Path(platformdirs.user_data_dir("qhatu", appauthor=False))
    return option.expanduser().absolute()


def resource(*parts: str) -> Path:
    """A file or folder that comes with the program: `resource("fonts", "Andika.ttf")`.

    In a checkout the resources lie beside the package, in an installed program inside it.
    """
    package = Path(__file__).parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)
