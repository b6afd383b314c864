"""Every form of ``models/commitments.toml`` finds its examples and leaves its counter-examples alone."""

import pytest

from extract.errors import VocabularyError
from extract.facts.commitments import find_commitments
from extract.language import load_language
from extract.records import CommitmentStatus
from extract.vocabulary.commitments import FILE, Form, load_commitment_words
from extract.vocabulary.source import models_folder

WORDS = load_commitment_words()
EXAMPLES = [(form, example) for form in WORDS.forms for example in form.examples]
COUNTER_EXAMPLES = [(form, example) for form in WORDS.forms for example in form.counter_examples if form.status]
PROMISED = [(form, example) for form in WORDS.forms for example in form.counter_examples if not form.status]


@pytest.mark.parametrize(("form", "example"), EXAMPLES)
def test_an_example_has_the_status_of_its_form(form: Form, example: str) -> None:
    found = find_commitments(example, WORDS, load_language())
    assert [clause.status for clause in found[:1]] == ([form.status] if form.status else [])


@pytest.mark.parametrize(("form", "example"), COUNTER_EXAMPLES)
def test_a_counter_example_is_no_commitment(form: Form, example: str) -> None:
    found = find_commitments(example, WORDS, load_language())
    assert {clause.status for clause in found} <= {CommitmentStatus.EXISTING_PRACTICE}, form.form


@pytest.mark.parametrize(("form", "example"), PROMISED)
def test_a_counter_example_of_what_is_background_is_a_commitment(form: Form, example: str) -> None:
    assert find_commitments(example, WORDS, load_language()), form.form


def test_every_form_has_an_example() -> None:
    assert [form.form for form in WORDS.forms if not form.examples] == []


def test_every_status_has_a_form() -> None:
    assert {form.status for form in WORDS.forms if form.status} == set(CommitmentStatus)


def test_every_set_that_a_form_does_not_know_is_named(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("models")
    good = (models_folder() / FILE).read_text(encoding="utf-8")
    bad = good + '\n[[forms]]\nstatus = "planned"\nform = "{nothing} DO:nowhere"\nexamples = ["It will."]\n'
    (folder / FILE).write_text(bad, encoding="utf-8")
    monkeypatch.setattr("extract.vocabulary.source.models_folder", lambda: folder)
    with pytest.raises(VocabularyError, match=r"no set of words: \{nothing\}; no class of verbs: nowhere"):
        load_commitment_words()
