"""What the program knows, read from ``models/`` into typed, checked data."""

from dataclasses import dataclass

from extract.vocabulary.calibration import Calibration, load_calibration
from extract.vocabulary.commitments import CommitmentWords, load_commitment_words
from extract.vocabulary.confidence import Doubts, load_doubts
from extract.vocabulary.dates import DateWords, load_date_words
from extract.vocabulary.flags import Flags, load_flags
from extract.vocabulary.headings import Headings, load_headings
from extract.vocabulary.organisations import Registry, load_registry
from extract.vocabulary.outcomes import OutcomeWords, load_outcome_words
from extract.vocabulary.owners import OwnerWords, load_owner_words
from extract.vocabulary.papers import PaperWords, load_paper_words
from extract.vocabulary.references import ReferenceWords, load_reference_words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of ``models/``."""

    headings: Headings
    outcomes: OutcomeWords
    dates: DateWords
    commitments: CommitmentWords
    owners: OwnerWords
    papers: PaperWords
    references: ReferenceWords
    registry: Registry
    flags: Flags
    doubts: Doubts
    calibration: Calibration


def load_vocabulary() -> Vocabulary:
    """The vocabulary of ``models/``, checked.

    Raises:
        VocabularyError: a file is missing or faulty; all its faults are listed.
    """
    return Vocabulary(
        headings=load_headings(),
        outcomes=load_outcome_words(),
        dates=load_date_words(),
        commitments=load_commitment_words(),
        owners=load_owner_words(),
        papers=load_paper_words(),
        references=load_reference_words(),
        registry=load_registry(),
        flags=load_flags(),
        doubts=load_doubts(),
        calibration=load_calibration(),
    )
