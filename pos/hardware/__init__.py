"""Devices of the stall: what the program asks of each kind, and the drivers that do it."""
