"""Takes suggestions over as an editor would: uncommented, moved, TODO filled in."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from build_tools.suggesting import Draft

_TEXTS = {"definition", "label", "counts", "unit", "body", "speaker"}
_CHOICES = {
    "events/": "kind: politics",
    "glossary/": "kind: concept",
    "articles/": "kind: context",
}


def filled(draft: Draft) -> list[str]:
    """Return the lines of a suggestion with what only a person can write."""
    kind = next((said for folder, said in _CHOICES.items() if draft.file.startswith(folder)), "")
    lines = []
    for line in draft.lines:
        for name in _TEXTS:
            line = line.replace(f"{name}: [TODO]", f"{name}: Something of our own")
        line = line.replace("kind: TODO", kind).replace("nature: TODO", "nature: total")
        line = line.replace("author: TODO", "author: editor").replace("date: TODO", "date: 2024")
        line = re.sub(r"(updated|created): TODO", r"\1: 2025-05-02", line)
        line = line.replace("confidence: TODO", "confidence: unconfirmed")
        line = line.replace("term: TODO", f"term: {_rival(draft)}")
        if "sources: [TODO]" not in line:
            lines.append(line)
    return lines


def _rival(draft: Draft) -> str:
    return draft.why.rpartition(": ")[2].removeprefix("may be ").split(" or ")[0]


def take_over(corpus: Path, drafts: tuple[Draft, ...]) -> None:
    """Write suggestions into an editorial folder, filled in."""
    lists: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for draft in drafts:
        if draft.key:
            lists[draft.file, draft.key] += filled(draft)
        else:
            path = corpus / draft.file
            assert not path.exists()
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n".join(filled(draft)) + "\n", encoding="utf-8")
    for (file, key), lines in lists.items():
        path = corpus / file
        found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        found[key] = [*found.get(key, []), *yaml.safe_load("\n".join(lines))]
        text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")
