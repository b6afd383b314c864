"""The clauses of a response that undertake, report, consider, ask or refuse an action."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.facts.commitments.antecedents import PRONOUNS, Doer, choose, find_doers
from extract.facts.commitments.clauses import Tree, find_predicates, plant
from extract.facts.commitments.extents import find_condition, left_edge, right_edge
from extract.facts.commitments.fragments import Fragment, find_fragments
from extract.facts.commitments.names import find_name
from extract.facts.commitments.readings import Reading, find_readings, with_delays, with_sayings
from extract.facts.commitments.reported import as_said, is_reported
from extract.facts.commitments.signed import masked, with_signed
from extract.facts.commitments.subjects import find_actor
from extract.facts.commitments.targets import find_targets, yearly
from extract.findings import Clause, Signature, Span
from extract.language import Language
from extract.records import Because, CommitmentStatus
from extract.vocabulary.commitments import CommitmentWords

_REMEMBERED = 12  # doers that a pronoun may stand for
_LONGEST = 5000
"""Characters from which on a fragment is no sentence but a table or a damaged text, which the parser would choke on."""


def find_commitments(
    text: str, words: CommitmentWords, language: Language, signed: Sequence[Signature] = ()
) -> tuple[Clause, ...]:
    """The commitments in a response, a progress note or an action cell, in order and without overlaps.

    Args:
        text: the field; spans count its characters.
        words: the vocabulary of commitments.
        language: the model of English.
        signed: who is to act, where that stands behind an action.
    """
    if signed:
        text = masked(text, signed)
        return with_signed(_find(text, words, language), text, signed, words, language)
    return _find(text, words, language)


def _find(text: str, words: CommitmentWords, language: Language) -> tuple[Clause, ...]:
    fragments = _fragments(text, words)
    parsed = language.parse([fragment.text for fragment in fragments])
    found, named, reported = list[Clause](), list[Named](), is_reported(text, words.words["tells"])
    for fragment, tokens in zip(fragments, parsed, strict=True):
        tree = plant(as_said(tokens) if reported else tokens)
        here = tuple(_named(fragment, tree, words))
        found += _Finder(text, fragment, tree, words, tuple(named[-_REMEMBERED:]), here).clauses()
        named += here
    return tuple(found)


def _named(fragment: Fragment, tree: Tree, words: CommitmentWords) -> Iterator["Named"]:
    """The doers of a fragment, in order."""
    for doer in find_doers(tree, find_predicates(tree, words), words):
        yield Named(doer, fragment.span(tree.words[doer.first].start, tree.words[doer.last].end))


def parse_ahead(texts: Iterable[str], words: CommitmentWords, language: Language) -> None:
    """Have the sentences of many texts parsed together, before ``find_commitments`` asks for those of each."""
    language.parse([fragment.text for text in texts for fragment in _fragments(text, words)])


def _fragments(text: str, words: CommitmentWords) -> list[Fragment]:
    found = find_fragments(text, words.abbreviations)
    return [part for part in found if " " in part.text and len(part.text) < _LONGEST]


@dataclass(frozen=True, slots=True)
class Named:
    """A doer, and the words of the text that name it."""

    doer: Doer
    span: Span


@dataclass(frozen=True, slots=True)
class _Finder:
    """One fragment of a response and what is needed to read it: its tree, the doers before it and its own."""

    text: str
    fragment: Fragment
    tree: Tree
    vocabulary: CommitmentWords
    before: tuple[Named, ...]
    here: tuple[Named, ...]

    def clauses(self) -> Iterator[Clause]:
        """The commitments of the fragment in order; a clause that only announces a list is none."""
        readings = with_sayings(self.tree, find_readings(self.tree, self.vocabulary), self.vocabulary)
        readings = with_delays(self.tree, readings, self.vocabulary)
        floor, name = 0, None
        for at, reading in enumerate(readings):
            after = (r.predicate.boundary for r in readings[at + 1 :] if r.predicate.boundary > reading.predicate.head)
            ceiling = next(after, len(self.tree.words))
            clause = self._clause(reading, floor, ceiling, name)
            floor = max(floor, ceiling)
            if clause is not None:
                name = clause.name
                yield clause

    def _clause(self, reading: Reading, floor: int, ceiling: int, name: str | None) -> Clause | None:
        """The commitment of a main clause, or ``None`` where it is background.

        Args:
            reading: the main clause.
            floor: the first word that belongs to no clause before it.
            ceiling: the first word of the clause after it.
            name: what the clause before it names; a relative clause is about that.
        """
        predicate, status = reading.predicate, reading.status
        if status is None:
            return None
        first = left_edge(self.tree, predicate, self.fragment.text, self.vocabulary, floor)
        end = right_edge(self.tree, predicate, self.fragment.text, self.vocabulary, max(ceiling, predicate.head + 1))
        span = self._span(first, end)
        words = span.of(self.text)
        if any(announcement in words for announcement in self.vocabulary.announcements):
            return None
        actor, form = find_actor(self.tree, predicate, reading.kind, self.vocabulary)
        return Clause(
            span=span,
            status=status,
            actor=self._span(actor[0], self.tree.words[actor[1]].end) if actor else None,
            form=form,
            antecedent=self._antecedent(actor[0]) if actor else None,
            name=find_name(words, self.vocabulary) or (name if predicate.relative else None),
            condition=find_condition(words, self._span(predicate.start, end).start - span.start, self.vocabulary),
            targets=tuple(self._targets(first, end)),
            sentence=self.fragment.sentence,
            because=(self._because(reading, status),),
        )

    def _targets(self, first: int, end: int) -> Iterator[Span]:
        for begins, last in find_targets(self.tree, first, end):
            span = self._span(begins, self.tree.words[last].end)
            yield Span(span.start, yearly(self.text, span.end))

    def _antecedent(self, at: int) -> Span | None:
        """The words that a pronoun stands for, alone or as ``its``: a doer before it that agrees with it."""
        pronoun = PRONOUNS.get(self.tree.lower(at))
        if pronoun is None:
            return None
        here = [named for named in self.here if named.doer.last < at]
        joined = at > 0 and self.tree.words[at - 1].pos == "CCONJ"
        for candidates in (here, (*self.before, *here)):
            chosen = choose(pronoun, [named.doer for named in candidates], joined=joined)
            if chosen is not None:
                return candidates[chosen].span
        return None

    def _because(self, reading: Reading, status: CommitmentStatus) -> Because:
        """The form that the clause is worded in, and its verb group with as many words as the form has."""
        rule = f"{'note' if reading.short else 'clause'}_{status}"
        group, head = sorted((reading.predicate.group, reading.predicate.head))
        last = min(max(head, group + len(reading.form.split()) - 1), len(self.tree.words) - 1)
        words = self._span(group, self.tree.words[last].end).of(self.text)
        return Because(rule=f"{rule}:{reading.form}" if reading.form else rule, words=words)

    def _span(self, first: int, end: int) -> Span:
        return self.fragment.span(self.tree.words[first].start, end)
