"""The findings of a row with how sure each of them is, by the rule that made it."""

from msgspec.structs import replace

from extract.records import Reasons, Recommendation
from extract.vocabulary.calibration import PLAIN_ROW, Calibration, Kind
from extract.vocabulary.confidence import Doubts
from extract.vocabulary.rules import code_of


def with_confidences(row: Recommendation, calibration: Calibration, doubts: Doubts) -> Recommendation:
    """The row with its own confidence and those of its outcome, commitments and organisations.

    They are what was measured of findings that the same rule made; none is stated where too few were measured. The
    row's own says nothing of its outcome: it goes by the gravest of the reasons to doubt that it was read right.
    """

    def sure(kind: Kind, because: Reasons) -> float | None:
        return calibration.confidence(kind, code_of(because[0].rule)) if because else None

    return replace(
        row,
        outcome=replace(row.outcome, confidence=sure("outcome", row.outcome.because)),
        commitments=tuple(replace(each, confidence=sure("commitment", each.because)) for each in row.commitments),
        organisations=tuple(replace(each, confidence=sure("organisation", each.because)) for each in row.organisations),
        confidence=calibration.confidence("row", doubts.gravest(row.confidence_reasons) or PLAIN_ROW),
    )
