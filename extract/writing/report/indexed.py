"""The form of the index of a report: what of each document its overview, lists and search are made of."""

from collections.abc import Sequence

import msgspec

from extract.records import Basis, CommitmentStatus, Field, OutcomeDetail, OutcomeValue, OwnerCapacity, OwnerKind
from extract.results import Status


class IndexedCommitment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A commitment: where its words stand, and what was made of them; ``money`` that its condition is one of money."""

    field: Field
    start: int
    end: int
    status: CommitmentStatus
    name: str | None = None
    actor: str | None = None
    actor_id: str | None = None
    deadline: tuple[str, str | None, str | None] | None = None
    condition: str | None = None
    money: bool = False
    targets: tuple[str, ...] = ()


class IndexedOwner(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An owner."""

    name: str
    id: str | None = None
    kind: OwnerKind
    capacity: OwnerCapacity | None = None
    uncertain: bool = False


class IndexedPosition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer of a body that differs, with its words."""

    organisation: str
    value: OutcomeValue
    detail: OutcomeDetail | None = None
    quote: str
    field: Field


class IndexedRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recommendation; ``label`` is the end of its id, and ``missed`` that a person has added it.

    ``dated`` tells that a deadline stands in its answer, ``money`` that the decision itself depends on money.
    """

    label: str
    number: str | None
    text: str
    outcome: OutcomeValue
    basis: Basis
    detail: OutcomeDetail | None = None
    theme: str | None = None
    response: str = ""
    timescale: str | None = None
    progress: str | None = None
    owners: tuple[IndexedOwner, ...] = ()
    positions: tuple[IndexedPosition, ...] = ()
    commitments: tuple[IndexedCommitment, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    page: int | None = None
    dated: bool = False
    money: bool = False
    missed: bool = False
    digest: str


class IndexedWarning(msgspec.Struct, frozen=True, array_like=True):
    """A warning of a document."""

    code: str
    message: str
    page: int | None


class IndexedDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An input, read or failed; ``wishes`` are what people have put right in it, and ``wished`` their digest."""

    id: str
    name: str
    sha256: str | None
    status: Status
    error: str | None = None
    title: str | None = None
    authority: str | None = None
    authority_id: str | None = None
    date: tuple[str, str] | None = None
    review: str | None = None
    committee: str | None = None
    reader: str | None = None
    pages: int | None = None
    draft: bool = False
    warnings: tuple[IndexedWarning, ...] = ()
    rows: tuple[IndexedRow, ...] = ()
    wishes: Sequence[msgspec.Struct] = ()
    wished: str | None = None
