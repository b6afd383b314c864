"""The registries of codes and titles: complete, checked, and refused with every fault named."""

import re
from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import source
from extract.vocabulary.flags import load_flags
from extract.vocabulary.headings import load_headings

CODE = re.compile(r'(?:Notice\(\s*|code="|yield \(?|sentence\(\s*)"([a-z]+_[a-z_]+)"')


def test_every_code_that_is_raised_has_its_sentence(checkout: Path) -> None:
    known = {flag.code for flag in load_flags().flag}
    files = [
        path for folder in ("interpret", "layouts", "reading") for path in (checkout / "extract" / folder).rglob("*.py")
    ]
    raised = {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert len(raised) > 10
    assert raised <= known


def test_every_sentence_that_is_known_is_raised(checkout: Path) -> None:
    files = [
        path for folder in ("interpret", "layouts", "reading") for path in (checkout / "extract" / folder).rglob("*.py")
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert [flag.code for flag in load_flags().flag if f'"{flag.code}"' not in code] == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("headings.toml", "heading = [", "Invalid"),
        ("headings.toml", "heading = []", "missing required field"),
        ("flags.toml", '[[flag]]\ncode = "a"\nabout = "row"\nlevel = "loud"\nweight = 1\nsentence = ""', "loud"),
    ],
)
def test_a_faulty_file_is_refused_by_name(
    name: str, text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(text)
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    load = load_headings if name == "headings.toml" else load_flags
    with pytest.raises(VocabularyError, match=fault) as raised:
        load()
    assert raised.value.where == f"models/{name}"


def test_a_missing_file_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match=r"models/flags\.toml"):
        load_flags()
