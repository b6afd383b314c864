"""Where a clause begins and ends: with its condition and date, without the reasons that follow it."""

import re
from functools import cache

from extract.facts.commitments.clauses import Predicate, Tree
from extract.vocabulary.commitments import CommitmentWords

_JUDGEMENT = frozenset({"acomp"})
_NEGATION = frozenset({"neg"})
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_CALENDAR = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\b|\(\s?{_MONTHS}\s?\)|{_MONTHS}\s+(?:19|20)\d\d\b|(?:19|20)\d\d\b"
    r"|\d{1,2}/\d{1,2}|Q[1-4]\b"
    rf"|(?:in|by|from|of|early|late|mid|until|before|due|w/c)[\s-]+{_MONTHS}\b|(?:spring|summer|autumn|winter)\b"
    r"|(?:next|this|coming)\s+(?:\w+\s+)?(?:week|month|quarter|term|year)\b|half.term\b|christmas\b|easter\b"
)
_TIME = (
    r"(?:last|next)\s+\w+\b|(?:week|month|term|year|quarter|day|meeting)s?\b|(?:interim|meantime|future|outset)\b"
    r"|(?:that|then)\b"
)
_CALENDAR_TIME = re.compile(rf"(?<!every )(?<!each )(?:\b|(?=\())(?:{_CALENDAR})", re.IGNORECASE)
_ANY_TIME = re.compile(rf"\b(?:{_CALENDAR}|{_TIME}|{_MONTHS}\b)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:in|on|by|from|during|after|before|until|at|over|within|with effect from|as of|for|each|every|locally|between"
    r"|throughout|ahead of"
    r"|(?:starting|beginning|commencing|working|running|(?:no|not) (?:later|earlier) than|prior to|towards)(?= )"
    r"|(?:early|late|later)(?= (?:in|this|next|on)\b)|(?:next|this)(?= ))\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"for\s(?:\w+\s){1,4}(?:which|that|who|whose|where)\s", re.IGNORECASE)
"""Whom or what a clause holds for, before it: ``For routes which cross a zone we will require it``."""
_WITHIN = re.compile(r"\bwithin\s+(?:\w+\s+){1,3}?(?:days?|weeks?|months?)\b", re.IGNORECASE)
_TAIL_WITH_DATE = 90
"""Characters up to which what follows a clause is kept for the sake of the date in it."""

_CONDITION_END = re.compile(r"[,;)]")
_ABSOLUTE = re.compile(r",\s+(?:(?!which|who|where|and|but)[\w’'-]+\s+){1,7}(?:having|being)\s")
"""Circumstances told beside a clause: ``, two suppliers having gone into administration``."""
_REPLIES = re.compile(
    r",\s+with\s+(?:\w+\s)?(?:replies|responses|comments|answers|submissions|bids|tenders|applications|nominations"
    r"|returns)\s+(?:\w+\s)?(?:due|expected|invited|wanted|in)\b",
    re.IGNORECASE,
)
"""By when others answer, which is no deadline of the clause: ``, with replies due by 12 May``."""
_NOT_YET = re.compile(r"\b(?:not|n['’]t|no|never)\b[^,;]*\b(?:before|until|earlier)\b", re.IGNORECASE)
"""Before when an occasion will not be: ``when the plan is reviewed, which will not be before 2027``."""
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
_FIGURE = re.compile(r"\s\((?![^()]*\b(?:if|subject|where|by|from)\b)[^()]*(?:£|%|\d,\d{3})[^()]*\)[ .,;]*$")
"""Brackets with a sum or a share at the end of a clause: ``(£41,000 in 2024/25)``."""
_TOLD = re.compile(r"[\s,]*(?:which|who|whose\s\w+)\s(?:\w+ly\s)?(?:has|have|had|was|were|did)\b", re.IGNORECASE)
"""What is told of the past behind a clause: ``, which was agreed in May``."""
_AMID = re.compile(r",\s+(?:which|who|whose)\s[^,;]*,\s+(?:to|by|from|for|into|with)\b", re.IGNORECASE)
"""What is told amid a clause, which goes on after it: ``the guide, which is free, to every practice``."""
_DAY_OF = re.compile(rf"(?<=\s)(?:{_MONTHS}|(?:19|20)\d\d)(?P<cut>),\s+when\s", re.IGNORECASE)
"""What else happens on the day of a clause: ``by 31 March, when the season opens``."""
_WHOLE = 30
"""Characters from which on a clause stands by itself; a shorter one keeps the occasion that it tells of."""
_COUNTED = re.compile(r",\s+(?=\d[\d,]*\s+[a-z]|\w+ (?:days|weeks|months) (?:early|late|ahead|behind))")
"""A figure added to a report: ``TRO advertised 22 September, 61 objections``."""

_OPENING = frozenset(
    {
        "however",
        "also",
        "then",
        "instead",
        "therefore",
        "additionally",
        "furthermore",
        "moreover",
        "and",
        "but",
        ",",
        "–",
        "-",
        "so",
        "yes",
        "no",
    }
)


_LONG = 200
"""Characters from which on a clause loses what an ``-ing`` verb adds to it."""

_FAR = 12
"""How many words behind its verb such an addition stands at least."""


def has_date(words: str) -> bool:
    """Whether a calendar time stands in the words."""
    return _CALENDAR_TIME.search(words) is not None


def left_edge(tree: Tree, predicate: Predicate, text: str, vocabulary: CommitmentWords, floor: int) -> int:
    """The first word of a clause: of the condition or time before its subject, or of the subject.

    Args:
        tree: the words of its fragment.
        predicate: the clause.
        text: the fragment.
        vocabulary: what opens a condition.
        floor: the first word that belongs to no clause before it.
    """
    at = max(floor, predicate.boundary if predicate.boundary < predicate.start else floor)
    while at < predicate.start and (tree.words[at].text.lower() in _OPENING or tree.words[at].pos == "CCONJ"):
        at += 1
    if at >= predicate.start:
        return predicate.start
    before = text[tree.words[at].start : tree.words[predicate.start].start]
    timed = (_PREPOSITION.match(before) and _ANY_TIME.search(before)) or _SCOPE.match(before)
    return (
        at if timed or _cue((*vocabulary.conditions, *vocabulary.opening_conditions)).match(before) else predicate.start
    )


def right_edge(tree: Tree, predicate: Predicate, text: str, vocabulary: CommitmentWords, ceiling: int) -> int:
    """One past the last character of a clause in its fragment.

    Args:
        tree: the words of its fragment.
        predicate: the clause.
        text: the fragment.
        vocabulary: what opens a reason.
        ceiling: the first word of the clause after it.
    """
    end = tree.words[ceiling - 1].end
    begin = tree.words[predicate.head].end
    tails = _tail(vocabulary.tails, vocabulary.comma_tails).finditer(text, begin, end)
    cue = _cue(vocabulary.conditions)
    cuts = [
        found.start() for found in tails if not cue.match(text, found.start(1)) and not _AMID.match(text, found.start())
    ]
    since = tree.words[predicate.start].start + _WHOLE
    cuts += [found.start("cut") for found in _DAY_OF.finditer(text, begin, end) if found.start() > since]
    cuts += [found.start() for kind in (_ABSOLUTE, _REPLIES) for found in kind.finditer(text, begin, end)]
    cuts += _judged(tree, predicate)
    cuts += _purposes(tree, predicate, vocabulary, ceiling)
    cuts += [found.start() for found in _COUNTED.finditer(text, begin, end)]
    cuts += _participles(tree, predicate, ceiling)
    for cut in sorted(cuts):
        dated = has_date(text[begin:cut]) or _WITHIN.search(text, begin, cut)
        occasion = _WHEN.search(text, begin, cut) and _NOT_YET.search(text, cut, end)
        if cut >= begin and (dated or occasion or not _holds_deadline(text[cut:end], vocabulary.reasons)):
            end = cut
            break
    figure = _FIGURE.search(text, begin, end)
    return len(text[: figure.start() if figure else end].rstrip(" ,;:.–-?!"))


def find_condition(words: str, lead: int, vocabulary: CommitmentWords) -> str | None:
    """The words of the condition in a clause: ``subject to funding``, ``where requested to do so``; or ``None``.

    Args:
        words: the clause.
        lead: how many characters of it stand before its subject.
        vocabulary: what opens a condition.
    """
    if lead and _cue((*vocabulary.conditions, *vocabulary.opening_conditions)).match(words):
        return words[:lead].strip(" ,")
    cue = _cue(vocabulary.conditions).search(words)
    if cue is None:
        return None
    end = _CONDITION_END.search(words, cue.end())
    return words[cue.start() : end.start() if end else len(words)].strip()


def _holds_deadline(tail: str, reasons: tuple[str, ...]) -> bool:
    """Whether what follows a clause says by when: not in a reason, nor where it is others that answer."""
    explains = tail.lstrip(" ,").lower().startswith(reasons)
    elsewhere = explains or _REPLIES.match(tail) is not None or _TOLD.match(tail) is not None
    return len(tail) <= _TAIL_WITH_DATE and has_date(tail) and not elsewhere


def _judged(tree: Tree, predicate: Predicate) -> list[int]:
    """Where the reason of a judgement begins: ``It would not be sensible to set up a panel | when we have two``."""
    subject, head = predicate.subject, predicate.head
    if subject is None or tree.lower(subject) != "it" or tree.words[head].lemma != "be":
        return []
    if tree.child(head, _JUDGEMENT) is None or tree.child(head, _NEGATION) is None:
        return []
    clauses = (tree.left(child) for child in tree.below(head) if tree.words[child].dep == "advcl")
    return [tree.words[first].start for first in clauses if first > head and tree.lower(first) == "when"]


def _purposes(tree: Tree, predicate: Predicate, vocabulary: CommitmentWords, ceiling: int) -> list[int]:
    """Where ``to ensure …`` opens a purpose and is not what somebody is asked or able to do."""
    cuts = []
    for at in range(predicate.head + 3, ceiling - 1):
        word, verb, before = tree.words[at], tree.words[at + 1], tree.words[at - 1]
        nominal = (
            before.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADV", "PUNCT"} and before.lemma not in vocabulary.promises
        )
        if word.tag == "TO" and verb.lemma in vocabulary.purposes and nominal and verb.dep in {"advcl", "xcomp"}:
            cuts.append(word.start - 1)
    return cuts


def _participles(tree: Tree, predicate: Predicate, ceiling: int) -> list[int]:
    """Where in a very long clause an ``-ing`` clause opens far behind the verb."""
    if tree.words[ceiling - 1].end - tree.words[predicate.start].start < _LONG:
        return []
    words = enumerate(tree.words[:ceiling])
    return [
        word.start - 1
        for at, word in words
        if at > predicate.head + _FAR and word.tag == "VBG" and word.dep in {"advcl", "acl"}
    ]


@cache
def _tail(tails: tuple[str, ...], comma_tails: tuple[str, ...]) -> re.Pattern[str]:
    bare, after_comma = "|".join(map(re.escape, tails)), "|".join(map(re.escape, comma_tails))
    return re.compile(rf"(?:,?\s+[“\"‘]?(?=(?:{bare})\b)|,\s+(?=(?:{after_comma})\b))(\w)", re.IGNORECASE)


@cache
def _cue(conditions: tuple[str, ...]) -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(conditions, key=len, reverse=True))
    return re.compile(
        rf"(?<!asked )\b(?:{cues})\b(?! (?:a|per) (?:year|month|week|day|term)\b)(?!(?<=when) \w+ing\b)", re.IGNORECASE
    )
