"""The licences of what is installed with the project: all of them let it be passed on under MIT."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ALLOWED = {
    "0BSD",
    "Apache 2.0",
    "Apache Software License",
    "Apache-2.0",
    "3-Clause BSD License",
    "BSD",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC License (ISCL)",
    "MIT",
    "MIT License",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",  # binds its own files only
    "Mozilla Public License 2.0 (MPL 2.0)",
    "PSF-2.0",
    "Python Software Foundation License",
    "Zlib",
    "BSD-3-Clause, Apache-2.0, dependency licenses",  # pypdfium2; PDFium's parts are under permissive licences
}

IN_TESTS_ONLY = {"Artistic License"}  # text-unidecode, of frictionless: the GNU licence is the other choice there


def _licences(package: Distribution) -> list[str]:
    """The licences that a package may be taken under, each as its author names it."""
    fields = {name: package.metadata.get_all(name) or [] for name in ("License-Expression", "Classifier", "License")}
    choices = [choice for expression in fields["License-Expression"] for choice in expression.split(" OR ")]
    classifiers = [line.split(" :: ")[-1] for line in fields["Classifier"] if line.startswith("License ::")]
    return choices or classifiers or [text.splitlines()[0] for text in fields["License"]]


def _allowed(licences: Iterable[str], allowed: set[str]) -> bool:
    return any(set(licence.split(" AND ")) <= allowed for licence in licences)


def _closure(requirements: Iterable[str], seen: set[str]) -> Iterator[Distribution]:
    """The installed packages that the requirements bring, those that they bring included; ``seen`` is filled."""
    for requirement in map(Requirement, requirements):
        name = str(requirement).partition(";")[0].strip()
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        package = distribution(requirement.name)
        yield package
        yield from _closure(_brought(package, requirement.extras), seen)


def _brought(package: Distribution, extras: Iterable[str]) -> Iterator[str]:
    """What a package requires, with these extras."""
    for line in package.requires or ():
        marker = Requirement(line).marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield line.partition(";")[0]


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, list[str]]:
    """The requirements of the project by extra; those of ``run`` are always installed."""
    settings = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"run": settings["dependencies"], **settings["optional-dependencies"]}


def test_what_runs_with_the_program_is_under_a_permissive_licence(project: dict[str, list[str]]) -> None:
    packages = list(_closure(project["run"], set()))

    assert len(packages) > len(project["run"])
    assert {p.name: _licences(p) for p in packages if not _allowed(_licences(p), ALLOWED)} == {}


def test_what_tests_the_program_is_under_a_licence_that_binds_nothing(project: dict[str, list[str]]) -> None:
    packages = _closure(project["test"], set())

    assert {p.name: _licences(p) for p in packages if not _allowed(_licences(p), ALLOWED | IN_TESTS_ONLY)} == {}


@pytest.mark.parametrize("extra", ["ocr", "cluster", "parquet", "xlsx", "https", "s3", "gs", "az", "ics"])
def test_what_an_extra_brings_is_under_a_permissive_licence(extra: str, project: dict[str, list[str]]) -> None:
    try:
        packages = list(_closure(project[extra], set()))
    except PackageNotFoundError as missing:
        pytest.skip(f"{missing.name} is not installed")

    assert {p.name: _licences(p) for p in packages if not _allowed(_licences(p), ALLOWED)} == {}
