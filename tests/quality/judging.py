"""Findings judged one by one against what is known of their documents: what a confidence is measured by."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from extract.records import Commitment, OrganisationMention, Recommendation, Report
from extract.vocabulary.calibration import PLAIN_ROW, Kind
from extract.vocabulary.confidence import load_doubts
from extract.vocabulary.rules import code_of
from tests.quality.benchmark import COMMITTED, Case
from tests.quality.gold import GoldRow
from tests.quality.marks import Measure, Verdict
from tests.quality.matching import same_name
from tests.quality.rows import mark_words
from tests.quality.scoring import pair_rows
from tests.quality.spans import pair_commitments

_PRACTICE = "existing_practice"
DOUBTS = load_doubts()


class Judgement(NamedTuple):
    """Whether one finding is right.

    Attributes:
        text: the text that its document renders; its renderings are one document.
        kind: what sort of finding it is.
        code: the code that its confidence goes by.
        right: whether it is.
        weight: one for all renderings of the text together.
    """

    text: str
    kind: Kind
    code: str
    right: bool
    weight: float = 1.0


def judge_cases(cases: Sequence[Case], reports: Mapping[str, Report | None]) -> list[Judgement]:
    """The judgements of all cases, each finding weighing the less the more layouts its text was read in."""
    renderings = Counter(case.gold.id for case in cases if reports[case.path.name])
    return [
        judgement._replace(weight=1 / renderings[case.gold.id])
        for case in cases
        if (report := reports[case.path.name])
        for judgement in _judge(case, report)
    ]


def _judge(case: Case, report: Report) -> Iterator[Judgement]:
    gold, found = case.gold, report.recommendations
    pairs = pair_rows(gold.recommendations, found)
    for i, j in pairs.items():
        due, row = gold.recommendations[i], found[j]
        for kind, code, right in _of_row(due, row, gold.measures(due)):
            yield Judgement(gold.id, kind, code, right)
    if any(Measure.ROWS in gold.measures(due) for due in gold.recommendations):
        invented = (row for j, row in enumerate(found) if j not in pairs.values())
        yield from (Judgement(gold.id, "row", code_of_row(row), right=False) for row in invented)
    for row in found:
        for code, right in _names(row.organisations, known_names().get(gold.id, {})):
            yield Judgement(gold.id, "organisation", code, right)


def _of_row(due: GoldRow, row: Recommendation, measures: frozenset[Measure]) -> Iterator[tuple[Kind, str, bool]]:
    if Measure.ROWS in measures:
        yield "row", code_of_row(row), mark_words(due, row).verdict is Verdict.RIGHT
    if Measure.OUTCOME in measures:
        found = (str(row.outcome.value), row.outcome.detail and str(row.outcome.detail))
        yield "outcome", code_of(row.outcome.because[0].rule), found == (due.outcome.value, due.outcome.detail)
    if Measure.COMMITMENTS in measures:
        yield from (("commitment", code, right) for code, right in _promises(due, row.commitments))


def _promises(due: GoldRow, found: Sequence[Commitment]) -> Iterator[tuple[str, bool]]:
    """Whether each commitment is one, with its status; those that annotators could disagree on are not judged.

    A standing practice is always one of these, and its own annotation tells: one that is annotated so is right.
    """
    pairs, near_optional = pair_commitments(due, found)
    gold = {j: due.commitments[i] for i, j in pairs.items()}
    for j, commitment in enumerate(found):
        code, known = code_of(commitment.because[0].rule), gold.get(j)
        if known and (not known.optional or commitment.status == _PRACTICE):
            yield code, commitment.status == known.status
        elif known is None and j not in near_optional:
            yield code, False


def _names(found: Iterable[OrganisationMention], known: Mapping[str, str | None]) -> Iterator[tuple[str, bool]]:
    """Whether each name that was looked at stands for the body that it was read as."""
    for mention in found:
        printed = " ".join(mention.text.split())
        if printed in known:
            meant = known[printed]
            yield code_of(mention.because[0].rule), meant is not None and same_name(meant, mention.name)


def code_of_row(row: Recommendation) -> str:
    """The code that a row's confidence goes by."""
    return DOUBTS.gravest(row.confidence_reasons) or PLAIN_ROW


def known_names(file: Path = COMMITTED / "names.json") -> Mapping[str, Mapping[str, str | None]]:
    """By text, which body each printed name stands for; ``None`` for words that are no body's name."""
    return msgspec.json.decode(file.read_bytes(), type=dict[str, dict[str, str | None]])
