"""Writes ``models/calibration.toml`` anew from documents with known answers: ``python -m tests.quality.calibration``.

Read are the committed documents, those held out, those that stand beside the project where they are there, and random
ones. The program itself never sees an answer: it reads the counts.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from extract.errors import ExtractError
from extract.flow import load_knowledge
from extract.interpret import Given, interpret
from extract.layouts import explain
from extract.reading.formats import read_bytes
from extract.records import Recommendation, Report
from extract.vocabulary.calibration import FILE, KINDS
from extract.vocabulary.rules import code_of
from extract.vocabulary.source import models_folder
from tests.generated.grids import Expected
from tests.generated.made import Made
from tests.generated.scoring import Found, is_right, make
from tests.generated.shapes import names
from tests.quality.benchmark import committed_cases, held_out_cases, published_cases, read_case
from tests.quality.judging import Judgement, code_of_row, judge_cases
from tests.quality.reliability import Counts, count

_FIRST = 20_000  # the seed of the first random document; no other use is made of it and those after it
_MANY = 290
_HEAD = """\
# How many findings of each code were right in documents with known answers: what a confidence is stated by, as
# (right + 2 x share) / (all + 2), where share is that of all findings of the kind; none is stated of fewer than three.
# A text that was read in several layouts counts as one. The codes are those of rules.toml; of rows, those of
# confidence.toml. Written by python -m tests.quality.calibration; not to be edited by hand.
"""


def main() -> int:
    """Write the counts; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.calibration", description="Counts what is right.")
    parser.add_argument("--random", type=int, default=_MANY, help="how many random documents (default: %(default)s)")
    counts = count([*judge_documents(), *judge_random(parser.parse_args().random)])
    write_counts(counts, models_folder() / FILE)
    sys.stdout.write(f"{sum(len(counts[kind]) for kind in KINDS)} codes counted\n")
    return 0


def judge_documents() -> list[Judgement]:
    """The judgements of all documents whose answers were written down by people."""
    cases = [*committed_cases(), *held_out_cases(), *published_cases()]
    return judge_cases(cases, {case.path.name: read_case(case) for case in cases})


def judge_random(many: int) -> Iterator[Judgement]:
    """The judgements of random documents: of rows and of outcomes, for no more of their answers is known."""
    shapes = names(None)
    for seed in range(_FIRST, _FIRST + many):
        shape = shapes[seed % len(shapes)]
        made, name = make(shape, seed), f"{shape}-{seed}"
        if report := _read(made, f"{name}.{made.suffix}"):
            yield from (each for row in report.recommendations for each in _of_row(name, row, made.expected))


def _read(made: Made, name: str) -> Report | None:
    knowledge = load_knowledge()
    try:
        document = read_bytes(made.data, name)
    except ExtractError:
        return None
    explanation = explain(document, knowledge.vocabulary.headings)
    return interpret(document, explanation, Given(None, None), knowledge).report


def _of_row(text: str, row: Recommendation, expected: tuple[Expected, ...]) -> Iterator[Judgement]:
    found = Found(row.number, row.text, row.response)
    due = next((one for one in expected if is_right(one, found)), None)
    yield Judgement(text, "row", code_of_row(row), due is not None)
    if due and due.outcome:
        right = row.outcome.value == due.outcome
        yield Judgement(text, "outcome", code_of(row.outcome.because[0].rule), right)


def write_counts(counts: Counts, file: Path) -> None:
    """Write the counts as the program reads them."""
    tables = [
        f'[[{kind}]]\ncode = "{code}"\nright = {counted.right:.2f}\nall = {counted.all:.2f}\n'
        for kind in KINDS
        for code, counted in counts[kind].items()
    ]
    file.write_text("\n".join([_HEAD, *tables]), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
