"""How everything looks, and the pieces that every screen is built of."""
