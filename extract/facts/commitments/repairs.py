"""The parsed words of a fragment -> the same with the parser's commonest mistakes about joined clauses put right.

Each repair was seen on many councils' sentences; each rests on grammar alone, so a right parse passes unchanged.
"""

import calendar
import re
from dataclasses import replace

from extract.facts.commitments.taggings import retagged, root_of
from extract.language import Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_TENSED = frozenset({"MD", "VBZ", "VBP", "VBD"})
_JOINED = frozenset({"conj", "advcl", "ccomp"})
_HELPING = {"is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "has": "VBZ"}
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,5}(?:[A-Z]|[&/-][A-Z])[A-Za-z]{0,3}")
_FEWEST = 2
_NO_INFINITIVE = frozenset({"VBG", "VBN", "VBZ"})
_NAMING = frozenset({"Together", "Beyond", "Forward", "Turning", "Moving", "Living", "Across", "About", "Beside"})
_MONTHS = frozenset({*calendar.month_name, *calendar.month_abbr}) - {""}
_PERSONAL = frozenset({"we", "i", "they", "he", "she", "it"})


def repaired(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with subjects, verbs and joins put right; as many as before, in the same places."""
    words = _ends(retagged(tuple(map(_helping, words))))
    words = _opening_initials(_opening_subject(_opening_name(_fronted(_opening_work(words)))))
    for at, word in enumerate(words):
        if word.dep in _JOINED and word.pos in {"VERB", "AUX"}:
            words = _with(words, at, _joined_verb(words, at))
    for at, word in enumerate(words):
        if word.dep in _JOINED and word.pos in {"VERB", "AUX"} and _first_of(words, at, _SUBJECTS) is None:
            words = _with_subject(words, at)
    return words


def _helping(word: Word) -> Word:
    """``will review the operation and is open to …``: a helping verb that passes for a noun."""
    tag = _HELPING.get(word.text.lower())
    return replace(word, pos="AUX", tag=tag) if tag and word.tag not in _TENSED else word


def _ends(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``recovered to end October``: the end of a month is no verb."""
    for at, word in enumerate(words):
        month = words[at + 1].text if at + 1 < len(words) else ""
        hangs = at and word.head not in {at, at - 1} and words[at - 1].tag == "TO"
        if hangs and word.text.lower() == "end" and word.tag == "VB" and month in _MONTHS:
            words = _with(words, at - 1, replace(words[at - 1], pos="ADP", tag="IN", dep="prep", head=word.head))
            words = _with(words, at, replace(word, pos="NOUN", tag="NN", dep="pobj", head=at - 1))
    return words


def _opening_subject(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``Gentoo supplied figures``: an unknown name right before the sentence's verb is who did it."""
    root = root_of(words)
    bare = root == 1 and words[0].pos == "PROPN" and words[0].dep not in _SUBJECTS and words[root].tag in _TENSED
    return _with(words, 0, replace(words[0], dep="nsubj")) if bare else words


def _opening_initials(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``HoP will publish``, ``TLO to survey``: initials before a helping verb are who acts, and no adverb."""
    helped = len(words) > _FEWEST and words[1].tag in {"MD", "TO"} and words[1].dep in _AUXILIARIES
    if not helped or not _INITIALS.fullmatch(words[0].text):
        return words
    verb = words[1].head
    taken = words[0].dep in _SUBJECTS or _first_of(words, verb, _SUBJECTS) is not None
    if taken or words[0].head != verb:
        return words
    return _with(words, 0, replace(words[0], pos="PROPN", tag="NNP", dep="nsubj"))


def _fronted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``For both reasons we do not intend to …``, ``Subject to approval the Trust will …``: no noun has that clause."""
    root = root_of(words)
    conditional = bool(words) and words[0].text == "Subject"
    if not words or root != 0 or not (conditional or words[0].pos in {"ADP", "SCONJ"}):
        return words
    for at, word in enumerate(words):
        subject = _first_of(words, at, _SUBJECTS) if word.dep in {"relcl", "acl"} and _tensed(words, at) else None
        named = subject is not None and (conditional and words[subject].tag not in {"WDT", "WP"})
        if subject is not None and (named or words[subject].text.lower() in _PERSONAL):
            words = _with(words, 0, replace(words[0], dep="prep", head=at))
            return _with(words, at, replace(word, dep="ROOT", head=at))
    return words


def _opening_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``Together Housing has …``, ``Beyond Housing signed …``: a small word that opens a name."""
    subject = next((at for at, word in enumerate(words) if word.dep in _SUBJECTS), None)
    named = len(words) > 1 and words[0].text in _NAMING and words[1].pos == "PROPN"
    if not named or subject is None or subject < 1 or words[0].dep not in {"advmod", "prep", "compound", "amod"}:
        return words
    return _with(words, 0, replace(words[0], pos="PROPN", tag="NNP", dep="compound", head=subject))


def _with(words: tuple[Word, ...], at: int, word: Word) -> tuple[Word, ...]:
    return (*words[:at], word, *words[at + 1 :])


def _first_of(words: tuple[Word, ...], head: int, deps: frozenset[str]) -> int | None:
    return next((at for at, word in enumerate(words) if word.head == head != at and word.dep in deps), None)


def _tensed(words: tuple[Word, ...], verb: int) -> bool:
    first = _first_of(words, verb, _AUXILIARIES)
    return words[verb].tag in _TENSED or (first is not None and words[first].tag in _TENSED)


def _opening_work(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``Work to cleanse the register began``: the first word is a noun and the subject of the sentence's verb."""
    root = root_of(words)
    opens = [word.tag for word in words[1:2]] in (["TO"], ["IN"]) and words[0].lemma == "work"
    if not opens or words[0].dep != "advcl" or not _tensed(words, root):
        return words
    taken = _first_of(words, root, _SUBJECTS)
    if taken is not None:
        words = _with(words, taken, replace(words[taken], dep="dobj", head=2 if words[1].tag == "TO" else 1))
    return _with(words, 0, replace(words[0], pos="NOUN", tag="NN", dep="nsubj", head=root))


def _joined_verb(words: tuple[Word, ...], at: int) -> Word:
    """The verb of a joined clause under the right head, with the right tag."""
    word, above = words[at], words[words[at].head]
    if _first_of(words, at, _SUBJECTS) is not None or word.head >= at:
        return word
    modal = any(words[child].tag == "MD" for child in range(len(words)) if words[child].head == word.head)
    plural = word.dep == "conj" and word.tag == "VBZ" and word.text.lower() not in _HELPING
    if plural and modal and words[at - 1].pos == "CCONJ":
        # "will fund cuffs and consumables": a plural noun that passes for a verb
        return replace(word, pos="NOUN", tag="NNS")
    if word.dep == "ccomp" and _tensed(words, at) and any(before.pos == "CCONJ" for before in words[word.head : at]):
        # "It goes to the Board and, if approved, will be published"
        return word if _first_of(words, at, frozenset({"mark"})) is not None else replace(word, dep="conj")
    if higher := _joined_above(words, at):
        return replace(word, head=higher)
    bare = word.dep == "conj" and word.tag == "VB" and _first_of(words, at, _AUXILIARIES) is None
    if bare and above.tag in {"VBN", "VBZ", "VBD"} and not modal and above.dep == "ROOT":
        # "have been bought and start in May": no infinitive
        return replace(word, tag="VBP")
    return word


def _joined_above(words: tuple[Word, ...], at: int) -> int | None:
    """The verb above the one that a joined verb hangs on, where it goes on from that one.

    ``explains that officers are in uniform and therefore declines``; ``will pilot a rota of visiting workers and
    report the findings``.
    """
    above = words[words[at].head]
    if words[at].dep == "conj" and above.dep == "ccomp" and _belongs_above(words, at):
        return above.head
    return _promised_above(words, at)


def _promised_above(words: tuple[Word, ...], at: int) -> int | None:
    """The verb after ``will`` that an infinitive goes on from which is joined to what cannot be one.

    ``will keep a log of cases that were turned away and give it to …``.
    """
    word, above = words[at], words[words[at].head]
    if word.dep != "conj" or word.tag != "VB" or above.tag not in _NO_INFINITIVE or words[at - 1].pos != "CCONJ":
        return None
    verb = above.head
    while words[verb].tag != "VB" and words[verb].head != verb:
        verb = words[verb].head
    modal = any(words[child].tag == "MD" for child in range(len(words)) if words[child].head == verb)
    return verb if modal and words[verb].tag == "VB" else None


def _belongs_above(words: tuple[Word, ...], at: int) -> bool:
    """Whether a second verb without a subject cannot have that of the clause under ``that`` before it."""
    inner = words[at].head
    subject = _first_of(words, inner, _SUBJECTS)
    outer = _first_of(words, words[inner].head, _SUBJECTS)
    if subject is None or outer is None or words[inner].head >= inner or not _tensed(words, at):
        return False
    disagrees = words[at].tag == "VBZ" and words[subject].tag in {"NNS", "NNPS"}
    acts = words[inner].lemma == "be" and _first_of(words, at, frozenset({"dobj"})) is not None
    return disagrees or acts


def _with_subject(words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """The words with a clause's lost subject found: the noun right before its verb group, joined to an earlier noun.

    ``have offered their layers and the District has been asked``: ``District`` is taken for a second object.
    """
    group = min([at, *(i for i, word in enumerate(words) if word.head == at and word.dep in _AUXILIARIES)])
    before = group - 1
    while before > 0 and words[before].pos == "ADV":
        before -= 1
    noun = words[before]
    joins = noun.dep == "conj" and noun.pos in {"NOUN", "PROPN", "PRON"} and noun.head < before
    if not joins or not _tensed(words, at) or words[at].head >= before:
        return words
    words = _with(words, before, replace(noun, dep="nsubj", head=at))
    return _with(words, at, replace(words[at], dep="conj"))
