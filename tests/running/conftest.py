"""What tests of runs share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.running.inputs import Input
from extract.running.messages import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """How documents are read in these tests."""
    return Settings(output=str(tmp_path / "out"), edition="program-options")


@pytest.fixture
def document(tmp_path: Path) -> Callable[[str, str], Input]:
    """Makes a document of a name and its words."""

    def make(name: str, words: str) -> Input:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
        return Input(str(path))

    return make
