"""The rules of money, split, ledger and consignment (docs/domain.md), with nothing but the standard library."""
