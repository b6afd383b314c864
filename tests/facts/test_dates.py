"""What the grammar of dates finds, resolves and leaves alone."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts.dates import find_dates, find_revisions
from extract.facts.dates.moments import add_months
from extract.records import DateRole, DateType, Field
from extract.vocabulary.dates import load_date_words

CASES = Path(__file__).parent.parent / "cases"
WORDS = load_date_words()
ANCHOR = date(2025, 1, 14)
PIECES = st.sampled_from(
    [
        "by",
        "in",
        "the end of",
        "March",
        "May",
        "2024",
        "2024/25",
        "Q3",
        "autumn",
        "within",
        "six",
        "months",
        "every",
        "1",
        "31/12/2025",
        "to",
        "–",
        "and",
        "Act",
        "early",
        "next",
        "last",
        "year",
        "financial",
        "w/c",
        "5th",
        ".",
        "\n",
        "TBC",
        "was",
        "will be",
        "99",
        "Easter",
    ],
)


def read_cases(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def found(text: str, field: Field = Field.RESPONSE, anchor: date | None = ANCHOR) -> list[str]:
    return [
        "|".join((each.text, each.type, each.interval.start or "", each.interval.end or ""))
        for each in find_dates(text, field, anchor, WORDS)
    ]


@pytest.mark.parametrize("case", read_cases("dates.csv"), ids=lambda case: case["text"][:40])
def test_expressions_are_found_and_resolved(case: dict[str, str]) -> None:
    anchor = date.fromisoformat(case["anchor"]) if case["anchor"] else None
    assert found(case["text"], Field(case["field"]), anchor) == case["expected"].split(";")


@pytest.mark.parametrize("case", read_cases("dates_negative.csv"), ids=lambda case: case["text"][:40])
def test_what_only_looks_like_a_date_is_left_alone(case: dict[str, str]) -> None:
    assert found(case["text"]) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for the next three years", "P3Y"),
        ("in October/November 2022", "2022-10/2022-11"),
        ("within six months", "P6M"),
        ("in March 2024", "2024-03"),
        ("by 2030", "2030"),
        ("summer 2026", "2026-SU"),
        ("on a weekly basis and every fortnight", None),
        ("on 5 June 2024", "2024-06-05"),
        ("six-monthly", "P6M"),
    ],
)
def test_values_are_iso_8601_or_timex3(text: str, value: str | None) -> None:
    assert find_dates(text, Field.RESPONSE, ANCHOR, WORDS)[0].value == value


def test_without_a_document_date_the_value_still_says_what_was_meant() -> None:
    expressions = find_dates("By 5 March, within six months.", Field.RESPONSE, None, WORDS)
    assert [each.value for each in expressions] == ["XXXX-03-05", "P6M"]
    assert all(each.interval.start is None and each.interval.end is None for each in expressions)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("by 31 May 2026", DateRole.DEADLINE),
        ("no later than June 2026", DateRole.DEADLINE),
        ("until the end of March 2026", DateRole.DEADLINE),
        ("since October 2022", DateRole.START),
        ("April 2025 onwards", DateRole.START),
        ("in September 2025", DateRole.EVENT),
        ("during 2024/25", DateRole.PERIOD),
        ("over the next two years", DateRole.PERIOD),
        ("quarterly", DateRole.FREQUENCY),
        ("will report within six weeks", DateRole.DEADLINE),
    ],
)
def test_the_words_before_a_date_tell_its_role(text: str, role: DateRole) -> None:
    assert [each.role for each in find_dates(text, Field.RESPONSE, ANCHOR, WORDS)] == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("In September 2025", ["deadline"]),
        ("Target: July 2025", ["deadline"]),
        ("Start date: July 2025", ["start"]),
        ("Starts July 2025, ends March 2026", ["start", "deadline"]),
        ("Review date: July 2025", ["event"]),
        ("Completed June 2024", ["event"]),
        ("with effect from 1 July 2025", ["start"]),
        ("Cabinet 15 July", ["deadline"]),
        ("Complete (May 2025)", ["event"]),
        ("By 5pm on Friday 13 June", ["deadline"]),
        ("No earlier than April 2026", ["start"]),
    ],
)
def test_the_words_of_a_timescale_cell_tell_what_its_dates_do(text: str, roles: list[str]) -> None:
    assert [each.role for each in find_dates(text, Field.TIMESCALE, ANCHOR, WORDS)] == roles


@pytest.mark.parametrize("case", read_cases("dates_revised.csv"), ids=lambda case: case["text"][:40])
def test_a_target_that_was_changed_is_told_from_the_one_that_holds(case: dict[str, str]) -> None:
    dates = find_dates(case["text"], Field(case["field"]), ANCHOR, WORDS)
    pairs = [(each.original, each.revised) for each in find_revisions(case["text"], dates, WORDS)]
    expected = [(case["original"], case["revised"])] if case["revised"] else []
    assert [(old.text, new.text) for old, new in pairs] == expected
    assert all((old.role, new.role) == (DateRole.EVENT, DateRole.DEADLINE) for old, new in pairs)


def test_a_date_in_a_timescale_cell_is_a_deadline() -> None:
    assert find_dates("31 May 2026", Field.TIMESCALE, None, WORDS)[0].role is DateRole.DEADLINE


@pytest.mark.parametrize(
    "day",
    [
        "Easter 2008|2008-03-23",
        "Easter 2038|2038-04-25",
        "Good Friday 2026|2026-04-03",
        "Whitsun 2026|2026-05-24",
        "early May bank holiday 2026|2026-05-04",
        "early May bank holiday 2020|2020-05-08",
        "spring bank holiday 2026|2026-05-25",
        "spring bank holiday 2022|2022-06-02",
        "August bank holiday 2026|2026-08-31",
        "Remembrance Sunday 2026|2026-11-08",
    ],
)
def test_a_day_that_moves_is_where_the_calendar_or_a_proclamation_put_it(day: str) -> None:
    text, expected = day.split("|")
    assert found(f"after {text}.") == [f"{text}|date|{expected}|{expected}"]


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 120))
def test_months_are_added_within_the_month_that_is_meant(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join)), st.sampled_from(Field))
def test_spans_are_their_words_in_order_without_overlap(text: str, field: Field) -> None:
    end = 0
    for each in find_dates(text, field, ANCHOR, WORDS):
        assert text[each.start : each.end] == each.text
        assert each.text.strip()
        assert end <= each.start
        end = each.end


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join), st.dates())
def test_intervals_run_forwards_and_a_single_day_is_a_date(text: str, anchor: date) -> None:
    for each in find_dates(text, Field.RESPONSE, anchor, WORDS):
        if each.interval.start and each.interval.end:
            assert each.interval.start <= each.interval.end
            assert (each.type is DateType.DATE) == (each.interval.start == each.interval.end)


@settings(deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_every_printed_day_is_read_back(day: date) -> None:
    for printed in (f"{day:%d/%m/%Y}", f"{day.day} {day:%B %Y}", f"{day:%a} {day.day} {day:%b %Y}", day.isoformat()):
        assert found(printed) == [f"{printed}|date|{day}|{day}"]


@pytest.mark.parametrize(
    ("text", "printed"), [("Immediatel y", "Immediatel y"), ("by Septemb er 2025", "Septemb er 2025")]
)
def test_a_broken_word_of_a_timescale_cell_is_read_and_kept_as_printed(text: str, printed: str) -> None:
    expressions = find_dates(text, Field.TIMESCALE, ANCHOR, WORDS)
    assert [each.text for each in expressions] == [printed]
    assert all(text[each.start : each.end] == each.text for each in expressions)


@pytest.mark.parametrize("day", ["31 June 2025", "30 February 2026", "31/09/2025", "29 February 2025"])
def test_a_day_that_the_calendar_has_not_is_a_date_without_days(day: str) -> None:
    assert found(f"by {day}.") == [f"{day}|date||"]
