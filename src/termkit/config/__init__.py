"""The configuration: ``[tool.termkit]`` in pyproject.toml, or termkit.toml.

``find`` reads the file, ``values`` and ``schema`` check it and tell every fault with
its key path, ``settings`` is what comes out, ``show`` tells what holds and where from.
"""
