"""What the rules of labels say no to; as in `pos.domain.refusals`. Measures are whole millimetres."""

from pos.domain.refusals import Refusal


class LabelTooSmall(Refusal):
    """A label of `width` × `height` has no room for a code that a scanner reads: that takes `least_width` ×
    `least_height`."""


class BadLabelSize(Refusal):
    """`text` is not a size in millimetres, width and height from `least` to `most`."""


class LabelsOffPaper(Refusal):
    """`columns` × `rows` labels of that size, with those margins and gaps, do not fit on `width` × `height`."""


class StartOffSheet(Refusal):
    """A sheet of `most` labels has no place `start`."""


class BadLabelCount(Refusal):
    """`count` labels is not a whole number from 0 to `most`."""


class NothingToLabel(Refusal):
    """No label is asked for that can be printed."""


class CodeWithoutBars(Refusal):
    """`code` holds a sign that no bars stand for."""


class BadLabelWish(Refusal):
    """`text` is not a product's code with, after `=`, how many labels of it are wanted."""


class BadMeasure(Refusal):
    """`text` is not a length in millimetres."""
