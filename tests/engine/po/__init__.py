"""Articles in catalogues."""
