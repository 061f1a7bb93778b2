"""Where the cashier sells: the pictures at the left, the cart in the middle, what it comes to at the right."""
