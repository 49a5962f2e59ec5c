"""Articles to PO catalogues."""
