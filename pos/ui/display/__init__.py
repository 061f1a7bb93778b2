"""The customer's display on a second screen."""
