"""The books on disk: an append-only chain of facts, the rows projected from them, and the catalogue."""
