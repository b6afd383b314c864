"""The language model is the one that was measured, and its words keep their places."""

from hashlib import sha256
from importlib.resources import files

import pytest

from extract.language import MODEL, load_language

WEIGHTS = {
    "tok2vec": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
}


@pytest.mark.parametrize("part", WEIGHTS)
def test_the_weights_are_those_of_the_official_model(part: str) -> None:
    model = files(MODEL) / f"{MODEL}-3.8.0" / part / "model"
    assert sha256(model.read_bytes()).hexdigest() == WEIGHTS[part]


def test_words_know_their_characters_and_their_heads() -> None:
    text = "The Council will re-let  the contract."
    (words,) = load_language().parse([text])
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    verb = next(at for at, word in enumerate(words) if word.text == "re-let")
    assert words[verb].dep == "ROOT"
    assert {words[word.head].text for word in words if word.text in {"Council", "will", "contract"}} == {"re-let"}


def test_no_sentences_no_words() -> None:
    assert load_language().parse([]) == []
    assert load_language().parse([""]) == [()]


def test_the_model_is_loaded_once() -> None:
    assert load_language() is load_language()
