"""From empty books to a till that can sell."""
