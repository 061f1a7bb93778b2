"""Qhatu: a point of sale for exhibition stalls that splits each sale back to whoever made it."""

__version__ = "0.1.0"
