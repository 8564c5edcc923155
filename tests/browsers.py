"""Finds Chromium: the one named in CHROMIUM, else on the PATH, else Playwright's own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
"""What a browser without a screen or a network of its own needs."""
NAMES = ("chromium", "google-chrome", "chrome", "chromium-browser")


def chromium(playwright: Playwright) -> str | None:
    """Return the path of a Chromium, or nothing where there is none."""
    wanted = [os.environ.get("CHROMIUM", ""), *NAMES, playwright.chromium.executable_path]
    found = (shutil.which(name) for name in wanted if name)
    return next((path for path in found if path and Path(path).exists()), None)
