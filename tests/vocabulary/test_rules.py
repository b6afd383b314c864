"""Every rule that can make a finding is in the table with its sentence, and no other."""

import re
from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.facts.dates.finding import rules_of
from extract.records import CommitmentStatus, OwnerKind
from extract.vocabulary import source
from extract.vocabulary.calibration import KINDS, PLAIN_ROW, load_calibration
from extract.vocabulary.confidence import load_doubts
from extract.vocabulary.dates import load_date_words
from extract.vocabulary.rules import load_rules

CODE = re.compile(r'"((?:outcome|position|owner|name|note|actor|deadline|date)_[a-z_]+)[":]')
OWNERS = {f"owner_{kind}" for kind in OwnerKind}
BY_A_PERSON = {"corrected"}
FORMS = {f"{wording}_{status}" for wording in ("clause", "note") for status in CommitmentStatus}


def printed(checkout: Path) -> set[str]:
    """The codes that the program's text prints, those that it puts together, and those of the grammar of dates."""
    files = [*(checkout / "extract" / "facts").rglob("*.py"), *(checkout / "extract" / "interpret").glob("*.py")]
    flags = (checkout / "models" / "flags.toml").read_text(encoding="utf-8")
    found = {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}
    dates = {rule.code for rule in rules_of(load_date_words())}
    return {code for code in found if f'"{code}"' not in flags} | dates | OWNERS | FORMS | BY_A_PERSON


def test_every_rule_has_its_sentence_and_every_sentence_its_rule(checkout: Path) -> None:
    assert set(load_rules().sentences) == printed(checkout)


def test_what_is_counted_is_a_rule_or_a_reason_of_rows() -> None:
    rules, reasons = load_rules().sentences.keys(), {reason.code for reason in load_doubts().reason}
    calibration = load_calibration()
    assert {each.code for kind in KINDS if kind != "row" for each in calibration.of(kind)} <= rules
    assert {each.code for each in calibration.row} <= reasons | {PLAIN_ROW}


def test_a_rule_is_told_by_what_stands_before_its_colon() -> None:
    rules = load_rules()
    assert rules.sentence("clause_planned:{will} DO:-foreseen") == rules.sentence("clause_planned")
    assert rules.sentence("of_another_version") == "of_another_version"


def test_a_code_that_stands_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.toml").write_text('[[rule]]\ncode = "a"\nsentence = "A."\n' * 2)
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match="a stands twice"):
        load_rules()
