"""The rules that make findings: their codes, and a sentence that says each in plain English."""

from functools import cached_property

import msgspec

from extract.vocabulary.source import find_twice, read_toml, refuse

_FILE = "rules.toml"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The code of a rule, as it stands in the JSON before any colon, and its sentence."""

    code: str
    sentence: str


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/rules.toml``."""

    rule: tuple[Rule, ...]

    @cached_property
    def sentences(self) -> dict[str, str]:
        """The sentence of each code."""
        return {rule.code: rule.sentence for rule in self.rule}

    def sentence(self, rule: str) -> str:
        """The sentence of a rule as it stands in the JSON; its code where no sentence is known."""
        return self.sentences.get(code_of(rule), rule)


def code_of(rule: str) -> str:
    """The code without the entry of a vocabulary after it: ``clause_planned`` of ``clause_planned:{will} DO``."""
    return rule.partition(":")[0]


def load_rules() -> Rules:
    """The rules of ``models/rules.toml``.

    Raises:
        VocabularyError: the file is missing or faulty, or a code stands twice.
    """
    rules = read_toml(_FILE, Rules)
    refuse(_FILE, find_twice(rule.code for rule in rules.rule))
    return rules
