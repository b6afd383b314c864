"""Gold of documents that people have checked: ``python -m tests.quality.from_corrections FILE OUTPUT_FOLDER``.

Of each document in a file of corrections whose rows are all checked, what the program wrote once they were applied is
what is right. It is good for what a person puts right in the report: the rows, their outcomes, positions, owners and
commitments; not for dates that are no deadlines, which nobody can put right there.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from extract.correcting.corrections import read_corrections
from extract.correcting.file import CorrectedDocument
from extract.errors import ExtractError
from extract.records import Commitment, Recommendation, Report
from extract.writing.json_file import decode_report
from tests.quality.gold import Gold, GoldCommitment, GoldDeadline, GoldOutcome, GoldOwner, GoldPosition, GoldRow
from tests.quality.marks import Measure

SCORED = frozenset(
    {
        Measure.ROWS,
        Measure.OUTCOME,
        Measure.DETAIL,
        Measure.OWNERS,
        Measure.POSITIONS,
        Measure.COMMITMENTS,
        Measure.STATUS,
        Measure.ACTOR,
        Measure.NAME,
        Measure.DEADLINE,
    }
)
"""The measures that a checked row is good for."""


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0, or 2 where the file of corrections cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.from_corrections", description=__doc__)
    parser.add_argument("file", type=Path, help="a file of corrections, as the report exports it")
    parser.add_argument("output", type=Path, help="the folder of a run that has applied it")
    parser.add_argument("--to", type=Path, help="where the gold goes (default: the folder “gold” in the other)")
    asked = parser.parse_args(arguments)
    try:
        documents = read_corrections(asked.file.read_bytes(), asked.file.name).file.documents
    except (ExtractError, OSError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    folder = asked.to or asked.output / "gold"
    made = dict[Path, str]()
    for document in documents:
        sys.stdout.write(f"{document.name}: {_written(document, asked.output, folder, made)}\n")
    return 0


def _written(document: CorrectedDocument, output: Path, folder: Path, made: dict[Path, str]) -> str:
    """What became of a document: the file of its gold, or why it has none; ``made`` is of which documents there is."""
    report = next(_reports(document, output), None)
    if report is None:
        return f"there is no JSON of it in {output}"
    unchecked = sum(row.checked is None for row in report.recommendations)
    if unchecked or not report.recommendations:
        return f"{unchecked} of {len(report.recommendations)} rows are not checked"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_name(report)}.json"
    if path in made:
        return f"{path} is that of {made[path]}: names that are the same up to the first dot are one document"
    made[path] = document.name
    path.write_bytes(msgspec.json.format(msgspec.json.encode(_annotated(report)), indent=1) + b"\n")
    return str(path)


def _reports(document: CorrectedDocument, output: Path) -> Iterator[Report]:
    for path in sorted(output.glob(f"*-{document.sha256[:8]}.json")):
        report = decode_report(path.read_bytes(), path.name)
        if report.document.source.sha256 == document.sha256:
            yield report


def _name(report: Report) -> str:
    return report.document.source.name.rpartition("/")[2].partition(".")[0]


def _annotated(report: Report) -> dict[str, Any]:
    """The gold with what a person who opens it wants to know."""
    checks = dict.fromkeys((row.checked.by, row.checked.at) for row in report.recommendations if row.checked)
    by = ", ".join(" ".join(filter(None, check)) for check in checks if any(check))
    gold: dict[str, Any] = msgspec.to_builtins(gold_of(report), order="deterministic")
    document = report.document
    return {
        "id": gold.pop("id"),
        "title": document.title,
        "authority": document.authority.name if document.authority else None,
        "notes": f"Checked row by row: {by}." if by else "Checked row by row.",
        **gold,
    }


def gold_of(report: Report) -> Gold:
    """The gold of a document that was read right, or put right."""
    rows = tuple(_row(row, place) for place, row in enumerate(report.recommendations, 1))
    return Gold(id=_name(report), recommendations=rows, scored=SCORED)


def _row(row: Recommendation, place: int) -> GoldRow:
    return GoldRow(
        number=row.number or str(place),
        number_printed=row.number is not None,
        text=row.text,
        response=row.response,
        timescale=row.timescale,
        progress=row.progress,
        outcome=GoldOutcome(row.outcome.value, row.outcome.detail),
        owners=tuple(GoldOwner(owner.name) for owner in row.owners),
        positions=tuple(GoldPosition(each.organisation, each.value) for each in row.positions),
        commitments=tuple(map(_commitment, row.commitments)),
    )


def _commitment(made: Commitment) -> GoldCommitment:
    return GoldCommitment(
        text=made.text,
        status=made.status,
        field=made.field,
        actor=made.actor.name if made.actor else None,
        name=made.name,
        deadline=GoldDeadline(made.deadline.start, made.deadline.end) if made.deadline else None,
    )


if __name__ == "__main__":
    sys.exit(main())
