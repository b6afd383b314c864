"""The words of letters that take recommendations up by their place, and that a faulty file is refused."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.findings import Span
from extract.layouts.prose.mentions import find_mention
from extract.vocabulary import letters, source


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On your first recommendation, we agree.", (1,)),
        ("Your second was that hens be kept.", (2,)),
        ("Turning to the third of your recommendations, we agree.", (3,)),
        ("As for recommendation four, we agree.", (4,)),
        ("Recommendations 5 and 6 we take together.", (5, 6)),
        ("Recommendations 2 to 5 belong together.", (2, 3, 4, 5)),
        ("You asked, eighthly, for a bench.", (8,)),
        ("Your next recommendation was a bench.", (4,)),
        ("The last two proposals are hard.", (4, 5)),
        ("Your 12th recommendation is accepted.", (12,)),
        ("The first meeting was held in May.", None),
        ("We came second.", None),
    ],
)
def test_recommendations_are_known_by_their_place(text: str, numbers: tuple[int, ...] | None) -> None:
    found = find_mention(text, Span(0, len(text)), letters.load_letter_words(), 3)
    assert (tuple(found.numbers) if found else None) == numbers


@pytest.mark.parametrize("change", [("[asks]", "[asked]"), ('"on", "in"', '"(on", "in"'), ('["On"', '["Below"')])
def test_a_faulty_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]) -> None:
    text = (source.models_folder() / "letters.toml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "letters.toml").write_text(text.replace(*change), encoding="utf-8")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    letters.load_letter_words.cache_clear()
    with pytest.raises(VocabularyError):
        letters.load_letter_words()
    monkeypatch.undo()
    letters.load_letter_words.cache_clear()
