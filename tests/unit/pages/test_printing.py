"""What is printed quicker is printed as Jinja prints it."""

from __future__ import annotations

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from build_tools.pages.printing import Templates


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans()))
def test_a_value_is_escaped_as_ever(value: object) -> None:
    assert Templates.printed(value) == str(escape(value))
    assert Templates.printed(Markup(value)) == str(Markup(value))


class Sub(str):
    __slots__ = ()


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "<i>{{ x }}{{ x ~ y }}</i>",
        "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m(x) }}{{ m(y) | trim }}",
        "{% set s %}<u>{{ x }}</u>{% endset %}{{ s }}",
        "{{ x | e }}{{ x | upper }}{{ [x] | join('<br>') }}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
    ],
)
def test_templates_print_what_jinja_prints(source: str) -> None:
    values = {"x": "<a href='b'>&\"", "y": Markup("<p>")}
    for extra in ({}, {"x": Sub("<sub>")}, {"x": 5}):
        ours, theirs = (
            one(autoescape=True, extensions=["jinja2.ext.do"]).from_string(source)
            for one in (Templates, jinja2.Environment)
        )
        assert ours.render(values | extra) == theirs.render(values | extra)


def test_what_is_not_there_is_no_empty_text() -> None:
    strict = Templates(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        strict.from_string("{{ nothing }}").render()


def test_this_jinja_still_lets_us() -> None:
    made = Templates(autoescape=True).compile("{{ x }}", raw=True)
    assert "environment.printed(" in made
