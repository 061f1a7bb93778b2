"""Codes that a bad scanner could confuse: each of the SKUs is a part of another one."""

from pos.domain.barcodes import in_store, receipt_digits

CODES = [
    *(in_store(serial) for serial in (1, 17, 271, 100_271, 8_999_999)),
    *(receipt_digits("A", number) for number in (1, 271)),
    *("MP-0271", "MP-027", "MP-02", "0271", "02710", "027100", "P-0271", "MP-02-0271"),
    *("27100", "10027100", "1002", "1002710017"),
]
