"""Articles into catalogues, and out of them again."""
