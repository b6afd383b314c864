"""Corrections in the report by all who make them, in Chromium: none is lost, and what is exported can be applied."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pipeline
from extract.correcting.corrections import read_corrections
from extract.records import Recommendation, Report
from extract.running.corrections import NAME as LYING
from extract.writing.json_file import decode_report
from tests.correcting.asked import DATA, NAME, SHA256, Row, a_file, add, change, strike
from tests.correcting.conftest import result, rows
from tests.writing.report.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["result", "rows"]

pytestmark = pytest.mark.slow

Run = Callable[[], Report]
PROMISE = "We will write to all parishes"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def run(tmp_path: Path, out: Path) -> Run:
    """Reads the response, or does not read it again, and gives what is written of it."""
    (tmp_path / "in").mkdir()
    document = tmp_path / "in" / NAME
    document.write_bytes(DATA)

    def run() -> Report:
        given = [str(document), "-o", str(out), "--format", "csv,json,report", "--jobs", "0", "--quiet"]
        assert pipeline.main(given) == 0
        (path,) = out.glob("response-*.json")
        return decode_report(path.read_bytes())

    return run


@pytest.fixture
def place(run: Run) -> str:
    """The beginning of the addresses of its rows."""
    return f"#{run().document.id}/"


def exported(page: "Page", path: Path | None = None) -> Row:
    """What a file of corrections holds, which the program takes as it is."""
    page.keyboard.press("Escape")
    page.click("#corrections")
    with page.expect_download() as download:
        page.click("dialog >> text=/^Export/")
    leave(page)
    data = Path(download.value.path()).read_bytes()
    read_corrections(data, download.value.suggested_filename)
    if path:
        path.write_bytes(data)
    file: Row = json.loads(data)
    return file


def leave(page: "Page") -> None:
    """Close the dialog that is open."""
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def wishes(file: Row) -> list[Row]:
    return [row for document in file["documents"] for row in document["rows"]]


def take_in(page: "Page", path: Path, file: Row | str) -> str:
    """What the page says to a file."""
    path.write_text(file if isinstance(file, str) else json.dumps(file), encoding="utf-8")
    page.click("#corrections")
    page.set_input_files("dialog input[type=file]", path)
    page.wait_for_selector("#import-said:not(:empty)")
    said = page.inner_text("#import-said")
    leave(page)
    return said


def sign(page: "Page", name: str) -> None:
    page.click("#corrections")
    page.fill("dialog input[autocomplete=name]", name)
    page.keyboard.press("Tab")
    leave(page)


def save(page: "Page") -> None:
    page.click(".editor button[type=submit]")


def answer(page: "Page", outcome: str, detail: str | None = None) -> None:
    page.click("#edit-outcome")
    page.select_option(".editor select >> nth=0", outcome)
    if detail is not None:
        page.select_option(".editor select >> nth=1", detail)
    save(page)


@pytest.mark.parametrize("number", ["1", "3"])
@pytest.mark.parametrize("outcome", ["accept", "amend", "reject", "none"])
def test_only_details_that_go_with_an_outcome_can_be_chosen(
    outcome: str, number: str, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + number)
    page.click("#edit-outcome")
    page.select_option(".editor select >> nth=0", outcome)
    details = page.locator(".editor select >> nth=1").locator("option")
    for detail in [details.nth(at).get_attribute("value") or "" for at in range(details.count())]:
        page.select_option(".editor select >> nth=1", detail)
        save(page)
        if page.inner_text("#banner"):
            exported(page)
        page.click("#edit-outcome")
        assert page.locator(".editor select >> nth=0").input_value() == outcome
        assert page.locator(".editor select >> nth=1").input_value() == detail


def test_values_that_cannot_be_are_refused_where_they_are_given(out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#edit-text")
    page.fill(".editor textarea", "  ")
    save(page)
    assert "A recommendation has words" in page.inner_text(".editor .fault")
    page.keyboard.press("Escape")
    page.click("#edit-c1")
    page.fill(".editor input[type=date] >> nth=0", "2027-03-31")
    page.fill(".editor input[type=date] >> nth=1", "2026-03-31")
    save(page)
    assert "The last day is before the first" in page.inner_text(".editor .fault")
    page.fill(".editor input[type=date] >> nth=1", "2027-03-31")
    page.fill(".editor textarea", "ten plans")
    save(page)
    assert "“ten plans” does not stand in the response" in page.inner_text(".editor .fault")
    page.fill(".editor textarea", "a plan")
    save(page)
    (row,) = wishes(exported(page))
    assert row["commitments"][0]["set"] == {
        "deadline": {"start": "2027-03-31", "end": "2027-03-31"},
        "targets": ["a plan"],
    }


def test_who_opens_a_corrected_report_elsewhere_sees_it_can_take_it_back_and_loses_nothing(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    first = opened(out / "report.html", place + "1")
    sign(first, "Ada")
    answer(first, "amend", "in_part")
    first.click("#strike-c2")
    first.click("#check")
    exported(first, out / LYING)
    report = run()
    assert (report.recommendations[0].outcome.value, len(report.recommendations[0].commitments)) == ("amend", 1)

    second = opened(out / "report.html", place + "1")  # of another person, whose browser knows nothing
    assert second.inner_text("#check") == "✓ Checked"
    assert "Corrected by Ada. Read as: Accepted" in second.inner_text(".part:has(#outcome)")
    assert second.inner_text("#banner") == ""
    assert "struck out" in second.inner_text("#promise-c2")
    second.goto(f"{(out / 'report.html').as_uri()}#list?checked=corrected")
    assert second.inner_text("#count") == "1 of 3 recommendations"
    sign(second, "Bea")
    second.goto((out / "report.html").as_uri() + place + "1")
    second.click("#strike-c2")
    second.goto((out / "report.html").as_uri() + place + "2")
    second.click("#check")
    assert "2 corrections not exported" in second.inner_text("#banner")
    file = exported(second, out / LYING)
    assert [(row["number"], row["by"]) for row in wishes(file)] == [("1", "Ada"), ("2", "Bea")]

    report = run()
    assert [row.checked is not None for row in report.recommendations] == [True, True, False]
    assert len(report.recommendations[0].commitments) == 2
    first.reload()
    assert "struck out" in first.inner_text("#promise-c2")  # she has not taken that back herself


def test_each_value_is_on_the_word_of_who_gave_it(run: Run, out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "1")
    sign(page, "Ada")
    answer(page, "reject")
    sign(page, "Bea")
    page.click("#strike-c1")
    file = exported(page, out / LYING)
    assert [(row["by"], row["set"], len(row["commitments"])) for row in wishes(file)] == [
        ("Ada", {"outcome": "reject"}, 0),
        ("Bea", {}, 1),
    ]
    row = run().recommendations[0]
    assert [(made.what, made.by) for made in row.corrections] == [("outcome", "Ada"), ("commitment_struck", "Bea")]


def test_what_was_taken_back_is_not_brought_back_by_a_report_that_still_has_it(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "1")
    answer(page, "reject")
    page.click("#check")
    exported(page, out / LYING)
    page.click("#check")
    run()
    page.reload()
    assert page.inner_text("#check") == "Mark as checked"
    assert "Rejected" in page.inner_text(".decision")
    assert "1 correction not exported" in page.inner_text("#banner")
    assert "As it was before the latest corrections" not in page.inner_text(".rec-body")
    page.click("#strike-c1")
    assert "As it was before the latest corrections" in page.inner_text(".part:has(#flags)")


def test_corrections_of_documents_that_are_not_in_the_report_go_along(
    run: Run, out: Path, place: str, opened: Opened, tmp_path: Path
) -> None:
    other = a_file({"text": "That it be so", "checked": True}, sha256="1" * 64, name="Ärger & <b>„x“</b> #1?.txt")
    (out / LYING).write_text(json.dumps(other))
    run()
    page = opened(out / "report.html", place + "1")
    page.click("#check")
    third = a_file({"text": "That it be so", "checked": True}, sha256="2" * 64, name="b.pdf")
    assert "its corrections go along when you export" in take_in(page, tmp_path / "third.json", third)
    file = exported(page, out / LYING)
    assert [(document["sha256"], document["name"]) for document in file["documents"]] == [
        (SHA256, NAME),
        ("1" * 64, "Ärger & <b>„x“</b> #1?.txt"),
        ("2" * 64, "b.pdf"),
    ]
    assert file["documents"][1]["rows"][0]["by"] == "Ada"
    run()
    assert [document["name"] for document in exported(page)["documents"]][1:] == [
        other["documents"][0]["name"],
        "b.pdf",
    ]


def test_the_same_corrections_are_exported_as_the_same_bytes(out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#check")
    one = exported(page)
    page.wait_for_timeout(1100)
    page.reload()
    assert exported(page) == one


def test_two_tabs_do_not_undo_each_other(out: Path, place: str, opened: Opened) -> None:
    one = opened(out / "report.html", place + "1")
    two = one.context.new_page()
    two.goto((out / "report.html").as_uri() + place + "2")
    one.click("#check")
    two.click("#check")
    two.goto((out / "report.html").as_uri() + place + "1")
    two.wait_for_selector("#check:has-text('✓')")
    answer(two, "reject")
    one.wait_for_selector(".decision:has-text('Rejected')")
    one.keyboard.press("u")  # the check of its own, and nothing else
    assert one.inner_text("#check") == "Mark as checked"
    assert "Rejected" in one.inner_text(".decision")
    assert [(row["number"], row.get("checked"), row["set"]) for row in wishes(exported(one))] == [
        ("2", True, {}),
        ("1", None, {"outcome": "reject"}),
    ]


def test_of_promises_with_the_same_words_the_one_that_is_struck_is_meant(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "3")
    page.click("#strike-c2")
    assert page.locator(".is-struck").count() == 1
    assert "struck out" in page.inner_text("#promise-c2")
    exported(page, out / LYING)
    (made,) = run().recommendations[2].commitments
    assert made.id.endswith("/c1")
    page.click("#strike-c2")
    assert page.locator(".is-struck").count() == 0


def test_of_rows_that_are_the_same_the_one_that_is_corrected_is_meant(
    run: Run, out: Path, opened: Opened, tmp_path: Path
) -> None:
    line = DATA[DATA.index(b"Recommendation 2:") : DATA.index(b"Recommendation 3:")]
    (tmp_path / "in" / NAME).write_bytes(DATA + line + line)
    report = run()
    label = report.recommendations[4].id.partition("/")[2]
    page = opened(out / "report.html", f"#{report.document.id}/{label}")
    page.click("#check")
    assert page.inner_text("#check") == "✓ Checked"
    exported(page, out / LYING)
    for _ in range(2):
        assert [row.checked is not None for row in run().recommendations] == [False, False, False, False, True]
        again = opened(out / "report.html", f"#{report.document.id}/{label}")
        assert again.inner_text("#check") == "✓ Checked"
        exported(again, out / LYING)


def test_words_that_stand_twice_are_marked_where_they_were_selected(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "3")
    select = """() => {
      const found = [...document.querySelectorAll("[data-field=response] .seg")].at(-1).firstChild;
      const at = found.data.indexOf("all parishes");
      getSelection().setBaseAndExtent(found, at, found, at + 12);
    }"""
    page.evaluate(select)
    page.click(".marker")
    assert wishes(exported(page, out / LYING))[0]["commitments"] == [
        {"do": "add", "quote": "all parishes", "field": "response", "nth": 2, "set": {"status": "planned"}}
    ]
    row = run().recommendations[2]
    assert [made.start for made in row.commitments] == [0, 31, row.response.rindex("all parishes")]
    page.click("#strike-c3")
    assert page.inner_text("#banner").startswith("1 correction")


def test_a_promise_that_was_changed_struck_and_taken_back_is_as_it_was_changed(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#edit-c2")
    page.select_option(".editor select", "completed")
    save(page)
    page.click("#strike-c2")
    exported(page, out / LYING)
    assert len(run().recommendations[0].commitments) == 1
    page.reload()
    page.click("#strike-c2")
    assert "Done" in page.inner_text("#promise-c2")
    exported(page, out / LYING)
    assert run().recommendations[0].commitments[1].status == "completed"


def test_every_value_of_a_row_is_corrected_in_the_page_and_applied(
    run: Run, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#edit-labels")
    for at, value in enumerate(("1(a)", "Streets", "By May 2027")):
        page.fill(f".editor input >> nth={at}", value)
    page.fill(".editor textarea", "Begun")
    save(page)
    page.click("#edit-owners")
    page.check(".owner-line input[type=checkbox]")
    page.click(".editor >> text=Add another")
    page.fill(".owner-line:last-child .name", "Walking Forum")
    page.select_option(".owner-line:last-child select >> nth=0", "group")
    page.select_option(".owner-line:last-child select >> nth=1", "lead")
    page.click(".owner-line:last-child .up")
    save(page)
    page.click("#edit-positions")
    page.fill(".editor input >> nth=0", "Kent Police")
    page.fill(".editor textarea", "We have begun")
    save(page)
    page.click("#edit-response")
    page.fill(".editor textarea", "We have begun a survey. Nothing more.")
    save(page)
    for words in ("Recommendation 1(a)", "Streets", "By May 2027", "Begun", "Kent Police", "Nothing more"):
        assert words in page.inner_text("#main")
    assert page.locator(".promise").count() == 1
    exported(page, out / LYING)
    row = run().recommendations[0]
    assert (row.number, row.theme, row.timescale, row.progress) == ("1(a)", "Streets", "By May 2027", "Begun")
    assert [(owner.name, owner.kind, owner.capacity, owner.uncertain) for owner in row.owners] == [
        ("Walking Forum", "group", "lead", False),
        ("Leeds City Council", "organisation", "lead", True),
    ]
    assert [(each.organisation, each.value, each.text) for each in row.positions] == [
        ("Kent Police", "reject", "We have begun")
    ]
    assert [made.text for made in row.commitments] == ["We have begun a survey"]
    again = opened(out / "report.html", place + "1")
    for part in (".rec-head", ".part:has(#owners)", ".part:has(#response)", ".part:has(#outcome) ul"):
        assert page.inner_text(part) == again.inner_text(part)
    assert "Kent Police does not share the outcome" in again.inner_text(".part:has(#flags)")
    assert page.inner_text("#banner") == ""


def test_a_row_that_is_none_is_struck_out_and_taken_back(run: Run, out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "2")
    page.click("#strike-row")
    assert "Struck out: this is no recommendation" in page.inner_text(".rec-head")
    exported(page, out / LYING)
    page.goto((out / "report.html").as_uri() + "#list")
    assert page.inner_text("#count") == "2 recommendations"
    report = run()
    assert ([row.number for row in report.recommendations], len(report.document.corrections)) == (["1", "3"], 1)
    again = opened(out / "report.html", "#list")
    assert again.inner_text("#count") == "2 recommendations"
    again.click("#corrections")
    again.click("dialog summary")
    again.click("dialog li a")
    again.click("#strike-row")
    exported(again, out / LYING)
    assert [row.number for row in run().recommendations] == ["1", "2", "3"]


def test_a_row_that_was_missed_is_added_filled_and_removed(run: Run, out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#add-row")
    page.fill(".editor input", "1a")
    page.fill(".editor textarea >> nth=0", "That the forum of tenants be held four times a year in each district")
    save(page)
    assert "This recommendation is there already" in page.inner_text(".editor .fault")
    page.fill(".editor textarea >> nth=0", "That benches be set up.")
    page.select_option(".editor select >> nth=0", "accept")
    page.fill(".editor textarea >> nth=1", "We will set up ten.")
    save(page)
    assert page.inner_text("h1") == "Recommendation 1a"
    assert "2 of 4" in page.inner_text(".rec-head")
    page.click("#add-promise")
    page.fill(".editor textarea", "We will set up ten")
    save(page)
    exported(page, out / LYING)
    row = run().recommendations[1]
    assert (row.number, row.text, row.outcome.value) == ("1a", "That benches be set up.", "accept")
    assert [made.text for made in row.commitments] == ["We will set up ten"]
    again = opened(out / "report.html", place + "1a")
    assert "Added by a person" in again.inner_text(".rec-head")
    assert "Something is promised without a day by when" in again.inner_text(".part:has(#flags)")
    again.click("#strike-row")
    again.goto((out / "report.html").as_uri() + "#list")
    assert again.inner_text("#count") == "3 recommendations"


FAULTS: list[tuple[Row | str, str]] = [
    ("{", "This is no file of corrections."),
    (a_file({"text": 3}), "documents[0].rows[0].text: 3 is not text"),
    (a_file({"text": "a", "set": {"outcome": "perhaps"}}), 'set.outcome: "perhaps" is not one of accept, amend'),
    (a_file({"text": "a", "set": None}), "rows[0].set: null is not an object in braces"),
    (
        a_file({"text": "a", "set": {"outcome": "reject", "detail": "noted"}}),
        "the detail noted does not go with reject",
    ),
    (a_file({"text": "a", "commitments": [{"do": "mend"}]}), 'commitments[0].do: "mend" is not one of change, strike'),
    (a_file({"text": "a", "commitments": [{**strike("a"), "set": {}}]}), "set: nothing is known by this name"),
    (a_file({"text": "a", "commitments": [{**add("a"), "set": {}}]}), "set.status: it is missing"),
    (
        a_file({"text": "a", "commitments": [change("a", deadline={"end": "2024-02-30"})]}),
        'deadline.end: "2024-02-30" is not a date',
    ),
    ({**a_file(), "version": 7}, "This file is of version 7; this page knows version 1."),
    (
        {**a_file(), "documents": [{"sha256": "x", "name": "a", "rows": []}]},
        'documents[0].sha256: "x" is not a SHA-256',
    ),
]


def test_a_faulty_file_is_refused_with_the_place_of_its_fault(
    out: Path, place: str, opened: Opened, tmp_path: Path
) -> None:
    page = opened(out / "report.html", place + "1")
    for file, fault in FAULTS:
        assert fault in take_in(page, tmp_path / "file.json", file)
        assert page.inner_text("#banner") == ""


def test_a_file_taken_in_twice_does_no_more_conflicts_are_told_and_one_undo_takes_all_back(
    out: Path, place: str, opened: Opened, tmp_path: Path, rows: tuple[Recommendation, ...]
) -> None:
    page = opened(out / "report.html", place + "1")
    before = page.inner_text(".rec-body")
    texts = [row.text for row in rows]
    file = a_file(
        {
            "text": texts[0],
            "number": "1",
            "set": {"outcome": "reject"},
            "commitments": [strike("We have begun a survey")],
        },
        {"text": texts[1], "number": "2", "checked": True},
    )
    path = tmp_path / "file.json"
    assert take_in(page, path, file) == "2 corrected rows taken in."
    once = exported(page)
    assert take_in(page, path, file) == "2 corrected rows taken in."
    assert exported(page) == once
    later = {**a_file({"text": texts[0], "number": "1", "set": {"outcome": "none"}}), "exported": "2026-12-01"}
    assert "1 value is another than here: the later one holds." in take_in(page, path, later)
    assert "No decision" in page.inner_text(".decision")
    assert "1 value is another than here" in take_in(page, path, file)
    assert "No decision" in page.inner_text(".decision")  # it is the later one still
    for _ in range(4):
        page.keyboard.press("u")
    assert page.inner_text(".rec-body") == before
    page.keyboard.press("l")
    assert page.locator(".item:has-text('checked')").count() == 0


def test_corrections_whose_row_is_numbered_and_spelt_otherwise_by_now_still_hold(
    out: Path, place: str, opened: Opened, tmp_path: Path, rows: tuple[Recommendation, ...]
) -> None:
    page = opened(out / "report.html", place + "1")
    nearly = f" {rows[0].text.replace('walking', 'walkinq')}\n"
    lost = {"text": "That buses run on Sundays", "set": {"outcome": "reject"}}
    said = take_in(
        page, tmp_path / "file.json", a_file({"text": nearly, "number": "9", "set": {"outcome": "reject"}}, lost)
    )
    assert said == "1 corrected row taken in. 1 row of the file fits none here any more."
    assert "Rejected" in page.inner_text(".decision")
    page.click("#corrections")
    page.click("dialog summary:has-text('no row any more')")
    assert "That buses run on Sundays" in page.inner_text("dialog")
    page.keyboard.press("Escape")
    assert len(wishes(exported(page))) == 2


def test_a_browser_whose_storage_is_full_keeps_what_was_kept_and_says_so(out: Path, place: str, opened: Opened) -> None:
    fills = "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (name, value) {"
    fills += "if (window.isFull && name.includes('corrections')) throw new DOMException('full', 'QuotaExceededError');"
    fills += "set.call(this, name, value); };"
    page = opened(out / "report.html", place + "1", script=fills)
    sign(page, "Ada")
    page.click("#check")
    page.evaluate("window.isFull = true")
    answer(page, "reject")
    assert "This browser keeps nothing more" in page.inner_text("#banner")
    assert page.inner_text("#check") == "✓ Checked"
    (row,) = wishes(exported(page))
    assert (row["by"], row["checked"], row["set"]) == ("Ada", True, {"outcome": "reject"})
    page.reload()
    assert page.inner_text("#check") == "✓ Checked"
    assert "Accepted" in page.inner_text(".decision")


@pytest.mark.parametrize(
    "lag",
    ["localStorage.clear()", "for (const [name, value] of Object.entries(earlier)) localStorage.setItem(name, value)"],
)
def test_what_was_corrected_is_there_after_a_reload_though_the_storage_of_all_tabs_lags_behind(
    lag: str, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#check")
    page.evaluate("window.earlier = { ...localStorage }")
    answer(page, "reject")
    page.evaluate(lag)
    page.reload()
    assert page.inner_text("#check") == "✓ Checked"
    assert "Rejected" in page.inner_text(".decision")


def test_of_two_tabs_the_later_correction_holds(out: Path, place: str, opened: Opened) -> None:
    page = opened(out / "report.html", place + "1")
    page.click("#check")
    other = page.context.new_page()
    other.goto((out / "report.html").as_uri() + place + "1")
    other.wait_for_function("document.querySelector('#check')?.innerText === '✓ Checked'")
    other.click("#check")
    page.wait_for_function("document.querySelector('#check').innerText === 'Mark as checked'")
    page.reload()
    assert page.inner_text("#check") == "Mark as checked"


@pytest.mark.parametrize("junk", ["5", "null", "{", '{"a":1}', "[null, 3]", '[{"text": 4}]', '[{"text":"a","set":7}]'])
def test_what_something_else_wrote_into_the_storage_is_passed_over(
    junk: str, out: Path, place: str, opened: Opened
) -> None:
    page = opened(out / "report.html", place + "1")
    for name in ("corrections", "exported", "applied"):
        page.evaluate("([name, junk]) => localStorage.setItem(name, junk)", [f"scrutiny-extract:{name}:{SHA256}", junk])
    page.reload()
    assert page.inner_text("#check") == "Mark as checked"
    page.click("#check")
    page.reload()
    assert page.inner_text("#check") == "✓ Checked"
    exported(page)
