"""Counting the drawer: the float that a shift begins with, and the blind close."""
