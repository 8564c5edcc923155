"""Problems as plain JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

from build_tools.model.problem import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list."""
    rows = [dataclasses.asdict(one) for one in problems]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
