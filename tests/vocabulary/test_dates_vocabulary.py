"""The words of dates: every entry does what its example says, and a faulty file is refused with all its faults."""

from datetime import date
from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.facts.dates import find_dates, find_revisions
from extract.records import DateRole, DateType, Field
from extract.vocabulary import dates, source
from extract.vocabulary.dates import (
    CueWord,
    FeastWord,
    PartWord,
    PhraseWord,
    RevisionWord,
    TermWord,
    load_date_words,
    phrase_pattern,
)

WORDS = load_date_words()


@pytest.mark.parametrize("part", WORDS.parts, ids=lambda part: part.part)
def test_every_part_is_found_in_its_example(part: PartWord) -> None:
    (found,) = find_dates(part.example, Field.RESPONSE, None, WORDS)
    assert any(found.text.lower().startswith(name) for name in part.names)
    assert found.interval.start is not None


@pytest.mark.parametrize("feast", WORDS.feasts, ids=lambda feast: feast.names[0])
def test_every_named_day_is_found_in_its_example(feast: FeastWord) -> None:
    (found,) = find_dates(feast.example, Field.RESPONSE, date(2025, 1, 14), WORDS)
    assert found.type is (DateType.PERIOD if feast.moon else DateType.DATE)
    assert (found.interval.start is None) is feast.moon
    assert any(name in found.text.lower() for name in feast.names)


@pytest.mark.parametrize("term", WORDS.terms, ids=lambda term: term.season)
def test_every_term_has_the_months_that_the_vocabulary_gives_it(term: TermWord) -> None:
    (found,) = find_dates(term.example, Field.RESPONSE, None, WORDS)
    assert found.text == term.example
    assert found.interval.start is not None
    assert int(found.interval.start[5:7]) == term.month


@pytest.mark.parametrize("phrase", WORDS.recurrences, ids=lambda phrase: phrase.example)
def test_every_recurrence_is_found_in_its_example(phrase: PhraseWord) -> None:
    found = find_dates(phrase.example, Field.RESPONSE, None, WORDS)
    assert DateType.RECURRENCE in {each.type for each in found}


@pytest.mark.parametrize("phrase", WORDS.open, ids=lambda phrase: phrase.example)
def test_every_open_phrase_is_found_in_its_example(phrase: PhraseWord) -> None:
    found = find_dates(phrase.example, Field.TIMESCALE if phrase.cell else Field.RESPONSE, None, WORDS)
    assert [each.type for each in found] == [DateType.OPEN]


@pytest.mark.parametrize("phrase", WORDS.false_friends, ids=lambda phrase: phrase.example)
def test_no_false_friend_is_read_as_a_date(phrase: PhraseWord) -> None:
    friend = phrase_pattern(phrase).search(phrase.example)
    assert friend is not None
    for each in find_dates(phrase.example, Field.RESPONSE, None, WORDS):
        assert each.end <= friend.start() or friend.end() <= each.start


@pytest.mark.parametrize("cue", WORDS.cues, ids=lambda cue: cue.role)
def test_every_cue_gives_its_role_in_its_example(cue: CueWord) -> None:
    assert [each.role for each in find_dates(cue.example, Field.RESPONSE, None, WORDS)] == [cue.role]


@pytest.mark.parametrize("word", WORDS.revisions, ids=lambda word: word.example)
def test_every_word_of_a_revision_tells_one_in_its_example(word: RevisionWord) -> None:
    dates = find_dates(word.example, Field.TIMESCALE, None, WORDS)
    assert len(find_revisions(word.example, dates, WORDS)) == 1


def test_roles_other_than_frequency_have_a_cue() -> None:
    assert {cue.role for cue in WORDS.cues} == set(DateRole) - {DateRole.FREQUENCY}


def test_a_bare_year_needs_a_word_that_leads_it_in() -> None:
    for lead in WORDS.leads:
        assert len(find_dates(lead.example, Field.RESPONSE, None, WORDS)) == 1
    assert find_dates("room 2020", Field.RESPONSE, None, WORDS) == ()


def test_a_season_that_describes_a_noun_is_no_time() -> None:
    for nouns in WORDS.season_nouns:
        assert find_dates(nouns.example, Field.RESPONSE, None, WORDS) == ()


def test_all_faults_of_a_file_are_reported_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = (source.models_folder() / "dates.toml").read_text(encoding="utf-8")
    bad = good.replace('names = ["may"]', 'names = ["april"]').replace('example = "in due course"', 'example = "soon"')
    bad = bad.replace('example = "could open in due course"', 'example = "could open soon"')
    (tmp_path / "dates.toml").write_text(bad, encoding="utf-8")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError) as fault:
        dates.load_date_words()
    assert "april stands twice" in fault.value.what
    assert "in due course is not in its example" in fault.value.what
