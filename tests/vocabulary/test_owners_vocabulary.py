"""The words of owner cells: their examples hold, and faults of the file are told."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.facts.organisations import OrganisationContext
from extract.facts.owners import find_owners, find_owners_in_prose, find_signatures
from extract.interpret.signing import wording
from extract.vocabulary import load_vocabulary
from extract.vocabulary.organisations import load_registry
from extract.vocabulary.owners import OwnerExample, ProseExample, SignatureExample, load_owner_words
from extract.vocabulary.source import models_folder


@pytest.mark.parametrize("example", load_owner_words().examples, ids=lambda example: example.cell)
def test_every_example_is_read_as_it_says(example: OwnerExample) -> None:
    context = OrganisationContext(load_registry())
    assert tuple(owner.name for owner in find_owners(example.cell, context, load_owner_words())) == example.owners


@pytest.mark.parametrize("example", load_owner_words().prose.examples, ids=lambda example: example.text)
def test_every_sentence_tells_the_owners_that_it_says(example: ProseExample) -> None:
    found = find_owners_in_prose(example.text, OrganisationContext(load_registry()), load_owner_words())
    assert tuple(owner.name for owner in found) == example.owners


@pytest.mark.parametrize("example", load_owner_words().signature.examples, ids=lambda example: example.text)
def test_every_action_tells_the_owners_that_it_says(example: SignatureExample) -> None:
    read_with = wording(OrganisationContext(load_registry()), load_vocabulary())
    found = find_signatures(example.text, read_with)
    assert tuple(owner.name for each in found for owner in each.owners) == example.owners


def test_a_word_in_capitals_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (models_folder() / "owners.toml").read_text(encoding="utf-8")
    (tmp_path / "owners.toml").write_text(text.replace('"head of"', '"Head of"', 1), encoding="utf-8")
    monkeypatch.setattr("extract.vocabulary.source.models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match="'Head of' is not in lower case"):
        load_owner_words.__wrapped__()
