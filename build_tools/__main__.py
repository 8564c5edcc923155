"""Runs the program: `python -m build_tools`."""

from __future__ import annotations

import sys

from build_tools.cli import main

if __name__ == "__main__":
    sys.exit(main())
