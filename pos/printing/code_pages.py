"""Code pages of receipt printers: how a line of text becomes the bytes that a printer understands, or why it can't."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodePage:
    """A printer's character table: its `number` in the command ESC t, and the name that Python knows its letters by.

    Numbers are those of the ESC/POS command reference; many cheap printers follow them.
    """

    name: str
    number: int
    codec: str

    def encode(self, text: str) -> bytes | None:
        """The bytes of a text, or None where the table lacks one of its characters.

        Control characters are left out: whatever the text says, it can never be taken for a command.
        """
        try:
            encoded = text.encode(self.codec)
        except UnicodeEncodeError:
            try:
                encoded = text.translate(_SAME_READING).encode(self.codec)
            except UnicodeEncodeError:
                return None
        return encoded.translate(None, _CONTROLS)


CP858 = CodePage("CP858", 19, "cp858")
"""Western Europe with the euro sign: ñ á é í ó ú ü ¿ ¡ ° « » € all have a place in it."""
CP850 = CodePage("CP850", 2, "cp850")
CP437 = CodePage("CP437", 0, "cp437")
CP1252 = CodePage("CP1252", 16, "cp1252")
ISO8859_15 = CodePage("ISO8859-15", 40, "iso8859-15")

CODE_PAGES = (CP858, CP1252, ISO8859_15, CP850, CP437)
"""Those that a printer's profile can name, the ones that hold all our letters first."""

_CONTROLS = bytes([*range(0x20), 0x7F])

_SAME_READING = str.maketrans({
    "−": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"',
    "\u00a0": " ", "\u202f": " ",
})  # fmt: skip
"""Signs that old tables lack and that read the same written plainly: the minus of an amount, the apostrophe of Aymara.

A line is not turned into a picture for these; it would look strange among the others, and be slow."""
