"""The pins are complete, bare, and what pyproject.toml asks for."""

from __future__ import annotations

import importlib.metadata
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.small_checkout import ROOT

_LINES = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
_PINS = [Requirement(line) for line in _LINES if not line.startswith("#")]
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_ASKED = [*_PROJECT["dependencies"], *_PROJECT["optional-dependencies"]["test"]]


def test_every_line_is_one_exact_version_by_name() -> None:
    assert _PINS
    for pin in _PINS:
        assert pin.url is None
        assert not pin.extras
        assert [specifier.operator for specifier in pin.specifier] == ["=="]


@pytest.mark.parametrize("asked", _ASKED)
def test_what_the_project_asks_for_is_pinned_within_its_range(asked: str) -> None:
    requirement = Requirement(asked)
    versions = [
        specifier.version
        for pin in _PINS
        if canonicalize_name(pin.name) == canonicalize_name(requirement.name)
        for specifier in pin.specifier
    ]

    assert any(version in requirement.specifier for version in versions)


def test_what_is_installed_with_them_is_pinned_too() -> None:
    """Follow the requirements of what is asked for, on this system, down to the last package."""
    pinned = {canonicalize_name(pin.name) for pin in _PINS}
    open_ends = [Requirement(asked) for asked in _ASKED]
    seen: set[str] = set()
    while open_ends:
        requirement = open_ends.pop()
        name = canonicalize_name(requirement.name)
        if not _applies(requirement, "") or name in seen:
            continue
        seen.add(name)
        needed = (Requirement(line) for line in importlib.metadata.requires(name) or ())
        open_ends += [
            need for need in needed if any(_applies(need, extra) for extra in {"", *requirement.extras})
        ]

    assert seen <= pinned


def _applies(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})
