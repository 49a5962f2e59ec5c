"""Formats that the term base is exchanged in."""
