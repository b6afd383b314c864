"""Prints how well random documents are read: ``python -m tests.generated --seed 0 --count 300``."""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from tests.generated.scoring import Score, make, score
from tests.generated.shapes import names

_WIDEST = 700  # characters printed of a fault


def main() -> None:
    """Read the documents asked for, print the figures by shape, and each fault."""
    options = _options()
    shapes = names(options.shape)
    scores = defaultdict[str, list[Score]](list)
    for seed in range(options.seed, options.seed + options.count):
        shape = shapes[seed % len(shapes)]
        if options.out:
            made = make(shape, seed)
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"{shape}-{seed}.{made.suffix}").write_bytes(made.data)
        scores[shape].append(score(shape, seed))
    for shape, found in scores.items():
        sys.stdout.write(f"{shape:16} {_rows(found):.3f}  {len(found)} documents\n")
    every = [one for found in scores.values() for one in found]
    for one in every:
        if one.f1 < 1:
            said = "warned" if one.warned else "SILENT"
            sys.stdout.write(f"{one.shape} {one.seed} {said}: {one.right} of {one.owed}, {one.found} found\n")
            if options.faults:
                sys.stdout.write(f"   {one.fault[:_WIDEST]}\n")
    sys.stdout.write(f"rows {_rows(every):.4f} over {len(every)} documents\n")


def _rows(scores: list[Score]) -> float:
    """F1 over all rows."""
    right, owed, found = (
        sum(values) for values in zip(*((one.right, one.owed, one.found) for one in scores), strict=True)
    )
    return 2 * right / (owed + found) if owed + found else 1.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.generated", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default: %(default)s)")
    parser.add_argument("--count", type=int, default=34, help="how many documents (default: %(default)s)")
    parser.add_argument("--shape", action="append", help="only this shape; may be given several times")
    parser.add_argument("--out", type=Path, help="a folder to write the documents to")
    parser.add_argument("--faults", action="store_true", help="print the first fault of each document")
    return parser.parse_args()


if __name__ == "__main__":
    main()
