"""Amounts of money as they are shown, typed and counted."""
