"""This till's settings."""
