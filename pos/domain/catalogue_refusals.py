"""What the rules of the catalogue say no to: the network, its units, its products, its exhibitions and its numbers."""

from pos.domain.refusals import Refusal


class BadIdentifier(Refusal):
    """`identifier` is not an id of letters, digits, `-`, `_`, `.`, at most `most` long."""


class BadBarcode(Refusal):
    """`barcode` is not 8, 12, 13 or 14 digits."""


class BadWeight(Refusal):
    """`weight` is not a whole number from 0 to `most`."""


class WeightsSumToZero(Refusal):
    """The weights of `of` sum to zero, so nothing can be shared by them."""


class RatesOverHundred(Refusal):
    """Commission `commission_bps` and fund `fund_bps` together take more than all."""


class BadRate(Refusal):
    """`rate` is not a whole number of basis points from 0 to 10000."""


class NoPartInTheFair(Refusal):
    """A network is made without anybody who takes part in its fair."""


class DatesOutOfOrder(Refusal):
    """An exhibition that `starts` after it `ends`."""


class UnknownTimezone(Refusal):
    """`timezone` is no name of the IANA time zone database."""


class Duplicate(Refusal):
    """`what` `value` stands twice."""


class HolderNotAMaker(Refusal):
    """`holder` of `sku` is not one of its makers."""


class FloorOverList(Refusal):
    """The floor `floor` of `sku` is over its list price `list_price`."""


class NoSuchMember(Refusal):
    """`unit` has no members, so its earnings can't be divided."""


class OtherNetwork(Refusal):
    """The books belong to network `ours`; the file is of `theirs`."""


class SoldUnderOtherTerms(Refusal):
    """`what` of `exhibition` can't change any more: it already has entries in its books."""


class BarcodeTaken(Refusal):
    """`barcode` of `sku` already belongs to `other`."""


class NoBarcodesLeft(Refusal):
    """All in-store numbers are assigned."""
