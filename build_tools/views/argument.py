"""The outline of an op-ed's argument, at the top of its page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from build_tools.model.argument import ArgumentFile, Ground, GroundKind, Role, Step
from build_tools.views.desk import Desk
from build_tools.views.parts import KindView, Link

ROLES: dict[Role, tuple[str, str]] = {
    Role.CLAIM: ("Claim", "●"),
    Role.RECOMMENDATION: ("Recommendation", "➜"),
}
"""Name and shape of what a step does."""

GROUNDS: dict[GroundKind, str] = {
    GroundKind.SOURCE: "Source",
    GroundKind.AUTHORITY: "Authority",
    GroundKind.EXAMPLE: "Example",
    GroundKind.REASONING: "Reasoning",
    GroundKind.NOTHING: "No ground given",
}
"""Name of what a step rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundView:
    """Something a step rests on."""

    label: str
    """What sort of thing it is, in words."""
    what: Link | None
    """Which; a term, or words that lead nowhere."""
    passages: tuple[Link, ...]
    """Where it is given, if elsewhere than the step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One claim or recommendation, with the steps that support it."""

    role: KindView
    """What it does in the argument."""
    says: str
    """What the op-ed holds."""
    passages: tuple[Link, ...]
    """Paragraphs that say so, as "¶2"."""
    grounds: tuple[GroundView, ...]
    """What it rests on."""
    support: tuple[StepView, ...]
    """Steps that stand under it."""


def argument_view(desk: Desk, argument: ArgumentFile) -> tuple[StepView, ...]:
    """Return the steps right under the thesis, each with those that support it."""
    known = {one.id for one in argument.steps}
    under: defaultdict[str | None, list[Step]] = defaultdict(list)
    for step in argument.steps:
        under[step.under if step.under in known else None].append(step)
    return tuple(_step(desk, one, under) for one in under[None])


def _step(desk: Desk, step: Step, under: dict[str | None, list[Step]]) -> StepView:
    label, symbol = ROLES[step.role]
    return StepView(
        role=KindView(id=step.role.value, label=label, symbol=symbol),
        says=step.says,
        passages=_passages(step.paragraphs),
        grounds=tuple(_ground(desk, one) for one in step.rests_on),
        support=tuple(_step(desk, one, under) for one in under.get(step.id, ())),
    )


def _ground(desk: Desk, ground: Ground) -> GroundView:
    return GroundView(
        label=GROUNDS[ground.kind],
        what=desk.body(ground.what),
        passages=_passages(ground.paragraphs),
    )


def _passages(numbers: tuple[int, ...]) -> tuple[Link, ...]:
    return tuple(Link(href=f"#p{number}", text=f"¶{number}") for number in numbers)
