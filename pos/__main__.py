"""Where `pos` begins."""

import sys

from pos.wiring import main as run_program


def main() -> None:
    """Run the program with the command line's arguments, and leave with its exit status."""
    sys.exit(run_program(sys.argv[1:]))


if __name__ == "__main__":
    main()
