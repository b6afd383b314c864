"""Column titles: every phrase and example of the vocabulary, broken titles, and titles that say nothing."""

import pytest

from extract.layouts.headings import HeadingMatcher
from extract.vocabulary.headings import ColumnRole, HeadingWords, load_headings

MATCHER = HeadingMatcher(load_headings())
EXAMPLES = [(example, entry.role) for entry in MATCHER.headings.heading for example in entry.examples]


@pytest.mark.parametrize("entry", MATCHER.headings.heading, ids=lambda entry: entry.role)
def test_every_phrase_has_its_role_in_capitals_too(entry: HeadingWords) -> None:
    titles = [form for phrase in entry.phrases for form in (phrase, phrase.upper())]
    assert [title for title in titles if MATCHER.role(title) is not entry.role] == []


@pytest.mark.parametrize(("title", "role"), EXAMPLES)
def test_every_example_has_its_role(title: str, role: ColumnRole) -> None:
    assert MATCHER.role(title) is role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Recommen-\ndation", ColumnRole.RECOMMENDATION),
        ("Organi sation", ColumnRole.OWNER),
        ("Cabinet\nMember[ii]", ColumnRole.OWNER),
        ("Respons", ColumnRole.RESPONSE),
        ("Timscale", ColumnRole.TIMESCALE),
        ("Accept, Amend or Reject the recommendati on", ColumnRole.DECISION),
        ("Agree / Partially agree / Disagree", ColumnRole.DECISION),
    ],
)
def test_a_title_that_a_narrow_column_broke_or_a_typist_missed_is_known(title: str, role: ColumnRole) -> None:
    assert MATCHER.role(title) is role


@pytest.mark.parametrize("title", ["", "   ", "2024", "Ward", "Telephone", "Signature", "Attendance"])
def test_a_title_that_says_nothing_of_a_response_has_no_role(title: str) -> None:
    assert MATCHER.role(title) is None


@pytest.mark.parametrize("title", ["Accept", "AMEND", "Reject", "Agreed", "Not agreed"])
def test_a_title_that_is_an_answer_is_ticked(title: str) -> None:
    assert MATCHER.is_tick(title)


def test_a_title_of_another_kind_is_not_ticked() -> None:
    assert not MATCHER.is_tick("Comments")
