"""The words that tell Welsh from English do so in every example."""

import pytest

from extract.vocabulary.languages import load_languages


@pytest.mark.parametrize(("text", "lean"), load_languages().examples)
def test_examples(text: str, lean: int) -> None:
    found = load_languages().lean(text)
    assert (found > 0) - (found < 0) == lean
