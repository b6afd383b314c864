"""The files of outcome and speaker words are checked as a whole."""

import shutil
from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import source
from extract.vocabulary.outcomes import load_outcome_words
from extract.vocabulary.phrases import compile_phrases
from extract.vocabulary.speakers import load_speaker_words


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("outcomes.toml", "speakers.toml", "abbreviations.toml"):
        shutil.copy(source.models_folder() / name, tmp_path)
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    return tmp_path


def test_all_faults_are_told_at_once(models: Path) -> None:
    path = models / "outcomes.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('"in part",', '"in (part",', 1).replace('detail = "noted"', 'detail = "in_part"', 1)
    path.write_text(text.replace('base = ["reject",', 'base = ["accept",', 1), encoding="utf-8")
    with pytest.raises(VocabularyError) as fault:
        load_outcome_words()
    assert "“in (part” is no regular expression" in fault.value.what
    assert "none cannot be in_part" in fault.value.what
    assert "“accept” stands for accept and for reject" in fault.value.what


def test_every_phrase_is_an_expression_by_itself() -> None:
    words = load_outcome_words()
    groups = (*words.modifiers, *words.cells, *words.implied)
    phrases = [phrase for group in groups for phrase in group.phrases]
    traps = words.traps
    phrases += [
        *words.refusals.predicates,
        *words.refusals.unpromised,
        *traps.before,
        *traps.proposals,
        *traps.scrutiny,
        *traps.others,
        *traps.guidance,
    ]
    assert all(compile_phrases([phrase]) for phrase in phrases)


def test_a_label_of_two_kinds_is_refused(models: Path) -> None:
    path = models / "speakers.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('labels = ["icb"', 'labels = ["police", "icb"', 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match="“police” stands for two kinds"):
        load_speaker_words()


@pytest.mark.parametrize(
    ("phrase", "text", "wanted"),
    [
        ("in part", "agreed in\npart", "in\npart"),
        ("in part", "in partnership", None),
        ("can't", "we can’t say", "can’t"),
        ("would not be", "it wouldn’t be", "wouldn’t be"),
        ("(is|are) not needed", "they aren't needed", "aren't needed"),
        ("not needed", "it isn’t needed", "isn’t needed"),
        ("cannot agree", "we can’t agree", "can’t agree"),
        ("will not agree", "we won't agree", "won't agree"),
        ("will not agree", "we will agree", None),
        ("not … instead", "not do it; we will instead", "not do it; we will instead"),
        ("not … instead", "not this. We will instead", None),
    ],
)
def test_phrases_match_whole_words_within_a_sentence(phrase: str, text: str, wanted: str | None) -> None:
    found = compile_phrases([phrase]).search(text)
    assert (found[0] if found else None) == wanted
