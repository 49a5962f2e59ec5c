"""The version of termkit, on the ground floor where every module may read it."""

__version__ = "0.1.0"
