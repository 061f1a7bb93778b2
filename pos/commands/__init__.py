"""The command line: what can be done without a window. Exit status 0 done, 1 refused by a rule, 2 bad use or file."""

from pos.commands.running import run

__all__ = ["run"]
