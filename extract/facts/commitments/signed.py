"""Actions behind which stands who is to do them: ``Publish the guide (Head of Housing, June 2026)``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.facts.commitments.clauses import FINITE
from extract.facts.commitments.extents import find_condition
from extract.facts.commitments.names import find_name
from extract.findings import ActorForm, Clause, Signature, Span
from extract.language import Language, Word
from extract.records import Because, CommitmentStatus
from extract.text import without_bullet
from extract.vocabulary.commitments import CommitmentWords

_BETWEEN = re.compile(r"[\s.,;:–—-]*(?:\([^()\n]*\)[\s.,;:]*)*")
_ENDED = re.compile(r"[.!?;:]\s*$")
_GOES_ON = re.compile(r"[ \t]*(?:,|(?:and|but|then)\b)")
_DECISION = re.compile(
    r"(?i)(?:(?:we|(?:the\s)?(?:council|cabinet|executive|board|recommendation))\s(?:is\s|are\s|has\s|have\s|will\s)?)?"
    r"(?:(?:fully|partially|partly|not|in part)\s+)?"
    r"(?:agree|accept|note|reject|support|approve|endorse|decline|defer)(?:e?d|red)?"
    r"\b(?:\s+(?:\w+)){0,3}\W*"
)
_FEWEST = 2  # words of an action that no form is known for
_OPEN = frozenset({CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS})
_THINGS = frozenset({
    "bid", "contract", "guide", "lease", "letter", "order", "plan", "report", "review", "study", "survey", "talk",
    "update", "visit", "work",
})  # fmt: skip
"""Verbs that are nouns before a preposition: ``Report on parking``."""
_KEPT = frozenset({"keep", "maintain", "continue", "retain", "sustain"})


def masked(text: str, signed: Sequence[Signature]) -> str:
    """The text with its signatures blanked, each action closed as a sentence; offsets are kept."""
    for each in signed:
        span = each.span
        before, after = text[: span.start], text[span.end :]
        mark = " " if _ENDED.search(before) else ";" if _GOES_ON.match(after) else "."
        text = before + mark + " " * (span.end - span.start - 1) + after
    return text


@dataclass(frozen=True, slots=True)
class _Action:
    """What is to be done by whom: the masked text, where the action stands in it without its bullet, and its words."""

    text: str
    span: Span
    by: Signature
    parsed: Sequence[Word]

    def whole(self, vocabulary: CommitmentWords) -> Iterator[Clause]:
        """The action as a clause, where it stands on a line of its own, or is a note that is signed beyond doubt."""
        said = self.span.of(self.text)
        told = self.by.strong and said[:1].isupper() and _is_told(self.parsed)
        if self.parsed and (told or _is_item(self.text, self.span.start)):
            yield Clause(
                span=Span(self.span.start, self.span.end if self._is_apart() else self.by.span.end),
                status=self._done(_status(self.parsed)),
                actor=None,
                form=ActorForm.UNNAMED,
                antecedent=None,
                name=find_name(said, vocabulary),
                condition=find_condition(said, 0, vocabulary),
                targets=(),
                sentence=self.by.covers,
                because=(Because(rule="note_signed", words=said),),
            )

    def signed(self, clauses: Sequence[Clause]) -> Iterator[Clause]:
        """The clauses of the action, the last one to the end of the signature behind it."""
        for clause in clauses:
            last = (
                clause is clauses[-1]
                and not self._is_apart()
                and _BETWEEN.fullmatch(self.text, clause.span.end, self.by.span.start)
            )
            span = Span(clause.span.start, self.by.span.end) if last else clause.span
            yield replace(clause, status=self._done(self._ordered(clause)), span=span)

    def _is_apart(self) -> bool:
        """Whether the signature stands behind the end of the sentence: no commitment runs over that."""
        return self.text[: self.by.span.start].rstrip()[-1:] in {".", "!", "?"}

    def _ordered(self, clause: Clause) -> CommitmentStatus:
        """The status of a clause; what is an order is not done: ``Set up a bond``."""
        opens = clause.span.start == self.span.start and _orders(self.parsed)
        done = clause.status is CommitmentStatus.COMPLETED
        return CommitmentStatus.PLANNED if done and opens else clause.status

    def _done(self, status: CommitmentStatus) -> CommitmentStatus:
        return CommitmentStatus.COMPLETED if self.by.done and status in _OPEN else status


def with_signed(
    clauses: Sequence[Clause], text: str, signed: Sequence[Signature], words: CommitmentWords, language: Language
) -> tuple[Clause, ...]:
    """The clauses, each to the end of the signature behind it, and the actions that have none, in order.

    Args:
        clauses: what was found in the masked text.
        text: the masked text.
        signed: the signatures.
        words: the vocabulary of commitments.
        language: the model of English.
    """
    found = list(clauses)
    for by in signed:
        inside = [clause for clause in found if _is_in(clause, by)]
        span = _action(text, by)
        parsed = language.parse([span.of(text)])[0] if _is_action(span.of(text)) else ()
        action = _Action(text, span, by, parsed)
        found = [clause for clause in found if not _is_in(clause, by)]
        found += action.signed(inside) if inside else action.whole(words)
    return tuple(sorted(found, key=lambda clause: clause.span.start))


def _is_in(clause: Clause, by: Signature) -> bool:
    return by.covers.start <= clause.span.start < by.covers.end


def _action(text: str, by: Signature) -> Span:
    """What is to be done, without its bullet."""
    words = text[by.covers.start : by.span.start]
    bare = without_bullet(words).lstrip(" ;,")
    return Span(by.span.start - len(bare), by.span.start - (len(bare) - len(bare.rstrip(" .;"))))


def _is_action(said: str) -> bool:
    """Whether words can be an action: a few of them, and no decision."""
    return len(said.split()) >= _FEWEST and _DECISION.fullmatch(said) is None and ". " not in said


def _is_item(text: str, start: int) -> bool:
    """Whether nothing but a bullet or a label stands on the line before an action."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not re.search(r"\w{3}", line)


def _is_told(parsed: Sequence[Word]) -> bool:
    """Whether a sentence has no finite verb, as notes have none, or says what will be."""
    verbs = [word.text.lower() for word in parsed if word.tag in FINITE]
    return not verbs or verbs[0] in {"will", "shall"}


def _orders(parsed: Sequence[Word]) -> bool:
    """Whether an action is worded as an order: ``Set up a bond``; not ``Report on parking published``."""
    if len(parsed) < _FEWEST or parsed[0].tag != "VB":
        return False
    return parsed[1].tag != "IN" or (parsed[1].text.lower() != "of" and parsed[0].lemma not in _THINGS)


def _status(parsed: Sequence[Word]) -> CommitmentStatus:
    """How far an action is that is worded in no known form: to be done, unless its verb says otherwise."""
    if _orders(parsed):
        return CommitmentStatus.ONGOING if parsed[0].lemma in _KEPT else CommitmentStatus.PLANNED
    for at, word in enumerate(parsed):
        before = {other.text.lower() for other in parsed[max(0, at - 2) : at]}
        if word.tag == "VBN" and "being" in before:
            return CommitmentStatus.IN_PROGRESS
        if at and word.tag in {"VBN", "VBD"} and word.dep in {"ROOT", "acl"}:
            return CommitmentStatus.PLANNED if before & {"be", "to"} else CommitmentStatus.COMPLETED
    return CommitmentStatus.PLANNED
