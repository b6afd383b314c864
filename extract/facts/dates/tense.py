"""Whether the clause around an expression speaks of the past or of what is to come."""

import re

from extract.vocabulary.dates import TenseWords

_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z£\d])|\n|;|\s[-–—]\s")
_DASH = re.compile(r"\s[-–—]\s")
_FEW = 3  # words that a dash sets off from the rest of their sentence: Complete – March
_NEXT_CLAUSE = re.compile(r",\s(?:and|but|so|while|whereas)\s|:\s")
_CLAUSE = re.compile(r"[,:()]\s|\band\b|\bbut\b|\bwhich\b")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z’']*")
_BEING = re.compile(r"\b(?:be|being|been|is|are|was|were|has|have|had)\b")
_WANTED = frozenset(("want", "wants", "see", "get", "like"))
_TO_BE = frozenset(("be", "being"))
_REACH = 600
_IS = frozenset(("is", "are", "am"))
_HAS = frozenset(("has", "have"))
_WAS = frozenset(("was", "were", "had"))
_HAVE = frozenset(("was", "were", "had", "has", "have", "been"))
_MODALS = frozenset(("will", "shall", "would", "should", "can", "could", "may", "might", "must", "to"))
_DUE = re.compile(r"\b(?:by|before|until|till)\s(?:the\s)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:is|are)\s(?:now\s|currently\s)?(?:on|in|at|for|by|until)\s(?:the\s)?$", re.IGNORECASE)
_AGREED = re.compile(r"(?<!\bbe )(?<!\bis )\bagreed\s(?:in|on|at)\s(?:the\s)?$", re.IGNORECASE)
_FIXED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bhad been )\b(?:fixed|set|listed|down|pencilled\sin|diarised|earmarked"
    r"|put\son\sthe\s(?:agenda|work\s(?:plan|programme))|(?:held|put|carried|moved|pushed)\s(?:over|back|off|on|forward)"
    r"|moved|extended|deferred|postponed|adjourned|rescheduled)\s(?:for|to|until|till)\s(?:the\s(?:meeting\sof\s)?)?$",
    re.IGNORECASE,
)
"""What fixes or moves a day that is to come: ``has been put back to``, ``is fixed for``."""
_COMING = re.compile(
    r"(?<!\bto )(?<!\bdid )(?<!\bdid not )(?<!\bdidn['’]t )\b(?:close|open|start|begin|end|meet|expire|resume"
    r"|go\slive|take\seffect)"
    r"\s(?:on|in|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What several things do, told in the present: ``applications close on``."""
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
_AFTER = re.compile(
    r"(?<=\bwill\b)(?P<kept>.*?)\b(?P<then>(?:when|once|if|after|until|unless|whenever|as\ssoon\sas)\s(?:[\w’'-]+\s){0,6}?"
    r"(?:is|are|has|have)\b(?!\sto\b)[^,;]*)"
)
"""What is to have happened first, which tells nothing of the past: ``will send a note when a case is closed``."""
_LEFT = frozenset(("waiting", "left", "remaining", "remained", "yet", "still", "outstanding"))
_NOUNS = frozenset(("plan", "plans", "aim", "aims", "target", "hope", "hopes", "need", "needs", "intention"))
_FIRST = frozenset(("if", "once", "when", "unless", "until"))
_ARTICLES = frozenset(("the", "a", "an", "our", "their", "its", "this", "these", "any", "all", "and", "or"))


def is_past(text: str, start: int, end: int, words: TenseWords, *, untold: bool = False) -> bool:
    """Whether the words around ``text[start:end]`` speak of the past.

    The nearest telling word before the expression in its clause counts, then the nearest after it, then those of the
    whole sentence before it, then those after it up to the next clause of its own.

    Args:
        text: what the expression stands in.
        start: where it starts.
        end: where it ends.
        words: the words that tell.
        untold: what holds where none tells: a note of progress speaks of the past, anything else of what is to come.
    """
    left, right = _sentence(text, start, end)
    before, after = _without_then(text[left:start]), re.split(_NEXT_CLAUSE, text[end:right])[0]
    due = _DUE.search(before) is not None
    last = re.split(_CLAUSE, before)[-1]
    clause = _without_second_verb(last, before, words)
    before = before[: len(before) - len(last)] + clause
    if _FIXED.search(before) or _COMING.search(before):
        return False
    if _AT.search(clause) or _AGREED.search(clause):
        return _AGREED.search(clause) is not None
    following = "" if _NEXT.search(clause) else re.split(_CLAUSE, after)[0]
    for stretch, step in ((clause, -1), (following, 1), (before, -1), (after, 1)):
        if stretch is before and _NEXT.search(clause):
            return False
        telling = _WORD.findall(stretch.lower().replace("’", "'"))
        told = next(
            (told for at in range(len(telling))[::step] if (told := _tells(telling, at, words, due=due)) is not None),
            None,
        )
        if told is not None:
            return told
    return untold and not due


def _without_second_verb(clause: str, before: str, tense: TenseWords) -> str:
    """A clause without a verb at its head that shares the auxiliary of the one before: ``will be bound and put up``."""
    first = _WORD.search(clause)
    if first is None or len(clause) >= len(before):
        return clause
    being = _BEING.findall(before[: len(before) - len(clause)])
    participle = first[0] in tense.past or (first[0].endswith("ed") and first[0] not in tense.neutral)
    shared = first[0] in tense.unchanged or (participle and being and being[-1] == "be")
    return clause[first.end() :] if shared else clause


def _without_then(words: str) -> str:
    """Words of what is to come without the clauses in them that say after what."""
    while found := _AFTER.search(words):
        words = f"{words[: found.start('then')]}{words[found.end('then') :]}"
    return words


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    left = reach = max(0, start - _REACH)
    for stop in _SENTENCE.finditer(text, reach, start):
        if not (_DASH.fullmatch(stop[0]) and len(text[left : stop.start()].split()) < _FEW):
            left = stop.end()
    found = _SENTENCE.search(text, end, end + _REACH)
    return left, found.start() + 1 if found else min(len(text), end + _REACH)


def _tells(words: list[str], at: int, tense: TenseWords, *, due: bool) -> bool | None:
    """Whether a word tells of the past; ``None`` where it tells nothing."""
    word, helpers = words[at], frozenset(words[max(0, at - 3) : at])
    before, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if _is_left(words, at) or _is_untelling(words, at, tense, due=due):
        return None
    if word == "to":
        task = helpers.isdisjoint(_WAS) and _is_task(before, following, tense)
        return False if following == "be" or before in _IS or task else None
    if word in _NOUNS and following != "to" and not _ARTICLES.isdisjoint(helpers):
        return None
    if word.endswith("'ll"):
        return False
    if word in tense.future or (word in tense.promised and following == "to"):
        return word in tense.future and (word.endswith("ed") or word == "due") and bool(helpers & _WAS)
    return not helpers & _TO_BE if _is_past_form(word, helpers, before, tense, due=due) else None


def _is_untelling(words: list[str], at: int, tense: TenseWords, *, due: bool) -> bool:
    """Whether a word with the form of the past tells nothing: an infinitive, an order, a row of things.

    ``expect to complete by June``, ``provided that the Board consents``, ``once agreed``, ``the last three buses``,
    ``will last until June``, ``Set up a group by June``.
    """
    word, before, following = words[at], words[at - 1] if at else "", "".join(words[at + 1 : at + 2])
    if word in tense.past and (before == "to" or (not before and due and word in tense.unchanged)):
        return True
    if word.endswith("ed") and (before in _FIRST or (word == "provided" and following == "that")):
        return True
    if word != "last":
        return False
    return before in _MODALS or (following in tense.counts and tense.spans.isdisjoint(words[at + 2 : at + 3]))


def _is_left(words: list[str], at: int) -> bool:
    """Whether a word says what was still to be done at some time: ``there were 400 waiting to be heard on 1 May``."""
    first = next((i for i in range(at, max(-1, at - 3), -1) if words[i] == "to"), 0)
    return first > 0 and words[first - 1] in _LEFT and not _WAS.isdisjoint(words[:first])


def _is_past_form(word: str, helpers: frozenset[str], before: str, tense: TenseWords, *, due: bool) -> bool:
    """Whether a word is a past form that tells, as ``deferred`` in ``deferred until May`` does not without ``was``."""
    if "have" in helpers and helpers & {"will", "shall", "to"}:  # will have had, hopes to have had, by then
        return False
    if due and (helpers & _WANTED or not helpers.isdisjoint(_HAS)):  # want it done by then, has given us until then
        return False
    if word in tense.unchanged:
        return not _is_modal(helpers) or not helpers.isdisjoint(_HAVE)
    if due and word == "been":
        return not helpers.isdisjoint(_WAS)
    if word in tense.past:
        return True
    regular = word.endswith("ed") and word not in tense.neutral and before not in _ARTICLES
    present = not helpers.isdisjoint(_IS) and helpers.isdisjoint(_HAVE | _TO_BE)  # is dropped
    return regular and not present and not (due and helpers.isdisjoint(_WAS))


def _is_task(before: str, following: str, tense: TenseWords) -> bool:
    """Whether ``to`` and a verb are a note of what is to come (North Star to follow), and hang on no past verb."""
    return following in tense.tasks and before not in tense.past and not before.endswith("ed")


def _is_modal(helpers: frozenset[str]) -> bool:
    return not _MODALS.isdisjoint(helpers) or any(word.endswith("'ll") for word in helpers)
