"""What speaks against a row having been read right."""

from collections.abc import Collection, Sequence

from extract.layouts.entries import Entry
from extract.records import Recommendation
from extract.vocabulary.confidence import Doubts
from extract.vocabulary.headings import ColumnRole

_ANSWERS = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS}


def find_doubts(
    rows: Sequence[Recommendation], entries: Sequence[Entry], announced: Collection[int], doubts: Doubts
) -> tuple[tuple[str, ...], ...]:
    """For each row the codes of ``models/confidence.toml`` that hold of it.

    They are flags of the row that tell of doubtful bounds, numbers or recognition; a number that falls back; an answer
    that no title names; no answer where most others have one; a page break within it; a recommendation announced on
    one of its pages that is in no row; words that were recognised in a picture. None speaks of the outcome.

    Args:
        rows: the document's recommendations.
        entries: what they were made of.
        announced: pages on which a recommendation is announced that is in no row.
        doubts: the reasons.
    """
    answered = 2 * sum(bool(row.response) for row in rows) > len(rows)
    found = list[tuple[str, ...]]()
    for at, (row, entry) in enumerate(zip(rows, entries, strict=True)):
        codes = [flag.code for flag in row.flags if flag.code in doubts]
        codes += _own_reasons(row, entry, announced)
        if answered and not row.response:
            codes.append("answer_missing_beside")
        if at and _falls_back(entries[at - 1], entry):
            codes.append("number_out_of_order")
        codes += ["recognised"] if _is_recognised(entry) else []
        found.append(tuple(dict.fromkeys(codes)))
    return tuple(found)


def _own_reasons(row: Recommendation, entry: Entry, announced: Collection[int]) -> list[str]:
    answers = [cell for cell in entry.cells if cell.role in _ANSWERS and cell.passage.text]
    holds = {
        "announced_beside": any(evidence.page in announced for evidence in row.evidence),
        "answer_untitled": bool(answers) and not any(cell.heading.strip() for cell in answers),
        "runs_over_pages": len(row.evidence) > 1,
    }
    return [code for code, held in holds.items() if held]


def _falls_back(before: Entry, entry: Entry) -> bool:
    """Whether a whole number is smaller than the one before it under the same theme."""
    numbers = [(one.parent or one.number or "").split(".")[0] for one in (before, entry)]
    if before.theme != entry.theme or not all(number.isdecimal() for number in numbers):
        return False
    return int(numbers[1]) < int(numbers[0])


def _is_recognised(entry: Entry) -> bool:
    """Whether some of the entry's words were recognised in a picture, and were not printed."""
    lines = (piece.line for cell in entry.cells for piece in cell.passage.pieces)
    return any(line.confidence is not None for line in lines)
