"""The catalogues: termkit's own messages, its glossary, and the examples."""
