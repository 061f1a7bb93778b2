"""The three file formats that the program reads and writes (docs/formats.md)."""
