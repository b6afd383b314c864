"""Prints how long one document takes from a cold start, beside the peer: ``python benchmarks/cold.py``."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

CHECKOUT = Path(__file__).parent.parent
SAMPLE = CHECKOUT / "samples" / "violence-reduction-partnership.ruled.pdf"
ROUNDS = 7


def main() -> None:
    """Run the two in turn, so that what else the machine does falls on both, and print medians and their ratio.

    Each run reads anew: what was kept of the one before would be given again.
    """
    with TemporaryDirectory() as folder:
        ours = ("pipeline.py", str(SAMPLE), "--quiet", "--force", "--output", folder)
        peer = ("benchmarks/peer.py", str(SAMPLE), folder)
        times = [(_seconds(*ours), _seconds(*peer)) for _ in range(ROUNDS)]
    mine, theirs = (median(taken) for taken in zip(*times, strict=True))
    sys.stdout.write(f"one document of 6 pages from a cold start, median of {ROUNDS}:\n")
    sys.stdout.write(f"  pipeline.py {mine:.2f} s   peer.py {theirs:.2f} s   ratio {mine / theirs:.2f}\n")


def _seconds(script: str, *arguments: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, CHECKOUT / script, *arguments], check=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
