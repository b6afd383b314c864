"""The lock file: what continuous integration installs is what the project asks for, each file known by its hash."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = "requirements/dev.txt"

_PIN = re.compile(r"(?m)^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)")


@pytest.fixture(scope="module")
def lock(checkout: Path) -> str:
    """The text of the lock file."""
    return (checkout / LOCK).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def required(checkout: Path) -> list[Requirement]:
    """What the project asks for, its extras and its build included."""
    settings = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    project, build = settings["project"], settings["build-system"]["requires"]
    lines = chain(project["dependencies"], build, *project["optional-dependencies"].values())
    asked = (Requirement(line) for line in lines)
    return [requirement for requirement in asked if requirement.name != project["name"]]


def test_every_requirement_is_locked_at_a_version_that_it_allows(lock: str, required: list[Requirement]) -> None:
    pins = {canonicalize_name(pin["name"]): pin["version"] for pin in _PIN.finditer(lock)}

    assert [str(r) for r in required if pins.get(canonicalize_name(r.name), "none") not in r.specifier] == []


def test_every_pin_has_a_hash(lock: str) -> None:
    assert [pin["name"] for pin in _PIN.finditer(lock) if "--hash=sha256:" not in pin["rest"]] == []


def test_the_lock_names_no_index_and_no_address(lock: str) -> None:
    assert re.findall(r"(?m)^-.*|\S+://\S+|^.* @ .*", lock) == []


def test_no_package_of_gigabytes_is_locked(lock: str) -> None:
    names = {pin["name"] for pin in _PIN.finditer(lock)}

    assert {name for name in names if name.startswith(("torch", "nvidia", "tensorflow", "jax"))} == set()
