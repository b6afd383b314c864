"""The wording of asking and answering: what it tells, and that a faulty file is refused."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import prose, source


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("Agreed. Officers will re-write the policy.", True),
        ("2.1 The Government agrees with the recommendation.", True),
        ("NHS Somewhere cannot accept this.", True),
        ("Solo travel costs more.", False),
        ("That the Council supports a market.", False),
        ("The Council should accept cash.", False),
        ("The cards should be accepted everywhere.", False),
        ("Agreement was reached in May.", False),
        ("It was agreed that the next meeting be in June.", False),
        ("", False),
    ],
)
def test_replies_are_told_by_their_opening(text: str, *, replies: bool) -> None:
    assert prose.load_prose_words().opens_reply(text) is replies


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Appendix A: costs", True),
        ("Contact: Jo Bell", True),
        ("Contacts were made in May.", False),
        ("Agreed.", False),
    ],
)
def test_what_stands_after_the_answers_is_known(text: str, *, ends: bool) -> None:
    assert prose.load_prose_words().ends_answers(text) is ends


@pytest.mark.parametrize("change", [("[asks]", "[asked]"), ("(?:fully|", "((?:fully|"), ('"Noted', '"Not')])
def test_a_faulty_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]) -> None:
    text = (source.models_folder() / "prose.toml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "prose.toml").write_text(text.replace(*change), encoding="utf-8")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    prose.load_prose_words.cache_clear()
    with pytest.raises(VocabularyError):
        prose.load_prose_words()
    monkeypatch.undo()
    prose.load_prose_words.cache_clear()
