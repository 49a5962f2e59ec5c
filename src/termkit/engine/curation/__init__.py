"""Looking after a term base: validating it, searching it, and telling what it does to texts."""
