"""The term base: reading it, holding it, and compiling it for matching."""
