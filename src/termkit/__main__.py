"""``python -m termkit``."""

from termkit.cli import main

if __name__ == "__main__":
    main()
