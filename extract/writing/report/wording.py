"""The words of a report that are data: the sentences of the rules that were used, and what flags there are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.records import Because, Recommendation, Report
from extract.vocabulary.confidence import Doubts, load_doubts
from extract.vocabulary.flags import Flags, load_flags
from extract.vocabulary.rules import Rules, code_of, load_rules


@dataclass(frozen=True, slots=True)
class Wording:
    """The vocabularies that hold sentences."""

    rules: Rules
    doubts: Doubts
    flags: Flags

    def told(self, codes: Iterable[str]) -> Mapping[str, str]:
        """The sentences of these codes of rules and of reasons to doubt, in the order of the alphabet."""
        known = self.rules.sentences
        return {code: known[code] if code in known else self.doubts.why(code) for code in sorted(codes)}

    def levels(self) -> Mapping[str, tuple[str, int]]:
        """How serious each flag and each warning is: its level, and its weight."""
        return {flag.code: (flag.level, flag.weight) for flag in self.flags.flag}


@cache
def load_wording() -> Wording:
    """The vocabularies of ``models/`` that hold sentences.

    Raises:
        VocabularyError: a file is missing or faulty.
    """
    return Wording(load_rules(), load_doubts(), load_flags())


def find_codes(report: Report) -> set[str]:
    """The codes of the rules that made the findings of a report, and of the reasons to doubt its rows."""
    used = {code_of(reason.rule) for row in report.recommendations for reason in _reasons(row)}
    return used | {code for row in report.recommendations for code in row.confidence_reasons}


def _reasons(row: Recommendation) -> Iterator[Because]:
    yield from row.outcome.because
    for findings in (row.positions, row.owners, row.commitments, row.dates, row.organisations):
        for finding in findings:
            yield from finding.because
    for made in row.commitments:
        for part in (made.actor, made.deadline):
            yield from part.because if part else ()
