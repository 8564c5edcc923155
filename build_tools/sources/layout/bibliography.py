"""The one layout of bibliography.json: as JSON is commonly indented, keys in our order."""

from __future__ import annotations

import json
from collections.abc import Hashable
from typing import Any

from build_tools.model.work import Bibliography
from build_tools.sources.layout.order import holds, keys


def lay_out(text: str) -> str:
    """Return the bibliography in the one layout.

    Raises:
        ValueError: If it is no JSON.
    """
    data = _ordered(json.loads(text), Bibliography)
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _ordered(value: Any, kind: Hashable) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return data with its keys in the order of the model, those it does not know behind them."""
    if isinstance(value, list):
        return [_ordered(one, kind) for one in value]
    model = holds(kind)
    if not isinstance(value, dict) or model is None:
        return value
    order = keys(model)
    names = [*(one for one in order if one in value), *(one for one in value if one not in order)]
    return {one: _ordered(value[one], order.get(one)) for one in names}
