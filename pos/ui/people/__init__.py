"""Who attends: signing in, PINs, approval, and the people of the till."""
