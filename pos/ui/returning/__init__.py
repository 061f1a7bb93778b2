"""Taking goods back, and finding the sale or the receipt that it is about."""
