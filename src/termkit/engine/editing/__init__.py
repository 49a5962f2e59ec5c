"""Changing the term base: formatting its files, adding and editing rows, comparing, merging."""
