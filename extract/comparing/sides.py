"""What of a report is compared: small, so that all of one council can be held, then and now.

A paper of twenty recommendations and forty promises takes some 80 kB here, a tenth of its JSON; see ``grouping`` for
what is held of all papers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from extract.comparing.dating import Printed, dates_of
from extract.comparing.likeness import Gist, gist_of
from extract.comparing.reports import ReadCommitment, ReadReport, ReadRow
from extract.comparing.wording import Wording
from extract.records import Basis, CommitmentStatus, DateRole, Field, OutcomeDetail, OutcomeValue, Report

_FEW = 3  # words of a cell that says how far a recommendation is, and no more


@dataclass(frozen=True, slots=True)
class Due:
    """By when: the printed words and the days that they cover, as far as they are known."""

    text: str
    start: date | None
    end: date | None

    @property
    def last(self) -> date | None:
        """The last day of it."""
        return self.end or self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment as it is compared."""

    id: str
    text: str
    gist: Gist
    status: CommitmentStatus
    name: str | None
    actor: str | None
    condition: str | None
    due: Due | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A recommendation as it is compared.

    Attributes:
        id: of the recommendation.
        number: its label.
        text: its words.
        gist: what of them is compared.
        page: the first on which it stands.
        outcome: what was answered.
        detail: in what way.
        stated: a decision is printed.
        answered: something is answered: a decision, a response or how far it is.
        owners: who is to act, by identifier or name, each with its name.
        promises: what is undertaken, each once.
        progress: how far a cell says that it is.
        said: what is answered, in all.
        told: the words of that cell; where they are few, what is answered beside them too.
        due: by when, where a cell of its own says so.
    """

    id: str
    number: str | None
    text: str
    gist: Gist
    page: int | None
    outcome: OutcomeValue
    detail: OutcomeDetail | None
    stated: bool
    answered: bool
    owners: tuple[tuple[str, str], ...]
    promises: tuple[Promise, ...]
    progress: CommitmentStatus | None
    said: str
    told: str
    due: Due | None

    @property
    def answer(self) -> str:
        """What was answered, in words."""
        if not self.answered:
            return "not answered"
        detail = f" ({self.detail.value.replace('_', ' ')})" if self.detail else ""
        return f"{self.outcome.value}{detail}"

    @property
    def label(self) -> str:
        """The number without its signs, to be compared; empty where there is none."""
        return "".join(each for each in (self.number or "").casefold() if each.isalnum() or each == ".").strip(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as it is compared.

    Attributes:
        id: of the document.
        name: of its file.
        sha256: hex digest of its bytes.
        authority: the name of who is answering.
        authority_id: the public identifier of it.
        review: the title of the review, or else of the paper.
        names_review: it is that of the review.
        gist: what of that title is compared.
        committee: who recommended.
        printed: the dates of the answer and of the report.
        rows: its recommendations.
    """

    id: str
    name: str
    sha256: str
    authority: str | None
    authority_id: str | None
    review: str | None
    names_review: bool
    gist: Gist | None
    committee: str | None
    printed: Printed
    rows: tuple[Row, ...]

    @property
    def is_dated(self) -> bool:
        """Whether it says of anything by when."""
        return any(row.due or any(promise.due for promise in row.promises) for row in self.rows)

    @property
    def is_answer(self) -> bool:
        """Whether anything is answered in it; else it is the report itself."""
        return any(row.answered for row in self.rows)


def paper_of(report: Report | ReadReport, words: Wording) -> Paper:
    """What of a report is compared."""
    read = report if isinstance(report, ReadReport) else msgspec.convert(report, ReadReport, from_attributes=True)
    about = read.document
    authority, review = about.authority, about.review or about.title
    return Paper(
        id=about.id,
        name=about.source.name,
        sha256=about.source.sha256,
        authority=authority.name if authority else None,
        authority_id=authority.id if authority else None,
        review=review,
        names_review=bool(about.review),
        gist=gist_of(review, words.comparing) if review else None,
        committee=about.committee,
        printed=dates_of(read, words),
        rows=tuple(_row(row, words) for row in read.recommendations),
    )


def _row(read: ReadRow, words: Wording) -> Row:
    outcome, progress = read.outcome, (read.progress or "").strip()
    return Row(
        id=read.id,
        number=read.number,
        text=read.text,
        gist=gist_of(read.text, words.comparing),
        page=min((each.page for each in read.evidence), default=None),
        outcome=outcome.value,
        detail=outcome.detail,
        stated=outcome.basis is Basis.STATED,
        answered=outcome.basis is not Basis.ABSENT or bool(read.response.strip() or progress),
        owners=tuple(sorted({(owner.id or owner.name.casefold(), owner.name) for owner in read.owners})),
        promises=tuple(_promises(read, words)),
        progress=words.comparing.progress_of(progress),
        said="\n".join(filter(None, dict.fromkeys((read.response.strip(), progress)))),
        told=_told(progress, read.response.strip()),
        due=_due(read),
    )


def _told(progress: str, response: str) -> str:
    """What is told of how far a recommendation is: “Complete” alone says less than what stands beside it."""
    if not progress or len(progress.split()) > _FEW or response in progress:
        return progress
    return f"{progress}: {response}"


def _promises(read: ReadRow, words: Wording) -> Iterator[Promise]:
    """The promises of a row; one that is printed twice with the same status counts once."""
    seen = set[tuple[str, CommitmentStatus]]()
    for each in read.commitments:
        promise = _promise(each, words)
        if (key := (promise.gist.plain, promise.status)) not in seen:
            seen.add(key)
            yield promise


def _promise(read: ReadCommitment, words: Wording) -> Promise:
    deadline = read.deadline
    return Promise(
        id=read.id,
        text=read.text,
        gist=gist_of(_deed(read), words.comparing),
        status=read.status,
        name=read.name,
        actor=read.actor.name if read.actor else None,
        condition=read.condition,
        due=Due(deadline.text, _day(deadline.start), _day(deadline.end)) if deadline else None,
    )


def _deed(read: ReadCommitment) -> str:
    """What is promised, without who does it and on which condition: these are compared by themselves."""
    actor = read.actor.raw if read.actor else ""
    return read.text.replace(actor, "", 1).replace(read.condition or "", "", 1)


def _due(read: ReadRow) -> Due | None:
    """By when, as a cell of its own says."""
    own = (each for each in read.dates if each.field is Field.TIMESCALE and each.role is DateRole.DEADLINE)
    found = next(own, None)
    return Due(found.text, _day(found.interval.start), _day(found.interval.end)) if found else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
