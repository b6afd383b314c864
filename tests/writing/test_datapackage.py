"""The description of the tables holds, as an independent program sees it."""

import json
from collections.abc import Sequence
from pathlib import Path

import frictionless
import pytest

from extract.results import Result
from extract.writing.columns import TABLES
from extract.writing.sinks import Options
from tests.writing.written import write


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("kept", [slice(None), slice(0, 0), slice(1, None)])
def test_the_package_is_valid(results: Sequence[Result], tmp_path: Path, kept: slice, *, bom: bool) -> None:
    write("csv", results[kept], tmp_path, Options(bom=bom))
    checked = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert checked.valid, checked.flatten(["type", "note"])
    assert checked.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("commitments.csv", (b"review-0a1b2c3d/1,", b"review-0a1b2c3d/9,"), "foreign-key"),
        ("recommendations.csv", (b"review-0a1b2c3d/2,", b"review-0a1b2c3d/1,"), "primary-key"),
        ("recommendations.csv", (b",accept,", b",perhaps,"), "constraint-error"),
        ("dates.csv", (b"2023-03-31", b"31/03/2023"), "type-error"),
        ("documents.csv", (b"\r\n", b"\n"), "hash-count"),
        ("documents.csv", (b"\r\n", b"\n"), "byte-count"),
    ],
)
def test_a_change_to_a_table_is_noticed(
    results: Sequence[Result], tmp_path: Path, file: str, change: tuple[bytes, bytes], fault: str
) -> None:
    write("csv", results, tmp_path)
    path = tmp_path / file
    path.write_bytes(path.read_bytes().replace(*change, 1))
    checked = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert fault in {kind for (kind,) in checked.flatten(["type"])}


def test_every_field_is_described_with_its_unit(results: Sequence[Result], tmp_path: Path) -> None:
    write("csv", results, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(field["title"] and field["description"] and field["unit"] for field in fields)
    assert {field["unit"] for field in fields} >= {"none", "count", "0..1", "ISO 8601 date", "page number", "pages"}


def test_the_inputs_are_listed_in_their_table_alone(results: Sequence[Result], tmp_path: Path) -> None:
    one, two = (write("csv", results[:number], tmp_path)["datapackage.json"] for number in (1, 2))
    assert len(one.splitlines()) == len(two.splitlines())
    assert "documents.csv lists" in json.loads(one)["description"]
