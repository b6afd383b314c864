"""The registry: no name means two bodies, every name finds its own, and every fault of a file is told."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import organisations
from extract.vocabulary.organisations import (
    AmbiguousRow,
    AreaRow,
    FormerRow,
    GenericRow,
    OrganisationRow,
    PlaceRow,
    Registry,
    key_of,
    load_registry,
    words_of,
)
from extract.vocabulary.source import read_csv

FILES = {
    "organisations.csv": OrganisationRow,
    "ambiguous.csv": AmbiguousRow,
    "generic.csv": GenericRow,
    "place_names.csv": PlaceRow,
    "former_codes.csv": FormerRow,
    "areas.csv": AreaRow,
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry of the project."""
    return load_registry()


@pytest.mark.parametrize(("name", "row"), list(FILES.items()))
def test_every_row_has_its_source_and_licence(name: str, row: type[OrganisationRow]) -> None:
    assert not [one for one in read_csv(name, row) if not (one.source and one.licence)]


def test_no_name_means_two_bodies(registry: Registry) -> None:
    owners = dict[str, str]()
    for row in read_csv("organisations.csv", OrganisationRow):
        for name in (row.name, *filter(None, row.aliases.split(";"))):
            assert owners.setdefault(key_of(name), row.id) == row.id, name
    assert not set(owners) & set(registry.ambiguous)
    assert not set(owners) & set(registry.generic)


def test_every_name_finds_its_own_row(registry: Registry) -> None:
    for row in read_csv("organisations.csv", OrganisationRow):
        for name in (row.name, *filter(None, row.aliases.split(";"))):
            assert registry.aliases[key_of(name)] == row.id


def test_no_sure_name_is_an_ordinary_word(registry: Registry) -> None:
    assert not [key for key in registry.aliases if key.islower()]


def test_every_council_has_one_police_force(registry: Registry) -> None:
    for council, ids in registry.served.items():
        assert len([body for body in ids if registry.organisations[body].type == "police"]) <= 1, council


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Environment Agency", "Environment Agency"),
        ("the Met", "the Met"),
        ("NHS Kent & Medway", "NHS Kent and Medway"),
        ("Stoke-on-Trent City Council", "Stoke on Trent City Council"),
        ("Solace Women’s Aid", "Solace Women Aid"),
        ("St. Giles Trust", "St Giles Trust"),
        ("NHSE/I", "NHSE / I"),
    ],
)
def test_names_are_compared_without_their_typography(name: str, key: str) -> None:
    assert key_of(name) == key


def test_words_stand_where_they_say() -> None:
    text = "Devon & Cornwall Police's officers; the Councils' view. St. Giles"
    for word in words_of(text):
        assert text[word.start : word.end] in {word.key, "&"}


def test_a_faulty_file_is_refused_with_all_its_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "id,name,type,short_name,aliases,area_gss,successor_id,source,licence\n"
    rows = "a:1,North Trust,nonsense,,NT;Shared,,,here,MIT\na:2,South Trust,other,,Shared,,a:9,here,\n"
    (tmp_path / "organisations.csv").write_text(head + rows)
    monkeypatch.setattr("extract.vocabulary.source.models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError) as refused:
        organisations.load_registry.__wrapped__()
    for fault in ("nonsense", "no such successor 'a:9'", "a:2: no source or licence", "'Shared' names"):
        assert fault in refused.value.what


def test_a_charity_is_called_by_its_short_name_where_the_registered_one_is_formal() -> None:
    names = {body.id: body.name for body in load_registry().organisations.values()}
    assert names["charity:263710"] == "Shelter"
    assert names["charity:801355"] == "St Giles Trust"
