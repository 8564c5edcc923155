"""The workflows: pinned, without rights they do not need, and made of what a person can type."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.cli import parser

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "build_tools" / "starter" / "_github" / "workflows" / "publish.yml"
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ALL = [*OURS, STARTER]
PUBLISHING = [ROOT / ".github" / "workflows" / "publish.yml", STARTER]
INSTALL = "Install Crossread"

each = pytest.mark.parametrize(
    "path", ALL, ids=lambda path: path.relative_to(ROOT).as_posix().replace("/", "-")
)
publishing = pytest.mark.parametrize("path", PUBLISHING, ids=["ours", "starter"])


def workflow(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return held


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def pins(path: Path) -> set[str]:
    return set(re.findall(r"uses: (\S+@\S+ # \S+)", path.read_text(encoding="utf-8")))


@each
def test_every_action_is_pinned_by_hash_and_says_its_version(path: Path) -> None:
    lines = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_ours_and_the_starters_pin_the_same_versions() -> None:
    ours = {pin for path in OURS for pin in pins(path)}
    assert pins(STARTER) <= ours
    names = [pin.partition("@")[0] for pin in ours]
    assert len(names) == len(set(names))


@each
def test_nobody_has_rights_but_the_jobs_that_need_them(path: Path) -> None:
    held = workflow(path)
    assert held["permissions"] == {}
    for name, job in held["jobs"].items():
        writes = {what for what, right in job["permissions"].items() if right == "write"}
        allowed = {"deploy": {"pages", "id-token"}, "comment": {"pull-requests"}}
        assert writes == allowed.get(name, set())


@each
def test_no_job_runs_for_ever_or_beside_itself(path: Path) -> None:
    held = workflow(path)
    assert held["concurrency"]["group"]
    assert all(0 < job["timeout-minutes"] <= 60 for job in held["jobs"].values())


@each
def test_a_checkout_leaves_no_credentials_behind(path: Path) -> None:
    found = [one for one in steps(path) if one.get("uses", "").startswith("actions/checkout@")]
    assert found
    assert all(one["with"]["persist-credentials"] is False for one in found)


@each
def test_nothing_is_put_into_a_command_but_by_the_environment(path: Path) -> None:
    assert not [one["run"] for one in steps(path) if "${{" in one.get("run", "")]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_step_is_a_target_that_a_person_can_make(path: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    commands = [one["run"] for one in steps(path) if "run" in one]
    assert commands
    assert {one.removeprefix("make ") for one in commands} <= set(targets)


def test_every_step_of_the_starter_is_a_command_that_a_person_can_type() -> None:
    commands = [one["run"] for one in steps(STARTER) if "run" in one and one["name"] != INSTALL]
    assert len(commands) > 3
    for one in commands:
        program, *arguments = one.split()
        assert program == "crossread"
        parser().parse_args(arguments)


@publishing
def test_a_site_is_looked_over_after_it_is_built_and_before_it_is_handed_on(path: Path) -> None:
    does = [one.get("run") or one["uses"].partition("@")[0] for one in steps(path)]
    at = [
        next(n for n, one in enumerate(does) if one.endswith(end))
        for end in (
            "configure-pages",
            "make site" if path in OURS else "crossread build",
            "deployable",
            "upload-pages-artifact",
            "deploy-pages",
        )
    ]
    assert at == sorted(at)
    handed_on = does.index("actions/upload-pages-artifact")
    assert not [one for one in does[at[2] : handed_on] if one.endswith(("site", "build"))]
    assert workflow(path)["jobs"]["deploy"]["needs"] == "build"


@publishing
def test_it_is_built_for_the_address_it_is_published_at(path: Path) -> None:
    for one in steps(path):
        if one.get("run", "").split()[-1:] in (["site"], ["build"], ["deployable"], ["bundle"]):
            wanted = "${{ steps.pages.outputs.base_url }}"
            assert one["env"]["CROSSREAD_ADDRESS"] == wanted, one["run"]


def triggers(path: Path) -> Any:
    held = workflow(path)
    return held.get("on", held.get(True))  # YAML 1.1 takes `on` for a truth


def test_where_strangers_code_runs_there_is_nothing_to_steal() -> None:
    strangers = [path for path in OURS if "pull_request" in triggers(path)]
    assert {path.stem for path in strangers} == {"check", "review"}
    for path in strangers:
        text = path.read_text("utf-8")
        assert "secrets." not in text
        assert "github.token" not in text
        assert ": write" not in text
    assert not [path for path in ALL if "pull_request_target" in triggers(path)]


def test_the_workflow_that_comments_runs_nothing_of_the_pull_request() -> None:
    path = ROOT / ".github" / "workflows" / "comment.yml"
    assert triggers(path)["workflow_run"]["workflows"] == [
        workflow(PUBLISHING[0].with_name("review.yml"))["name"]
    ]
    (checkout,) = [
        one for one in steps(path) if one.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [one["run"] for one in steps(path) if "run" in one] == ["make comment"]
