"""Bodies known by the form of their names: every word is used, every example holds, every fault is told."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.facts.organisations.branches import find_branches
from extract.facts.organisations.local import find_local_bodies, local_body
from extract.findings import Body, Span
from extract.vocabulary.local_bodies import BodyKind, NameExample, load_local_words
from extract.vocabulary.organisations import load_registry

WORDS = load_local_words()


@pytest.mark.parametrize("kind", WORDS.kinds, ids=lambda kind: f"{kind.type}-{kind.heads[0]}")
def test_a_name_has_the_type_of_its_last_word(kind: BodyKind) -> None:
    assert kind.examples
    for name in kind.examples:
        assert local_body(name).type == kind.type


@pytest.mark.parametrize("name", [name for kind in WORDS.kinds if kind.found == "yes" for name in kind.examples])
def test_a_name_is_found_in_prose(name: str) -> None:
    assert [body.name for _, body in find_local_bodies(f"It was put to the {name}, which agreed.")] == [name]


def test_every_last_word_ends_a_name() -> None:
    for head in WORDS.heads:
        name = f"Ambridge Riverside {head}"
        assert [body.name for _, body in find_local_bodies(f"with {name}.")] == [name]


def test_an_opening_word_is_no_part_of_a_name() -> None:
    for word in WORDS.openers:
        assert [body.name for _, body in find_local_bodies(f"{word} Ambridge Forum")] == ["Ambridge Forum"], word


def test_a_plain_word_makes_no_name() -> None:
    assert [word for word in WORDS.plain if list(find_local_bodies(f"the {word} Group"))] == []


@pytest.mark.parametrize("example", WORDS.examples, ids=lambda example: example.text)
def test_examples_hold(example: NameExample) -> None:
    found = sorted([*find_local_bodies(example.text), *find_branches(example.text, load_registry())], key=_place)
    assert tuple(body.name for _, body in found) == example.names


def _place(found: tuple[Span, Body]) -> int:
    return found[0].start


def test_a_faulty_file_is_refused_with_all_its_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = '[[kind]]\ntype = "club"\nheads = ["Board", "Board"]\nexamples = []\n'
    names = ("openers", "plain", "branch_openers", "sure_openers", "branch_heads", "no_place", "own_heads")
    lists = "".join(f"[{name}]\nwords = []\nexamples = []\n" for name in names)
    (tmp_path / "local_bodies.toml").write_text(kind + lists)
    monkeypatch.setattr("extract.vocabulary.source.models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError) as refused:
        load_local_words.__wrapped__()
    for fault in ("unknown type 'club'", "'Board' stands twice"):
        assert fault in refused.value.what
