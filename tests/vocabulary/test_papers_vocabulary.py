"""The patterns that tell what a paper says of itself, and the reasons for doubt: faulty files are refused."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import confidence, papers, source
from extract.vocabulary.flags import load_flags


def _copy(folder: Path, name: str, old: str, new: str) -> None:
    text = (source.models_folder() / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('examples = ["Health Select Committee"]', 'examples = ["Health Choice"]', "“Health Choice” is not matched"),
        ('but_not = ["Committees"]', 'but_not = ["Committee"]', "“Committee” is matched"),
        ("Select\\s+Committee(?!s)", "Select(\\s+Committee", "Select("),
    ],
)
def test_a_pattern_that_its_examples_refute_is_refused(
    old: str, new: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _copy(tmp_path, "papers.toml", old, new)
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match=r"papers\.toml") as raised:
        papers.load_paper_words.__wrapped__()
    assert fault in raised.value.what


def test_a_reason_that_stands_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _copy(tmp_path, "confidence.toml", 'code = "runs_over_pages"', 'code = "recognised"')
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match="recognised stands twice"):
        confidence.load_doubts()


def test_every_reason_is_a_flag_of_rows_or_one_that_is_raised_by_its_own_name(checkout: Path) -> None:
    flags = {flag.code for flag in load_flags().flag if flag.about == "recommendation"}
    code = (checkout / "extract" / "interpret" / "confidence.py").read_text(encoding="utf-8")
    assert {reason.code for reason in confidence.load_doubts().reason if f'"{reason.code}"' not in code} <= flags
