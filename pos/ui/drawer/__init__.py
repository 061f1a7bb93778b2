"""What the drawer needs beside selling: cash in and out, advances, the X report."""
