"""The products: the table of all of them, how many labels each needs, and the labels as they will be printed."""
