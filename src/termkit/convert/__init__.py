"""Conversion between the Chinese locales: one pass over one composed table."""
