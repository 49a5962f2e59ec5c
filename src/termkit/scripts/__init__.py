"""The two scripts and their regional variants: what OpenCC's dictionaries know of them."""
