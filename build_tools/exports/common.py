"""What every download is made of."""

from __future__ import annotations

import json
from typing import Any

from build_tools.model.fields import Citation
from build_tools.model.output import Output

Json = dict[str, Any]


def output(name: str, data: object) -> Output:
    """Return a download in JSON."""
    return Output(f"data/{name}", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def source(one: Citation) -> Json:
    """Return a citation."""
    return {"key": one.key, "at": one.at} if one.at else {"key": one.key}
