"""The page and the program put the same right: whatever people want, both make the same of it."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings

import extract.writing.report
from extract.correcting.applying import corrected
from extract.flow import read_result
from extract.records import Commitment, Owner, Position, Recommendation
from extract.results import Result
from extract.writing.report.index import index
from tests.correcting.asked import DATA, NAME, Row, a_file, corrections
from tests.correcting.made_up import files_about, said_in
from tests.writing.report.conftest import DOCUMENTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

Applied = tuple[list[Row], Row]
Apply = Callable[[Result, Row], Applied]
DOCUMENT = "leeds-school-attendance.cards.pdf"
_SPACES = re.compile(r"\\u00[01]|[\x7f-\x9f\u180e\u200b\ufeff]")  # in JSON; the two languages disagree on what is one
_PARTS = ["dom", "words", "data", "storage", "finding", "checking", "corrections", "applying", "rows", "exchange"]
_SHOWN = """
const values = ({ number, theme, text, response, timescale, progress, outcome, detail, owners, positions, checked }) =>
  ({ number, theme, text, response, timescale, progress, outcome, detail, owners, positions, checked });
const promise = ({ quote, field, status, name, actor, deadline, condition, targets, corrected }) =>
  ({ quote, field, status, name, condition, targets, corrected, actor: actor && [actor.name, actor.id ?? null],
     deadline: deadline && [deadline.start ?? null, deadline.end ?? null] });
const shown = (row) => ({ ...values(row.now), promises: row.promises.map(promise) });
const said = takeIn(file);
return [documents[0].all.map(shown), asFile(), said];
"""


@pytest.fixture(scope="module")
def apply(browser: "Browser") -> Iterator[Apply]:
    """What the program of the page makes of the rows of a document and a file of corrections, and what it exports."""
    assets = Path(str(extract.writing.report.__file__)).parent / "assets" / "js"
    program = "\n".join((assets / f"{name}.js").read_text("utf-8") for name in _PARTS)
    page = browser.new_page()
    page.set_content("".join(f'<script type="application/json" id="{id_}"></script>' for id_ in ("about", "index")))
    page.evaluate(f"() => {{ window.applied = file => {{\n{program}\n{_SHOWN}\n}} }}")

    def apply(result: Result, file: Row) -> Applied:
        rows = msgspec.json.encode([index(result)]).decode()
        page.evaluate("([id, text]) => { document.getElementById(id).textContent = text }", ["about", "{}"])
        page.evaluate("([id, text]) => { document.getElementById(id).textContent = text }", ["index", rows])
        found, exported, said = page.evaluate("file => window.applied(file)", json.dumps(file))
        assert "taken in" in said
        return found, exported

    yield apply
    page.close()


@pytest.fixture(scope="module")
def results() -> tuple[Result, ...]:
    """A short response and a document of cards."""
    return read_result(DATA, NAME), read_result((DOCUMENTS / DOCUMENT).read_bytes(), DOCUMENT)


def _owner(owner: Owner) -> Row:
    return {name: getattr(owner, name) for name in ("name", "id", "kind", "capacity", "uncertain")}


def _position(each: Position) -> Row:
    return {"organisation": each.organisation, "value": each.value, "detail": each.detail} | {
        "quote": each.text,
        "field": each.field,
    }


def _promise(made: Commitment) -> Row:
    return {
        "quote": made.text,
        "targets": [each.text for each in made.targets],
        "actor": made.actor and [made.actor.name, made.actor.id],
        "deadline": made.deadline and [made.deadline.start, made.deadline.end],
        "corrected": made.correction is not None,
        **{name: getattr(made, name) for name in ("field", "status", "name", "condition")},
    }


def _expected(row: Recommendation) -> Row:
    """A row as the program makes it, in the form in which the page tells it."""
    names = ("number", "theme", "text", "response", "timescale", "progress")
    return {
        **{name: getattr(row, name) for name in names},
        "outcome": row.outcome.value,
        "detail": row.outcome.detail,
        "owners": [_owner(owner) for owner in row.owners],
        "positions": [_position(each) for each in row.positions],
        "checked": row.checked is not None,
        "promises": [_promise(made) for made in row.commitments],
    }


def _alike(rows: list[Row]) -> Any:  # noqa: ANN401 - values of JSON
    """Rows for comparison: without the sort of owners that the name alone tells, and each quote by its words."""
    for row in rows:
        row["promises"].sort(key=lambda made: json.dumps(made, sort_keys=True))
        for owner in row["owners"]:
            owner.pop("kind", None)
        for each in row["positions"]:
            each["quote"] = "".join(each["quote"].split())
    return rows


def _put_right(result: Result, file: Row) -> list[Row]:
    report = corrected(result, corrections(file)).result.report
    assert report
    return [msgspec.to_builtins(_expected(row)) for row in report.recommendations]


def test_what_is_wanted_twice_stands_once_after_what_was_wanted_in_between(
    apply: Apply, results: tuple[Result, ...]
) -> None:
    result = results[1]
    assert result.report
    assert result.sha256
    nearly = result.report.recommendations[-1].text[:-2] + "!!"
    accepted = {"outcome": "accept", "detail": None}
    rows = ({"text": nearly, "number": None, "set": accepted}, {"text": nearly, "missed": True})
    file = a_file(*rows, {"text": nearly, "set": accepted}, sha256=result.sha256)
    shown, exported = apply(result, file)
    assert _alike(shown) == _alike(_put_right(result, file))
    assert _alike(_put_right(result, exported)) == _alike(shown)


@pytest.mark.parametrize("which", [0, 1])
def test_the_page_and_the_program_make_the_same_of_a_file(
    apply: Apply, results: tuple[Result, ...], which: int
) -> None:
    result = results[which]
    assert result.report

    @settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
    @given(files_about(said_in(result.report)))
    def agree(file: Row) -> None:
        assume(not _SPACES.search(json.dumps(file, ensure_ascii=False)))
        shown, exported = apply(result, file)
        assert _alike(shown) == _alike(_put_right(result, file))
        assert _alike(_put_right(result, exported)) == _alike(shown)

    agree()
