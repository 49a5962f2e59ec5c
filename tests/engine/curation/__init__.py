"""Looking after a term base."""
