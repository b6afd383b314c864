r"""Two readings compared: what is new, gone, changed, further on, and asked again.

What is written of it is in ``extract.changes``. In a notebook::

    from extract.comparing import compare

    for comparison in compare([earlier_report], [report]):
        print(comparison.because, *comparison.changes, sep="\n")
"""

from collections.abc import Iterable

from extract.changes import DocumentComparison
from extract.comparing.comparison import compare_papers
from extract.comparing.grouping import Digest, digest_of, group
from extract.comparing.reports import ReadReport
from extract.comparing.sides import Paper, paper_of
from extract.comparing.succession import compare_in_order
from extract.comparing.tallying import in_words, tally_of
from extract.comparing.wording import load_wording
from extract.records import Report


def compare(old: Iterable[Report], new: Iterable[Report]) -> tuple[DocumentComparison, ...]:
    """The reports of now compared with those of then, council by council; neither order matters.

    Raises:
        VocabularyError: ``models/comparing.toml`` is missing or faulty.
    """
    words = load_wording()
    olds, news = [paper_of(report, words) for report in old], [paper_of(report, words) for report in new]
    groups = group([digest_of(paper) for paper in olds], [digest_of(paper) for paper in news])
    return tuple(
        found
        for places in groups
        for found in compare_papers([olds[at] for at in places.old], [news[at] for at in places.new], words.comparing)
    )


def compare_each_other(reports: Iterable[Report]) -> tuple[DocumentComparison, ...]:
    """Each report compared with the last one before it that is about the same review.

    Raises:
        VocabularyError: ``models/comparing.toml`` is missing or faulty.
    """
    words = load_wording()
    papers = [paper_of(report, words) for report in reports]
    groups = group([], [digest_of(paper) for paper in papers])
    return tuple(
        found for places in groups for found in compare_in_order([papers[at] for at in places.new], words.comparing)
    )


__all__ = [
    "Digest",
    "Paper",
    "ReadReport",
    "compare",
    "compare_each_other",
    "compare_in_order",
    "compare_papers",
    "digest_of",
    "group",
    "in_words",
    "load_wording",
    "paper_of",
    "tally_of",
]
