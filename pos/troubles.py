"""Troubles that no rule is the reason of, in a person's words: disk, printer, program, and contradictions in the books.

Each says what happened, what is safe, and what to do next.
"""

from collections.abc import Mapping

from pos.explanations import fill
from pos.texts import N_, Texts


def trouble(code: str, values: Mapping[str, object], texts: Texts) -> str:
    """The sentence for a trouble's code; raises `KeyError` for a code or a value unknown."""
    return fill(TROUBLES[code], code, values, texts)


TROUBLES = {
    "books-missing": N_("There are no books in %(folder)s yet. Import a network's file first: pos import FILE."),
    "books-not-books": N_(
        "The file of the books is not a database of Qhatu. Choose another folder with --home; nothing was changed."
    ),
    "books-newer": N_("These books were written by a newer Qhatu. Install the newer version; nothing was changed."),
    "books-old": N_("These books are from an older Qhatu. Open the till once, and it brings them up to date."),
    "books-busy": N_("Another Qhatu has these books open. Close it first."),
    "books-full": N_("The disk is full. Nothing was half-written: make room and try again."),
    "books-read-only": N_("The books can't be written here: the disk or the folder is read-only. Nothing was changed."),
    "books-damaged": N_(
        "The file of the books is damaged. Stop selling on this till, keep its folder as it is, and restore the last "
        "backup."
    ),
    "books-failed": N_("The books can't be read or written just now. Nothing was half-written: try again."),
    "printer-not-found": N_("The printer %(uri)s can't be found. Check the address and the cable. The receipts wait."),
    "printer-refused": N_("The printer %(uri)s turns us away. It may be busy with another till. The receipts wait."),
    "printer-silent": N_(
        "The printer %(uri)s does not answer. See whether it is on, has paper, and its cover is closed."
    ),
    "printer-broke-off": N_(
        "The printer %(uri)s broke off. The last receipt may be printed in part: look before you print it again."
    ),
    "printer-not-allowed": N_("%(uri)s may not be written by this person."),
    "printer-full": N_("There is no room left on the disk for %(uri)s."),
    "printer-paper-out": N_("The printer %(uri)s has no paper. Put in a new roll; the receipts wait."),
    "printer-cover-open": N_("The cover of the printer %(uri)s is open. Close it; the receipts wait."),
    "printer-jammed": N_("The printer is jammed. Take out the paper that sticks, then switch it off and on."),
    "printer-offline": N_("The printer is paused. Press its button, so that it goes on."),
    "printer-interrupted": N_("The till stopped while a paper was on its way. Look at it before you print it again."),
    "printer-fault": N_("Printing failed. Look at the paper before you print it again."),
    "printer-ambiguous": N_(
        "Two printers are alike, and %(uri)s may be either. Choose yours in the settings, where each is told apart by "
        "its serial number or its socket. The receipts wait."
    ),
    "bad-printer-uri": N_(
        "%(uri)s names no printer. Use usb:auto, usb:VID:PID, serial:PORT, tcp://HOST:PORT, cups:QUEUE, win:QUEUE or "
        "file:PATH."
    ),
    "no-display": N_(
        "There is no screen here to open the till on. Start it on the till's own desktop; the other commands work "
        "without one: pos --help."
    ),
    "file-trouble": N_("The file %(file)s can't be used: %(reason)s."),
    "photo-missing": N_("The photo %(photo)s is not beside the file."),
    "photo-outside": N_("The photo %(photo)s lies outside the file's folder."),
    "photo-too-large": N_("The photo %(photo)s is too large: make it smaller than 8 MB."),
    "photo-too-many": N_("The photo %(photo)s is one too many."),
    "photo-no-picture": N_("%(photo)s is no photo: it must be PNG, JPEG or WebP."),
    "photo-unreadable": N_("The photo %(photo)s can't be read."),
    "photo-not-written": N_("The photo %(photo)s can't be kept: is there room on the disk?"),
    "program-fault": N_(
        "Something went wrong in the program itself. Nothing was half-written in the books. Tell whoever "
        "looks after Qhatu this number: %(id)s."
    ),
    "fault-file-damaged": N_("The database file is damaged: %(place)s."),
    "fault-chain-broken": N_("The chain of hashes is broken at %(place)s."),
    "fault-fact-unreadable": N_("An entry can't be read: %(place)s."),
    "fault-fact-missing": N_("Entries are missing: %(place)s."),
    "fault-number-gap": N_("A number is out of order at %(place)s."),
    "fault-row-missing": N_("A row is missing in %(table)s (%(place)s), receipt %(receipt)s."),
    "fault-row-changed": N_("A row was changed in %(table)s (%(place)s), receipt %(receipt)s."),
    "fault-row-extra": N_("There is a row that nothing explains in %(table)s (%(place)s)."),
    "fault-unbalanced": N_("An entry does not sum to zero (%(place)s), receipt %(receipt)s."),
    "fault-till-state": N_("Till %(place)s does not stand where its entries end: entries may be missing at the end."),
    "fault-catalogue-changed": N_("The catalogue was changed behind the program's back."),
    "fault-schema-changed": N_("A table or a trigger of the books was changed or is missing: %(place)s."),
    "fault-reference-broken": N_("A row of %(table)s refers to something that is not there: %(place)s."),
}
"""By code: `books-` and the reason of `BooksUnavailable`, `printer-` and that of `PrinterUnavailable`, `photo-` and a
`PhotoTrouble`, `fault-` and the code of what `pos verify` finds, and a few of their own."""
