"""The words of the charts for values: those of the report, so that a paper and the report say the same."""

from typing import Final

from extract.records import CommitmentStatus, OutcomeDetail, OutcomeValue

OUTCOMES: Final = {
    OutcomeValue.ACCEPT: "Accepted",
    OutcomeValue.AMEND: "Accepted with changes",
    OutcomeValue.REJECT: "Rejected",
    OutcomeValue.NONE: "No decision",
}

DETAILS: Final = {
    OutcomeDetail.IN_PRINCIPLE: "in principle",
    OutcomeDetail.CONDITIONAL: "with a condition",
    OutcomeDetail.ALREADY_IN_PLACE: "already in place",
    OutcomeDetail.IN_PART: "in part",
    OutcomeDetail.WITH_CHANGES: "with changes",
    OutcomeDetail.NOTED: "only noted",
    OutcomeDetail.DEFERRED: "put off",
    OutcomeDetail.NOT_STATED: "not stated",
}

STATUSES: Final = {
    CommitmentStatus.PLANNED: "Planned",
    CommitmentStatus.IN_PROGRESS: "Under way",
    CommitmentStatus.COMPLETED: "Done",
    CommitmentStatus.ONGOING: "Goes on",
    CommitmentStatus.EXISTING_PRACTICE: "Already practice",
    CommitmentStatus.CONSIDERING: "To be considered",
    CommitmentStatus.DECLINED: "Declined",
    CommitmentStatus.REQUESTED: "Asked of others",
}

NOBODY: Final = "Nobody is named"


def answer(value: OutcomeValue, detail: OutcomeDetail | None) -> str:
    """What was answered: ``Accepted, in principle``."""
    if detail is None or detail is OutcomeDetail.WITH_CHANGES:
        return OUTCOMES[value]
    return f"{OUTCOMES[value]}, {DETAILS[detail]}"


def many(count: int, noun: str) -> str:
    """A count and what is counted: ``1 promise``, ``2,000 promises``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
