"""The wording of references: a faulty file is refused, and labels are found as printed."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.facts.references import find_references
from extract.vocabulary import references, source


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("See response to recommendations 2, 3 and 4(b).", ("2", "3", "4(b)")),
        ("As per R4", ("4",)),
        ("See Rec. 2.1", ("2.1",)),
        ("As above", ()),
    ],
)
def test_the_labels_are_found_as_printed(text: str, numbers: tuple[str, ...]) -> None:
    (found,) = find_references(text, references.load_reference_words())
    assert found.numbers == numbers
    assert found.whole


def test_an_example_that_does_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (source.models_folder() / "references.toml").read_text(encoding="utf-8")
    (tmp_path / "references.toml").write_text(
        text.replace('"See Appendix 2."', '"See response to R4."'), encoding="utf-8"
    )
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match="See response to R4"):
        references.load_reference_words.__wrapped__()
