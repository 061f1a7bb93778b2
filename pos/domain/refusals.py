"""What a rule says no to: one class a rule, carrying its values and no sentence.

`pos.explanations` turns a refusal into a sentence in the person's language, by the `code` of its class.
"""

from typing import ClassVar

Value = object
"""What a refusal carries: text, a count, `Money`, a date; its words are chosen elsewhere."""


class Refusal(Exception):
    """A rule said no. Nothing was written. `values` name what the rule looked at."""

    code: ClassVar[str] = "refusal"
    needs_supervisor: ClassVar[bool] = False
    """True where the same act is allowed once a supervisor approves it."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        name = cls.__name__
        cls.code = "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")

    def __init__(self, **values: Value) -> None:
        super().__init__(self.code, values)
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({details})"


# --- amounts -----------------------------------------------------------------------------------------------------


class UnknownCurrency(Refusal):
    """`code` is not among the `known` currencies."""


class CurrencyMismatch(Refusal):
    """`one` and `other` are different currencies and can't be added or compared."""


class BadAmount(Refusal):
    """`text` is not an amount of `currency`."""


class AmountTooLarge(Refusal):
    """An amount comes to `amount`, more than the `most` that any stall takes."""


class AmountNotPositive(Refusal):
    """An amount that must be more than zero is `amount`."""


class NegativePrice(Refusal):
    """A unit price is under zero: `price`."""


class BadPercent(Refusal):
    """`percent` is not over 0 and at most 100."""


class BadExchangeRate(Refusal):
    """`rate` for `currency` is not a positive number."""


class BadQuantity(Refusal):
    """`qty` pieces is not a whole number from 1 to `most`."""


class BadText(Refusal):
    """`field` holds a control character, is empty where it must not be, or is longer than `most` letters."""


# --- finding things ------------------------------------------------------------------------------------------------


class NoNetworkYet(Refusal):
    """The books hold no network: nothing can be sold before one is imported."""


class UnknownCode(Refusal):
    """`scan` is no barcode and no SKU of the catalogue."""


class WrongCheckDigit(Refusal):
    """`scan` looks like a barcode, but its last digit does not fit the others (`expected` would)."""


class NotAtThisExhibition(Refusal):
    """Product `sku` (`name`) is of `unit`, which does not take part in `exhibition`; nor does another of its makers."""


class UnknownUnit(Refusal):
    """`unit` is not a unit of the network."""


class UnknownGroup(Refusal):
    """`group` is not a group of the network."""


class UnknownExhibition(Refusal):
    """`exhibition` is not an exhibition of the network."""


class UnknownSale(Refusal):
    """`receipt` names no sale."""


class DuplicateReference(Refusal):
    """`ref` already names another sale of the same file."""


class OutputOverBooks(Refusal):
    """`file` is one of the till's own files: nothing may be written over the books or the settings."""


class ReplayedDifferently(Refusal):
    """Line `line` of a day file was replayed before with other content."""


# --- selling -------------------------------------------------------------------------------------------------------


class EmptyBasket(Refusal):
    """There is nothing to sell."""


class YapaAlone(Refusal):
    """A yapa goes with a purchase; the basket holds only yapas."""


class NoPriceInCurrency(Refusal):
    """Product `sku` (`name`) has no list price in `currency`."""


class PriceUnderFloor(Refusal):
    """`price` for `sku` is under its floor `floor`."""

    needs_supervisor = True


class YapaHasNoPrice(Refusal):
    """A yapa line of `sku` can't carry a price."""


class DiscountTooLarge(Refusal):
    """The discount `discount` is more than the lines' sum `total`."""


class UnknownBuyerKind(Refusal):
    """`buyer` is not one of `known`."""


class HasItsPrice(Refusal):
    """Product `sku` (`name`) has a list price in this currency, so none can be typed; it may be bargained."""


class UnknownCart(Refusal):
    """Till `till` holds no such cart: it was taken back, sold or thrown away."""


class CartUnreadable(Refusal):
    """The held cart that was last changed at `at` can't be read; it is kept as it is."""


class NoOpenShift(Refusal):
    """Till `till` has no open shift."""


class ExhibitionOver(Refusal):
    """Exhibition `exhibition` ended on `ends`; the sale is of `day`."""


class ExhibitionClosed(Refusal):
    """Exhibition `exhibition` is closed: its books can only be paid from."""


# --- tenders -------------------------------------------------------------------------------------------------------


class UnknownTender(Refusal):
    """`kind` is not one of `known`."""


class TendersShort(Refusal):
    """The tenders leave `missing` of the `due` unpaid."""


class ChangeOnlyFromCash(Refusal):
    """Tenders other than cash come to `paid`, more than the `due`; change is only given against cash."""


class NoExchangeRate(Refusal):
    """The exhibition has no rate for `currency`."""


class NotInCash(Refusal):
    """A `kind` tender in `currency`: only cash may be foreign."""


# --- returns -------------------------------------------------------------------------------------------------------


class ReturnWithoutReceipt(Refusal):
    """Something of receipt `receipt` is brought back, and its paper was not shown."""

    needs_supervisor = True


class NothingReturned(Refusal):
    """A return names no line."""


class UnknownLine(Refusal):
    """Receipt `receipt` has no line `line`."""


class ReturnedTooMany(Refusal):
    """`qty` pieces of line `line` can't come back: only `left` of them are still out."""


class VoidOutsideShift(Refusal):
    """Receipt `receipt` was not sold in the open shift, so it can't be voided, only refunded."""


class VoidAfterReturn(Refusal):
    """Something of receipt `receipt` already came back, so it can't be voided, only refunded."""


class RefundInForeignCash(Refusal):
    """A refund in `currency`: cash goes back in the base currency only."""


class ReturnInOtherCurrency(Refusal):
    """Receipt `receipt` was sold in `sold`; this exhibition's currency is `currency`."""


# --- shifts and cash -----------------------------------------------------------------------------------------------


class ShiftAlreadyOpen(Refusal):
    """Till `till` already has an open shift, of `cashier`."""


class BadDenomination(Refusal):
    """`denomination` of `currency` is not the value of a note or coin, or its `count` is not zero or more."""


class BadTillCode(Refusal):
    """`till` is not a till code: one or two capital letters A to Z."""


# --- consignment ---------------------------------------------------------------------------------------------------


class EmptyNote(Refusal):
    """A consignment note names no goods."""


class NotTheHolder(Refusal):
    """`sku` is delivered and taken back by its holder `holder`, not by `unit`."""


# --- settlement ----------------------------------------------------------------------------------------------------


class NothingOwed(Refusal):
    """Unit `unit` is owed nothing: its balance is `balance`."""


class UnknownPayout(Refusal):
    """`kind` is not one of `known`."""


class PayoutOverBalance(Refusal):
    """`amount` is more than the `balance` that `unit` is owed."""

    needs_supervisor = True


class AlreadyClosed(Refusal):
    """Exhibition `exhibition` was closed before."""


# --- people --------------------------------------------------------------------------------------------------------


class BadPin(Refusal):
    """A PIN is not `least` to `most` figures. It never carries the PIN."""


class WrongPin(Refusal):
    """The PIN is another; `left` more tries can be made before one has to wait."""


class TriedTooOften(Refusal):
    """The PIN was wrong so often that the next try waits `seconds`, `until` that moment."""


class UnknownPerson(Refusal):
    """`person` is nobody who can sign in."""


class NameTaken(Refusal):
    """Somebody who can sign in is called `name` already."""


class MayNotApprove(Refusal):
    """`name` is a cashier, and can't approve what a cashier may not do alone."""


class MayNotChangePeople(Refusal):
    """`name` may not add or change such a person: a supervisor only cashiers, a cashier nobody."""


class NoAdministratorYet(Refusal):
    """The first person who is added has to be an administrator."""


class LastAdministrator(Refusal):
    """`name` is the last administrator who can sign in, and has to stay one."""
