"""PO catalogues."""
