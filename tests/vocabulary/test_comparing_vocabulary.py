"""How readings are compared, as data: faulty files are refused, and every kind of difference can be told."""

from pathlib import Path

import pytest

from extract.changes import Change, Kind
from extract.comparing import in_words, tally_of
from extract.comparing.telling import Said, Spot, tell
from extract.errors import VocabularyError
from extract.records import CommitmentStatus
from extract.vocabulary import comparing, source

WORDS = comparing.load_comparing_words()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('but_not = ["Not complete"', 'but_not = ["Complete"', "“Complete” is matched"),
        ('examples = ["Date of report"', 'examples = ["Author"', "“Author” is not matched"),
        ('code = "gone"\n', 'code = "new"\n', "gone has no sentence; new stands twice"),
        ("is not mentioned now: “{before}”", "is not mentioned now: “{was}”", "gone has an unknown field"),
        ('name = "Date moved"', 'name = "Date named"', "Date named stands twice"),
        ('code = "gone"\n', 'code = "lost"\n', "Invalid enum value 'lost'"),
    ],
)
def test_a_faulty_file_is_refused(
    old: str, new: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (source.models_folder() / "comparing.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "comparing.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match=r"comparing\.toml") as raised:
        comparing.load_comparing_words.__wrapped__()
    assert fault in raised.value.what


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_sentence_and_a_place(kind: Kind) -> None:
    told = tell(kind, Spot(number="3"), Said("then", "now", -12, "planned", "more"), WORDS)
    assert told.explanation.endswith(".")
    assert "{" not in told.explanation
    assert 1 <= WORDS.seriousness[kind] <= len(Kind)


def test_a_sentence_quotes_what_is_long_in_part_and_the_fields_have_it_whole() -> None:
    long = "That buses run " * 40
    told = tell(Kind.GONE, Spot(number="3"), Said(before=long), WORDS)
    assert told.before == long
    assert len(told.explanation) < 320
    assert "run …" in told.explanation


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(kind=Kind.PROGRESSED, before="planned", after="completed", explanation=""), "promise completed since"),
        (Change(kind=Kind.PROGRESSED, before="planned", after="in progress", explanation=""), "promise further on"),
        (Change(kind=Kind.DEADLINE_MOVED, days=91, explanation=""), "date moved back"),
        (Change(kind=Kind.DEADLINE_MOVED, days=-91, explanation=""), "date brought forward"),
        (Change(kind=Kind.ANSWER_GONE, explanation=""), "recommendation no longer answered"),
    ],
)
def test_what_a_difference_counts_as(change: Change, said: str) -> None:
    tally = tally_of(change, WORDS)
    assert tally is not None
    assert in_words({tally: 1}, WORDS) == ((tally.one, tally.many, 1),)
    assert tally.one == said


def test_what_is_a_step_on_the_way_has_a_place_and_what_is_none_has_not() -> None:
    none = set(CommitmentStatus) - set(WORDS.ranks)
    assert none == {CommitmentStatus.DECLINED, CommitmentStatus.REQUESTED}


@pytest.mark.parametrize(
    ("cell", "status"),
    [("Complete", "completed"), ("In progress", "in_progress"), ("Not started", "planned"), ("See above", None)],
)
def test_a_cell_says_how_far_it_is(cell: str, status: str | None) -> None:
    assert WORDS.progress_of(cell) == status
