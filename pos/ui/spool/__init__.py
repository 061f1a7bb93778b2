"""What waits for paper, and what may be out: seen, decided on, sent elsewhere."""
