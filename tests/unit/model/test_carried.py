"""What goes from build to build comes back as it was."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from build_tools.model.carried import carried


@carried
@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    one: str
    two: tuple[Many, ...] = ()
    three: dict[str, int] = field(default_factory=dict)


@carried
@dataclass(frozen=True, slots=True)
class Alone:
    one: tuple[int, ...]


@pytest.mark.parametrize(
    "value",
    [Alone((1, 2)), Alone(()), Many(one="a", two=(Many(one="b"),), three={"c": 1})],
    ids=repr,
)
def test_what_is_pickled_comes_back(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value


def test_it_stays_as_frozen_as_it_was() -> None:
    again: Alone = pickle.loads(pickle.dumps(Alone((1,))))
    assert replace(again, one=(2,)) == Alone((2,))
    with pytest.raises(FrozenInstanceError):
        again.one = (3,)  # type: ignore[misc]
