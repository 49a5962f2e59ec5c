"""The domains that tell whether a text is about programs."""

SOFTWARE = "software"
"""The domain of what programs say: catalogues, message files."""

TECHNICAL = frozenset({SOFTWARE, "network", "cloud"})
"""The domains of the term base that are at home in such texts."""
