"""Refusals and faults in a person's words: what happened and, where there is one, the next step.

The rules raise codes with values (`pos.domain.refusals`); here each code has its one sentence. A code without a
sentence is a mistake in this file, and a test finds it: so `explain` has no vague sentence to fall back on.

Values may come from a scanner or a file that nobody has looked at. None can bring a control character, a line's end or
a sign that turns the writing round into a sentence, and none can fill the screen.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from pos.domain.money import Money
from pos.domain.refusals import Refusal
from pos.settings import SettingsFault
from pos.texts import N_, Texts

LONGEST_VALUE = 60
"""Letters of a text that a sentence shows."""


def explain(refusal: Refusal, texts: Texts) -> str:
    """The sentence for a refusal in the language of the texts, with its values filled in."""
    return sentence(refusal.code, refusal.values, texts)


def sentence(code: str, values: Mapping[str, object], texts: Texts) -> str:
    """The sentence for the code of a refusal or of a fault in a file; raises `KeyError` for a code or value unknown."""
    return fill(SENTENCES[code], code, values, texts)


def fill(msgid: str, code: str, values: Mapping[str, object], texts: Texts) -> str:
    """A sentence in the language of the texts, with its values as a person reads them."""
    shown = {
        name: _spoken(value, texts) if (code, name) in _SPOKEN else _shown(name, value, texts)
        for name, value in values.items()
    }
    filled = texts._(msgid) % shown
    return filled[0].upper() + filled[1:]


def explain_settings(fault: SettingsFault, texts: Texts) -> str:
    """The sentence for a settings file that can't be used: which file, which key, what to do."""
    return sentence(f"settings-{fault.reason}", {"file": fault.file, "key": fault.key}, texts)


def _shown(name: str, value: object, texts: Texts) -> str:
    """A value as a sentence shows it, by its type; basis points are known by their name."""
    if isinstance(value, Money):
        return f"{texts.symbol(value.currency.code)} {texts.amount(value.minor, value.currency.digits)}"
    if isinstance(value, datetime):
        return f"{texts.date(value)} {texts.time(value)}"
    if isinstance(value, date):
        return texts.date(value)
    if type(value) is int:
        return texts.rate(value) if name.endswith("_bps") else texts.amount(value, 0)
    if isinstance(value, (tuple, list)):
        return texts.join([_shown(name, item, texts) for item in value])
    return _quoted(str(value), texts, end_matters=isinstance(value, Path))


def _quoted(text: str, texts: Texts, *, end_matters: bool = False) -> str:
    short = text
    if len(text) > LONGEST_VALUE:
        short = "…" + text[1 - LONGEST_VALUE :] if end_matters else text[: LONGEST_VALUE - 1] + "…"
    return texts.pgettext("a text quoted in a sentence", "“%(text)s”") % {"text": _harmless(short)}


def _harmless(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _spoken(value: object, texts: Texts) -> str:
    """A word of the program in the person's language; what stands in brackets after it, as a language does, stays."""
    word, bracket, rest = str(value).partition(" (")
    return texts._(_WORDS[word]) + bracket + _harmless(rest) if word in _WORDS else _quoted(str(value), texts)


_SPOKEN = {("bad-text", "field"), ("duplicate", "what"), ("not-in-cash", "kind"), ("unreadable-file", "error")}
"""Values that are the program's own words. A file's field is no such value: who corrects the file needs its name."""

_WORDS: Mapping[str, str] = {
    "EACCES": N_("there is no permission to open it"),
    "EISDIR": N_("it is a folder"),
    "ENOENT": N_("the file is not there"),
    "barcode": N_("barcode"),
    "card": N_("card"),
    "cash": N_("cash"),
    "cashier": N_("cashier"),
    "category": N_("category"),
    "city": N_("city"),
    "community": N_("community"),
    "country": N_("country"),
    "gender": N_("gender"),
    "id": N_("code"),
    "language": N_("language"),
    "materials": N_("materials"),
    "member": N_("member"),
    "name": N_("name"),
    "qr": N_("QR"),
    "reason": N_("reason"),
    "receipt_footer": N_("receipt footer"),
    "receipt_header": N_("receipt heading"),
    "reference": N_("reference"),
    "sku": N_("product code"),
    "stamp": N_("stamp"),
    "story": N_("story"),
    "supervisor": N_("supervisor"),
    "technique": N_("technique"),
    "transfer": N_("bank transfer"),
    "unit": N_("unit"),
    "venue": N_("place"),
}

SENTENCES: Mapping[str, str] = {
    "unknown-currency": N_("The till does not know the currency %(code)s. It knows: %(known)s."),
    "currency-mismatch": N_("Amounts in %(one)s and in %(other)s cannot be added up. Check the currency."),
    "bad-amount": N_(
        "%(text)s is not an amount in %(currency)s. Write figures only, with no more decimals than the currency has."
    ),
    "amount-too-large": N_("%(amount)s is more than any stall takes: the most is %(most)s. Check the figure."),
    "amount-not-positive": N_("The amount must be more than zero, and it is %(amount)s. Write another one."),
    "negative-price": N_("A price cannot be less than zero, and it is %(price)s. Write another one."),
    "bad-percent": N_("%(percent)s cannot be taken off as a percentage. Write a number over 0 and up to 100."),
    "bad-exchange-rate": N_("%(rate)s cannot be the exchange rate of %(currency)s. Write a number greater than zero."),
    "bad-quantity": N_("%(qty)s cannot be a quantity. Write a whole number from 1 to %(most)s."),
    "bad-text": N_(
        "The text for %(field)s is empty, is longer than %(most)s letters, or holds a sign that cannot be "
        "printed. Write it again."
    ),
    "no-network-yet": N_("There is no network in the books yet. Import your network's file and you can sell."),
    "unknown-code": N_("No product has the code %(scan)s. Scan it again, or look for the product by its name."),
    "not-at-this-exhibition": N_(
        "%(name)s is by %(unit)s, who does not take part in %(exhibition)s. Check the label, or sell it all the same."
    ),
    "wrong-check-digit": N_("The code %(scan)s was read wrong: its last figure should be %(expected)s. Scan it again."),
    "unknown-unit": N_("The network has no unit %(unit)s. Check its code."),
    "unknown-group": N_("The network has no group %(group)s. Check its code."),
    "unknown-exhibition": N_("The network has no exhibition %(exhibition)s. Choose another one."),
    "unknown-sale": N_("There is no sale with the receipt %(receipt)s. Check the number on the paper."),
    "duplicate-reference": N_("%(ref)s already names another sale in this file. Give this one another name."),
    "empty-basket": N_("There is nothing to charge for yet. Add a product."),
    "yapa-alone": N_("A yapa goes with a purchase. Add a product that is paid for."),
    "no-price-in-currency": N_("%(name)s (%(sku)s) has no price in %(currency)s. Ask the supervisor to set one."),
    "has-its-price": N_("%(name)s (%(sku)s) has its price. Sell it at that, or agree on a price with the buyer."),
    "price-under-floor": N_("%(price)s for %(sku)s is less than its lowest price of %(floor)s. Call the supervisor."),
    "yapa-has-no-price": N_("The yapa of %(sku)s is free. Take its price away, or sell it."),
    "discount-too-large": N_("The discount of %(discount)s is more than the sum of %(total)s. Give a smaller one."),
    "unknown-buyer-kind": N_("%(buyer)s is no kind of buyer. It can be: %(known)s."),
    "unknown-cart": N_("That sale on hold is not there any more: it was taken back, charged or thrown away."),
    "cart-unreadable": N_("The sale on hold of %(at)s cannot be read. Scan its products again, and throw it away."),
    "no-open-shift": N_("Till %(till)s is not open. Open it first."),
    "exhibition-over": N_(
        "The exhibition %(exhibition)s ended on %(ends)s, and the sale is of %(day)s. Choose another exhibition."
    ),
    "exhibition-closed": N_("The exhibition %(exhibition)s is closed. Only units can still be paid."),
    "unknown-tender": N_("%(kind)s is no way to pay. It can be: %(known)s."),
    "tenders-short": N_("%(missing)s are missing to complete %(due)s. Ask for the rest, or take products away."),
    "change-only-from-cash": N_(
        "%(paid)s without cash is more than the %(due)s due, and change comes only out of cash. Charge the exact "
        "amount."
    ),
    "no-exchange-rate": N_(
        "This exhibition has no exchange rate for %(currency)s. Charge in another currency, or ask for the rate "
        "to be set."
    ),
    "not-in-cash": N_(
        "%(kind)s cannot be in %(currency)s: only cash may be foreign. Charge in the exhibition's currency."
    ),
    "return-without-receipt": N_(
        "The receipt %(receipt)s is not here on paper. Call the supervisor to take goods back without it."
    ),
    "nothing-returned": N_("No product is chosen to be returned. Mark the ones that come back."),
    "unknown-line": N_("There is no line %(line)s. Look at the lines again."),
    "returned-too-many": N_(
        "Line %(line)s: %(qty)s cannot come back, for the buyer has no more than %(left)s. Lower the quantity."
    ),
    "void-outside-shift": N_(
        "The receipt %(receipt)s is not of this shift and can no longer be voided. Make a refund instead."
    ),
    "void-after-return": N_(
        "Part of the receipt %(receipt)s has come back already, so it cannot be voided. Make a refund of the rest."
    ),
    "refund-in-foreign-cash": N_("Cash is not given back in %(currency)s. Give it back in the exhibition's currency."),
    "return-in-other-currency": N_(
        "The receipt %(receipt)s was sold in %(sold)s, and this exhibition sells in %(currency)s. Return it at an "
        "exhibition in %(sold)s."
    ),
    "shift-already-open": N_("Till %(till)s is open already, in the care of %(cashier)s. Close it first."),
    "bad-denomination": N_(
        "There is no note or coin of %(denomination)s in %(currency)s, or its count (%(count)s) is not a whole "
        "number. Count again."
    ),
    "bad-till-code": N_("%(till)s cannot name a till. Use one or two capital letters, such as A."),
    "empty-note": N_("The delivery note is empty. Add the goods that come in or go out."),
    "not-the-holder": N_(
        "%(sku)s is delivered and taken back by %(holder)s, not by %(unit)s. Make the note for %(holder)s."
    ),
    "nothing-owed": N_("Nothing is owed to %(unit)s: its balance is %(balance)s."),
    "payout-over-balance": N_(
        "%(amount)s is more than the %(balance)s owed to %(unit)s. Pay less, or call the supervisor."
    ),
    "already-closed": N_("The exhibition %(exhibition)s was closed before. Nothing is left to close."),
    "bad-pin": N_("A PIN has %(least)s to %(most)s figures. Choose another one."),
    "wrong-pin": N_("That is not the PIN. Tries left: %(left)s."),
    "tried-too-often": N_("The PIN was wrong too often. Wait %(seconds)s seconds and try again."),
    "unknown-person": N_("%(person)s cannot sign in here. Choose somebody else."),
    "name-taken": N_("There is a %(name)s here already. Add the surname."),
    "may-not-approve": N_("%(name)s cannot give leave for this. Call the supervisor."),
    "may-not-change-people": N_("%(name)s cannot change this. Call an administrator."),
    "no-administrator-yet": N_("The first person has to be an administrator. Add one first."),
    "last-administrator": N_("%(name)s is the last administrator here. Make somebody else one first."),
    "bad-identifier": N_(
        "%(identifier)s cannot be a code. Use up to %(most)s letters without accents, figures, hyphens, "
        "underscores or dots."
    ),
    "bad-barcode": N_("%(barcode)s cannot be a barcode. Write its 8, 12, 13 or 14 figures."),
    "bad-weight": N_("%(weight)s cannot be a weight. Write a whole number from 0 to %(most)s."),
    "weights-sum-to-zero": N_(
        "The weights of %(of)s sum to zero, so nothing can be shared out. Give at least one of them a weight."
    ),
    "rates-over-hundred": N_(
        "A commission of %(commission_bps)s and a fund of %(fund_bps)s take more than everything. Lower one of them."
    ),
    "bad-rate": N_("%(rate)s cannot be a rate. Write a whole number from 0 to 10000, where 100 is one percent."),
    "no-part-in-the-fair": N_("Nobody takes part in the fair yet. Add at least one producer."),
    "dates-out-of-order": N_("The exhibition starts on %(starts)s, after it ends on %(ends)s. Check the two dates."),
    "unknown-timezone": N_("%(timezone)s is no time zone. Write one such as America/La_Paz."),
    "duplicate": N_("%(what)s: %(value)s stands there twice. Leave only one."),
    "holder-not-a-maker": N_("%(holder)s delivers %(sku)s but is not one of its makers. Choose one of them."),
    "floor-over-list": N_(
        "The lowest price, %(floor)s, is over the list price of %(list_price)s. Correct one of them."
    ),
    "no-such-member": N_("%(unit)s has no members to share its earnings. Add at least one."),
    "other-network": N_(
        "These books belong to the network %(ours)s and the file to %(theirs)s. Use the right file, or other books."
    ),
    "sold-under-other-terms": N_(
        "%(what)s of %(exhibition)s can no longer change: its books already have entries. Make a new exhibition."
    ),
    "barcode-taken": N_(
        "The barcode %(barcode)s of %(sku)s already belongs to %(other)s. Give one of them another code."
    ),
    "no-barcodes-left": N_("All in-store barcode numbers are taken. Use the codes that the goods already carry."),
    "label-too-small": N_(
        "A label of %(width)s × %(height)s mm is too small for a code that a scanner reads. Use labels of at least "
        "%(least_width)s × %(least_height)s mm."
    ),
    "bad-label-size": N_(
        "%(text)s is no size of a label. Write its width and height in millimetres, such as 63.5x33.9, each from "
        "%(least)s to %(most)s."
    ),
    "bad-measure": N_("%(text)s is no length in millimetres. Write a number such as 2.5."),
    "labels-off-paper": N_(
        "%(columns)s × %(rows)s labels of that size do not fit on a sheet of %(width)s × %(height)s mm. Take fewer of "
        "them, or smaller margins."
    ),
    "start-off-sheet": N_("A sheet has the labels 1 to %(most)s, and no label %(start)s. Begin with another one."),
    "bad-label-count": N_("%(count)s labels are no number that can be printed. Write a number up to %(most)s."),
    "nothing-to-label": N_("There is nothing to print a label for. Choose products that have a price."),
    "code-without-bars": N_("The code %(code)s holds a sign that no bars stand for. Give the product a barcode."),
    "bad-label-wish": N_("%(text)s says neither a product nor how many labels. Write them such as JK-001=3."),
    # A file as a whole, its fields and its types; the sentence follows the place in the file.
    "unreadable-file": N_("The file cannot be read: %(error)s."),
    "file-too-large": N_("The file is larger than %(most)s megabytes. Divide it into smaller ones."),
    "empty-file": N_("The file is empty. Choose another one."),
    "unknown-format": N_("The file says that its format is %(format)s. Only %(known)s can be read here."),
    "too-many-faults": N_("There are %(more)s more faults. Correct these first and try again."),
    "not-a-workbook": N_("The file is no workbook that can be read. Save it as .xlsx, without a password."),
    "bad-encoding": N_("Byte %(byte)s of the file is not UTF-8. Save the file as UTF-8 text."),
    "not-json": N_(
        "From line %(line)s, column %(column)s on, this cannot be read as JSON. Look for a missing comma, quote "
        "or bracket."
    ),
    "nested-too-deep": N_(
        "Lists and objects lie one in another deeper than any file of this kind needs. Write them flatter."
    ),
    "too-many-lines": N_("The file has more than %(most)s lines. Divide it into smaller ones."),
    "line-too-long": N_("The line is longer than %(most)s bytes. Shorten it."),
    "unknown-field": N_("The field %(field)s may not stand here. Take it out, or correct its name."),
    "missing-field": N_("The field %(field)s is missing here. Add it."),
    "duplicate-key": N_("The field %(key)s stands here twice. Leave only one."),
    "only-one-of": N_("Of the fields %(fields)s exactly one has to stand here. Leave only one."),
    "nothing-given": N_("The list is empty. Write at least one entry."),
    "too-many-given": N_("The list has more than %(most)s entries. Shorten it."),
    "unknown-choice": N_("%(value)s cannot stand here. It can be: %(known)s."),
    "too-small": N_("%(number)s is too small. Write a number from %(least)s up."),
    "too-large": N_("%(number)s is too large. Write a number up to %(most)s."),
    "bad-date": N_("%(text)s is not a date. Write it like 2026-12-05."),
    "bad-time": N_("%(text)s is not a time. Write it like 2026-12-05T09:20:11-04:00."),
    "no-offset": N_("The time %(text)s does not say its offset. Add it, such as -04:00."),
    "broken-text": N_("The text holds half a letter (a lone surrogate). Write it again."),
    "photo-outside": N_("The photo %(photo)s lies outside the file's folder. Put it beside the file."),
    "wrong-type": N_("The value is of another kind than is due here. Correct it."),
    "not-text": N_("A text is due here. Put it in quotes."),
    "not-quoted": N_('A number with decimals goes in quotes here, such as "12.50".'),
    "not-whole-number": N_("A whole number without quotes is due here, such as 12."),
    "not-true-or-false": N_("This has to be true or false, without quotes."),
    "not-a-list": N_("A list is due here, between [ and ]."),
    "not-an-object": N_("An object is due here, between { and }."),
    "missing-sheet": N_("The workbook has no sheet %(sheet)s. Add it."),
    "unknown-sheet": N_("The sheet %(sheet)s may not stand in the workbook. Its sheets are: %(known)s."),
    "unnamed-column": N_("The cell's column has no name in the first row. Write one there, or empty the column."),
    "formula-cell": N_("The cell holds a formula. Put its result there as a plain value."),
    "broken-cell": N_("The cell holds the error %(value)s. Correct it in the workbook."),
    "no-such-row": N_(
        "No row of the sheet %(sheet)s has %(value)s, which this row belongs to. Correct one of the two."
    ),
    "too-many-rows": N_("A sheet may have %(most)s rows here, and it has more. Shorten it."),
    # The settings file.
    "settings-unreadable": N_("The settings file %(file)s cannot be opened. Check who may read it."),
    "settings-not-toml": N_(
        "The settings file %(file)s is badly written. Correct it, or delete it to begin with the usual settings."
    ),
    "settings-unknown-key": N_("There is no setting %(key)s. Take it out of the file %(file)s."),
    "settings-wrong-type": N_(
        "The setting %(key)s in the file %(file)s needs a text in quotes or a number, and has the other. Correct "
        "it, or take it out."
    ),
    "settings-not-allowed": N_(
        "The setting %(key)s in the file %(file)s has a value that the till cannot use. Correct it, or take it out."
    ),
    "output-over-books": N_("%(file)s is one of the till's own files. Choose another place for what is written."),
    "replayed-differently": N_(
        "This line was replayed before with other content. What is posted is not changed: put the correction at the "
        "end of the file, as an event of its own."
    ),
    "unknown-payout": N_("%(kind)s is no way of paying a unit. It can be: %(known)s."),
}
"""The sentence of each code. Its values are named as in the docstring of the refusal's class."""
