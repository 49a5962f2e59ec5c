"""The term base itself."""
