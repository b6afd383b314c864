"""What is told of two readings that are compared, as it is written: pairs, differences, and the time that answers took.

Every type is frozen and built by keyword. ``None`` means that the documents do not say.
"""

from datetime import date
from enum import StrEnum

from extract.records import Record

CHANGES_VERSION = "1.1"


class Kind(StrEnum):
    """What became of something between an earlier reading and this one; ``models/comparing.toml`` has the sentences."""

    ANSWER_GONE = "answer_gone"
    GONE = "gone"
    WITHDRAWN = "withdrawn"
    PROMISE_GONE = "promise_gone"
    LATE_RESPONSE = "late_response"
    OUTCOME_CHANGED = "outcome_changed"
    DEADLINE_MOVED = "deadline_moved"
    DEADLINE_GONE = "deadline_gone"
    WENT_BACK = "went_back"
    ASKED_AGAIN = "asked_again"
    CONDITION_CHANGED = "condition_changed"
    PROMISE_REWORDED = "promise_reworded"
    OWNER_CHANGED = "owner_changed"
    ACTOR_CHANGED = "actor_changed"
    MERGED = "merged"
    SPLIT = "split"
    REWORDED = "reworded"
    NEW = "new"
    PROMISE_NEW = "promise_new"
    TAKEN_UP = "taken_up"
    DEADLINE_NEW = "deadline_new"
    ANSWER_NEW = "answer_new"
    PROMISE_MENTIONED = "promise_mentioned"
    PROGRESSED = "progressed"
    REPORT_GONE = "report_gone"
    REPORT_NEW = "report_new"
    DEADLINE_NARROWED = "deadline_narrowed"
    QUOTED_SHORT = "quoted_short"
    RENUMBERED = "renumbered"
    DOCUMENT_GONE = "document_gone"
    DOCUMENT_NEW = "document_new"


class Timing(StrEnum):
    """Whether an answer came within the time that the law gives."""

    IN_TIME = "in_time"
    LATE = "late"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"


class Where(Record, frozen=True, kw_only=True):
    """The place in a reading that a difference is seen at.

    Attributes:
        document: the id of the document.
        recommendation: the id of the recommendation.
        commitment: the id of the commitment.
        page: the first page of the recommendation, 1-based.
    """

    document: str
    recommendation: str | None = None
    commitment: str | None = None
    page: int | None = None


class Change(Record, frozen=True, kw_only=True):
    """A difference.

    Attributes:
        kind: what became of it.
        number: the label of the recommendation: that of now, or of then where it is gone.
        recommendation: its text.
        before: what was read then: words, an outcome, a status, an owner, a date.
        after: what was read now.
        promised: the words of the promise then, of a difference that is about one.
        reported: what is said of it now.
        days: by how many days a date moved, or an answer was late; a date that came earlier has a negative number.
        explanation: the same as a plain sentence.
        because: why the two are taken to be the same thing.
        old: where it was read then.
        new: where it was read now.
    """

    kind: Kind
    number: str | None = None
    recommendation: str | None = None
    before: str | None = None
    after: str | None = None
    promised: str | None = None
    reported: str | None = None
    days: int | None = None
    explanation: str
    because: str | None = None
    old: Where | None = None
    new: Where | None = None


class Pairing(Record, frozen=True, kw_only=True):
    """Recommendations, or promises, of then and now that are taken to be the same.

    Attributes:
        old: their ids then; several where they were put together.
        new: their ids now; several where it was split.
        because: why.
        score: how alike they are, 0 to 100.
        promises: the pairs of promises in the answers to them.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    because: str
    score: int
    promises: tuple["Pairing", ...] = ()


class DocumentNamed(Record, frozen=True, kw_only=True):
    """A document of either reading."""

    id: str
    name: str
    authority: str | None
    review: str | None
    date: str | None


class ResponseTime(Record, frozen=True, kw_only=True):
    """How long an answer took, and what the law gives.

    Attributes:
        document: the id of the document that has the answer.
        timing: whether it came in time; not known where a date is not printed.
        reported: the date of the report.
        answered: the date of the answer.
        last_day: the last day of the time that the law gives, counted from the date of the report.
        explanation: the same as a plain sentence.
    """

    document: str | None = None
    timing: Timing
    reported: date | None = None
    answered: date | None = None
    last_day: date | None = None
    explanation: str


class DocumentComparison(Record, frozen=True, kw_only=True):
    """Two documents that are about the same, or one that has no partner.

    Attributes:
        old: the document of then.
        new: the document of now.
        because: why they are paired.
        score: how much speaks for it, 0 to 100.
        response_time: how long the answer took.
        recommendations: the pairs of recommendations.
        changes: the differences, the most serious first.
    """

    old: DocumentNamed | None
    new: DocumentNamed | None
    because: str
    score: int
    response_time: ResponseTime | None
    recommendations: tuple[Pairing, ...]
    changes: tuple[Change, ...]
