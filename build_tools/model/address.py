"""Where a site is published."""

from __future__ import annotations

import re


def is_site_address(value: str) -> bool:
    """Tell whether a site can be published at an address: a host, and perhaps a path."""
    return re.fullmatch(r"https?://[^\s<>\"/?#@]+(/[^\s<>\"?#]*)?", value) is not None
