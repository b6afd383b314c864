"""How answers are worded: verbs of deciding, what is said of them, telling phrases and traps."""

import re
from dataclasses import dataclass
from functools import cached_property

import msgspec
from msgspec.structs import replace

from extract.records import OutcomeDetail, OutcomeValue
from extract.vocabulary.abbreviations import load_abbreviations
from extract.vocabulary.outcomes_file import Group, Implied, OutcomesFile, Phrases, Refusals, Traps, Verbs, Words
from extract.vocabulary.phrases import compile_phrases, find_faults
from extract.vocabulary.source import read_toml, refuse
from extract.vocabulary.speakers import SpeakerWords, load_speaker_words

_FILE = "outcomes.toml"
_ENDINGS = {"will": "ll", "shall": "ll", "are": "re", "am": "m", "have": "ve", "would": "d"}
_SHORT = re.compile(rf"\b(?:{'|'.join(_ENDINGS)})\b(?! not)")
"""The verbs that have a short form after ``we`` and ``I``; ``will not`` has one of its own."""
_DETAILS: dict[OutcomeValue, set[OutcomeDetail | None]] = {
    OutcomeValue.ACCEPT: {None, OutcomeDetail.IN_PRINCIPLE, OutcomeDetail.CONDITIONAL, OutcomeDetail.ALREADY_IN_PLACE},
    OutcomeValue.AMEND: {OutcomeDetail.IN_PART, OutcomeDetail.WITH_CHANGES},
    OutcomeValue.REJECT: {None},
    OutcomeValue.NONE: {OutcomeDetail.NOTED, OutcomeDetail.DEFERRED, OutcomeDetail.NOT_STATED},
}


@dataclass(frozen=True, eq=False)
class OutcomeWords:
    """All of ``models/outcomes.toml``, with its patterns compiled once.

    Attributes:
        verbs: the verbs of deciding.
        modifiers: what is said of a decision, in order of precedence.
        cells: answers of a decision cell that hold no verb.
        implied: telling phrases of prose.
        traps: what makes a statement none.
        refusals: refusals that do not name the recommendation.
        lists: negations, tick marks and other plain lists.
        abbreviations: lower-case words after whose stop no sentence ends.
        speakers: how a reply shows who is speaking.
    """

    verbs: tuple[Verbs, ...]
    modifiers: tuple[Phrases, ...]
    cells: tuple[Phrases, ...]
    implied: tuple[Implied, ...]
    traps: Traps
    refusals: Refusals
    lists: Words
    abbreviations: frozenset[str]
    speakers: SpeakerWords

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """Any form of any verb of deciding."""
        return compile_phrases(form for verbs in self.verbs for form in verbs.forms)

    @cached_property
    def verbs_by_form(self) -> dict[str, Verbs]:
        """The verbs that a lower-case form belongs to."""
        return {form: verbs for verbs in self.verbs for form in verbs.forms}

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """Any word that turns a decision round."""
        return compile_phrases(self.lists.negations)

    @cached_property
    def double_negative(self) -> re.Pattern[str]:
        """Any phrase that holds a negation and turns nothing round."""
        return compile_phrases(self.lists.double_negatives)

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """A verb of promising."""
        return compile_phrases(self.lists.promises)

    @cached_property
    def doubt(self) -> re.Pattern[str]:
        """A word of refusal or reserve."""
        return compile_phrases(self.lists.doubts)

    @cached_property
    def instead(self) -> re.Pattern[str]:
        """Any word that turns a refusal into an offer."""
        return compile_phrases(self.lists.instead)

    @cached_property
    def full(self) -> re.Pattern[str]:
        """Any word for all of a recommendation."""
        return compile_phrases(self.lists.full)

    @cached_property
    def supposed(self) -> re.Pattern[str]:
        """Any word that makes what follows it a supposition, a request or history."""
        return compile_phrases(self.traps.before)

    @cached_property
    def proposed(self) -> re.Pattern[str]:
        """What a report asks of those who decide, up to the verb of the decision."""
        return re.compile(rf"{compile_phrases(self.traps.proposals).pattern}\s*\Z", re.IGNORECASE)

    @cached_property
    def scrutiny_acts(self) -> re.Pattern[str]:
        """A name for those who made the recommendation, and up to three words to the end: the subject of a verb."""
        return re.compile(rf"{compile_phrases(self.traps.scrutiny).pattern}(?:\s+[^\s,]+){{0,3}}\s*\Z", re.IGNORECASE)

    @cached_property
    def others(self) -> re.Pattern[str]:
        """What follows the word recommendation where it is somebody else's."""
        return compile_phrases(self.traps.others)

    @cached_property
    def refusal(self) -> re.Pattern[str]:
        """A refusal in the first person."""
        return compile_phrases(self.refusals.phrases)

    @cached_property
    def refusing(self) -> re.Pattern[str]:
        """A predicate with which a body that is named before it refuses."""
        return compile_phrases(self.refusals.predicates)

    @cached_property
    def unwilling(self) -> re.Pattern[str]:
        """A refusal of what somebody does not want, as against what they cannot do."""
        return compile_phrases(self.refusals.unwilling)

    @cached_property
    def unpromised(self) -> re.Pattern[str]:
        """What somebody cannot promise or say, which refuses nothing."""
        return compile_phrases(self.refusals.unpromised)

    @cached_property
    def guidance(self) -> re.Pattern[str]:
        """What a form prints before it is filled in."""
        return compile_phrases(self.traps.guidance)


def load_outcome_words() -> OutcomeWords:
    """The words of ``models/outcomes.toml``.

    Raises:
        VocabularyError: a file is missing or faulty; all faults are listed.
    """
    speakers = load_speaker_words()
    file = _without_blanks(read_toml(_FILE, OutcomesFile), speakers)
    refuse(_FILE, [*_bad_patterns(file), *_bad_details(file), *_twice(file), *_without_examples(file)])
    return OutcomeWords(
        file.verb,
        file.modifier,
        file.cell,
        file.implied,
        file.traps,
        file.refusals,
        file.words,
        load_abbreviations(),
        speakers,
    )


def _without_blanks(file: OutcomesFile, speakers: SpeakerWords) -> OutcomesFile:
    """The file, its blanks filled: ``{us}`` by whoever answers, ``{act}`` by the acts, the others by the relays."""
    us = f"(?:{'|'.join(file.words.us)})"
    told = (replace(group, phrases=_filled(_shortened(group.phrases, us), "{us}", us)) for group in file.implied)
    doubts = _filled(file.words.doubts, "{us}", us)
    predicates = _filled(file.refusals.predicates, "{act}", "|".join(file.refusals.acts))
    predicates = _filled(predicates, "{tells}", f"(?:{'|'.join(speakers.relays.tells)})")
    predicates = _filled(predicates, "{refusals}", f"(?:{'|'.join(speakers.relays.refusals)})")
    return replace(
        file,
        implied=tuple(told),
        words=replace(file.words, doubts=doubts),
        refusals=replace(file.refusals, predicates=predicates),
    )


def _shortened(phrases: tuple[str, ...], us: str) -> tuple[str, ...]:
    """The phrases that name whoever answers, with the short forms of what follows: ``we're``, ``I'll``, ``we've``."""
    before = f"(?:{us} |(?:we|i)(?='))"
    return tuple(
        _SHORT.sub(_with_short, phrase).replace("{us} ", before) if "{us} " in phrase else phrase for phrase in phrases
    )


def _with_short(verb: re.Match[str]) -> str:
    return f"(?:{verb[0]}|'{_ENDINGS[verb[0]]})"


def _filled(phrases: tuple[str, ...], blank: str, filling: str) -> tuple[str, ...]:
    return tuple(phrase.replace(blank, filling) for phrase in phrases)


def _groups(file: OutcomesFile) -> tuple[Group, ...]:
    return (*file.verb, *file.modifier, *file.cell, *file.implied)


def _phrases(file: OutcomesFile) -> list[tuple[str, ...]]:
    """Every list of phrases of the file, whatever it stands for."""
    traps, refusals = file.traps, file.refusals
    listed = [group.phrases for group in (*file.modifier, *file.cell, *file.implied)]
    listed += [
        refusals.phrases,
        refusals.predicates,
        refusals.unpromised,
        refusals.unwilling,
        traps.before,
        traps.proposals,
        traps.scrutiny,
        traps.others,
        traps.guidance,
    ]
    return listed + list(msgspec.structs.astuple(file.words))


def _bad_patterns(file: OutcomesFile) -> list[str]:
    return [fault for phrases in _phrases(file) for fault in find_faults(phrases)]


def _bad_details(file: OutcomesFile) -> list[str]:
    return [
        f"{group.value} cannot be {group.detail}"
        for group in _groups(file)
        if group.detail not in _DETAILS[group.value]
    ]


def _twice(file: OutcomesFile) -> list[str]:
    """The forms and cell phrases that stand for two answers."""
    seen = dict[str, str]()
    named = [(form, _answer(verbs)) for verbs in file.verb for form in verbs.forms]
    named += [(phrase, _answer(group)) for group in file.cell for phrase in group.phrases]
    return [
        f"“{name}” stands for {seen[name]} and for {answer}"
        for name, answer in named
        if seen.setdefault(name, answer) != answer
    ]


def _answer(group: Group) -> str:
    return f"{group.value} {group.detail or ''}".strip()


def _without_examples(file: OutcomesFile) -> list[str]:
    return [f"a group of {group.value} has no example" for group in _groups(file) if not group.examples]
