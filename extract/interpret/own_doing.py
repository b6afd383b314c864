"""What the body that speaks does itself, where a clause in the passive voice names nobody."""

import re
from collections.abc import Sequence

from extract.findings import Clause, Speech
from extract.records import CommitmentStatus, OrganisationMention

_DONE = (
    r"(?:done|sent|held|made|put|built|paid|set|brought|bought|kept|told|taught|cut|run|begun|shown|given|taken|drawn|written"
    r"|(?!refused|rejected|awarded|granted|approved|elected|affected|needed|expected|asked|invited|required)\w{2,}ed)"
)
_PASSIVE = re.compile(
    r"\b(?:(?:will|shall|to|has|have|is|are|can|cannot|could|would)\s(?:not\s|\w+ly\s|now\s|also\s|then\s)*(?:be|been|being)|was|were)"
    rf"\s(?:\w+ly\s|also\s)?{_DONE}\b",
    re.IGNORECASE,
)
"""A verb group in the passive, but for what others decide: ``the bid was approved``."""

_SENT = re.compile(
    r"\b(?:been|be|being|was|were)\s(?:\w+ly\s)?(?:submitted|sent|put|made|referred|passed|returned)\s(?:\w+\s){0,3}?to\s(?:the\s)?$"
)
_LABEL = re.compile(r"\s*[A-Z][^\n:.]{1,80}?(?::|\s[–—-])\s")
_OWN = frozenset({
    CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.COMPLETED, CommitmentStatus.DECLINED,
})  # fmt: skip


def doing_of_speaker(
    clause: Clause, text: str, speeches: Sequence[Speech], mentions: Sequence[OrganisationMention]
) -> tuple[str, str] | None:
    """The rule by which a clause without a doer tells what the speaker does, and its words; or ``None``.

    It stands in the part of the answer that is one body's (``Police: Guidance was issued in May``), or in words of one
    passed on as they are, or tells what was sent to another (``A bid has been submitted to the Commissioner``).

    Args:
        clause: a clause whose doer is not named.
        text: the field that it stands in.
        speeches: who speaks where in the field.
        mentions: the bodies named there.
    """
    passive = _PASSIVE.search(text, clause.span.start, clause.span.end) if clause.status in _OWN else None
    if passive is None:
        return None
    if any(_holds(s, clause) and (s.quoted or _LABEL.match(text, s.span.start)) for s in speeches):
        return "actor_own_part", passive[0]
    named = (m for m in mentions if clause.span.start <= m.start and m.end <= clause.span.end and m.id)
    sent = any(_SENT.search(text, clause.span.start, mention.start) for mention in named)
    return ("actor_sender", passive[0]) if sent else None


def _holds(speech: Speech, clause: Clause) -> bool:
    return speech.speaker is not None and speech.span.start <= clause.span.start < speech.span.end
