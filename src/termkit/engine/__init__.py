"""Running checks and conversions over files."""
