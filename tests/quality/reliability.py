"""How reliable stated confidences are: what was stated beside what was right, each document left out of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.vocabulary.calibration import KINDS, Calibration, Count, Kind, shares_of
from tests.quality.judging import Judgement

Counts = dict[Kind, dict[str, Count]]

_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The findings whose confidence lies in one stretch, by their weight.

    Attributes:
        low: where it begins; it ends where the next begins.
        high: where it ends.
        count: how many findings.
        stated: the mean of their confidences.
        right: the share of them that is right.
    """

    low: float
    high: float
    count: float
    stated: float
    right: float


def count(judgements: Iterable[Judgement]) -> Counts:
    """The counts of each kind and code."""
    counts: Counts = {kind: {} for kind in KINDS}
    for each in sorted(judgements, key=lambda judgement: judgement.code):
        before = counts[each.kind].get(each.code, Count(0, 0))
        counts[each.kind][each.code] = Count(before.right + each.right * each.weight, before.all + each.weight)
    return counts


def counts_of(calibration: Calibration) -> Counts:
    """The counts that the program goes by."""
    return {kind: {each.code: Count(each.right, each.all) for each in calibration.of(kind)} for kind in KINDS}


def stated(judgements: Sequence[Judgement], counts: Counts) -> dict[Kind, list[tuple[Judgement, float]]]:
    """By kind each judgement with its confidence as it would be stated had its own text not been counted.

    What is so rare that no confidence would be stated is left out.
    """
    by_text = defaultdict[str, list[Judgement]](list)
    for each in judgements:
        by_text[each.text].append(each)
    found: dict[Kind, list[tuple[Judgement, float]]] = {kind: [] for kind in KINDS}
    for own in by_text.values():
        shares = {kind: shares_of(_without(counts[kind], own_counts)) for kind, own_counts in count(own).items()}
        for each in own:
            if (confidence := shares[each.kind].get(each.code)) is not None:
                found[each.kind].append((each, confidence))
    return found


def _without(counts: Mapping[str, Count], own: Mapping[str, Count]) -> dict[str, Count]:
    """The counts without those of one text; never more right than there are, for the program may have changed since."""
    left = dict[str, Count]()
    for code, total in counts.items():
        less = own.get(code, Count(0, 0))
        every = max(total.all - less.all, 0.0)
        left[code] = Count(min(max(total.right - less.right, 0.0), every), every)
    return left


def bins(told: Sequence[tuple[Judgement, float]]) -> list[Bin]:
    """The findings by how sure they are said to be; stretches without any are left out."""
    found = list[Bin]()
    for low, high in pairwise(_EDGES):
        inside = [(each, sure) for each, sure in told if low < sure <= high or sure == low == 0]
        weight = sum(each.weight for each, _ in inside)
        if weight:
            mean = sum(sure * each.weight for each, sure in inside) / weight
            right = sum(each.right * each.weight for each, _ in inside) / weight
            found.append(Bin(low, high, weight, mean, right))
    return found


def calibration_error(told: Sequence[tuple[Judgement, float]]) -> float:
    """The expected calibration error: how far what is stated lies from what is right, over all stretches."""
    found = bins(told)
    total = sum(each.count for each in found)
    return sum(each.count * abs(each.stated - each.right) for each in found) / total if total else 0.0


def reliability_table(judgements: Sequence[Judgement], counts: Counts) -> list[str]:
    """The lines of the reliability table: each kind with its error, and its stretches."""
    lines = [f"{'kind':14}{'confidence':>14}{'stated':>9}{'right':>9}{'findings':>10}"]
    for kind, told in stated(judgements, counts).items():
        for each in bins(told):
            between = f"{each.low:.2f}–{each.high:.2f}"
            lines.append(f"{kind:14}{between:>14}{each.stated:>9.3f}{each.right:>9.3f}{each.count:>10.1f}")
        error = f"expected calibration error {calibration_error(told):.3f}" if told else "not calibrated"
        every = sum(each.weight for each in judgements if each.kind == kind)
        untold = every - sum(each.weight for each, _ in told)
        lines.append(f"{kind:14}  {error}; {untold:.1f} of {every:.1f} judged findings too rare to be stated")
    return lines
