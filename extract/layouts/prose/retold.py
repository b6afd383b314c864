"""What a recommendation asks where a letter tells it again, and where its answer begins."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.findings import Span
from extract.layouts.prose.mentions import Mention
from extract.vocabulary.letters import LetterWords

_MARK = re.compile(r"\s*(?P<mark>[,:;(–—]|-(?=\s))\s*")
_CLOSING = {"(": re.compile(r"\)"), "–": re.compile(r"\s[–—-]\s"), "—": re.compile(r"[–—]"), "-": re.compile(r"\s-\s")}
_PAST = re.compile(r"\s*[,:;–—(]?\s*")
_TRIM = " \t\n.,;:–—-"
_LEADS = re.compile(r"\A\W*(?:(?:and|but|so|now|then|next|well|finally|lastly)\b\W*)*", re.IGNORECASE)
_ASIDE = re.compile(r",?\s*\b(?:now|then|next|finally|lastly)\b,?", re.IGNORECASE)
_LEADING_ON = re.compile(r"[\s,;:.)–—-]*(?:(?:and|but)\s+)?")
_DROPPED = re.compile(
    r"(?:in\s+)?(?:which|where(?:by)?|namely|asking|calling|recommending|proposing|suggesting)\b\s*", re.IGNORECASE
)
_WISH = re.compile(r"(?:would\s+like|want(?:s|ed)?|wish(?:es|ed)?)\s+to\b", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:an?|the)\s(?:(?!\b(?:is|are|was|were|has|have|will|can|cannot|would|does|do)\b)[^,.]){3,90}(?=,\s|\.?\Z)",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s+(?:that|to|for|an?|the|whether)\s+\w+")
_LATE = re.compile(r":\s+(?=(?:that|to|for)\b)")
"""What is asked at the end of a sentence that says more of it: ``one that we like: that hens be allowed``."""
_APART = re.compile(r"[,;]?\s+and\s+(?=(?:that|for|to)\b)|[,;]\s+(?=(?:that|for|to)\b)")


@dataclass(frozen=True, slots=True)
class Retold:
    """What is asked, ``None`` where it is not told again, and where the answer begins."""

    asked: Span | None
    answer: int


@dataclass(frozen=True, slots=True)
class _Forms:
    """Patterns: who asks, who asks after a mention, and what ends what is asked after a verb and after a comma."""

    who: re.Pattern[str]
    asking: re.Pattern[str]
    verb_end: re.Pattern[str]
    comma_end: re.Pattern[str]


def introduces(before: str, words: LetterWords) -> bool:
    """Whether words may stand before the number of a recommendation that is taken up: ``Turning to``."""
    led = _ASIDE.sub("", _LEADS.sub("", before, count=1))
    found = words.introduces.pattern.match(led)
    return not led.strip() or (found is not None and not led[found.end() :].strip(" ,:–—"))


def who_asks(text: str, start: int, end: int, words: LetterWords) -> bool:
    """Whether whoever made the recommendations asks there: ``You asked``."""
    return _forms(words).who.search(text, start, end) is not None


def tell(text: str, sentence: Span, mention: Mention, following: Span | None, words: LetterWords) -> Retold:
    """What was asked and where it is answered.

    Args:
        text: the paragraph.
        sentence: the sentence in it that names a recommendation.
        mention: where it names it.
        following: the next sentence of the paragraph.
        words: the words of letters.
    """
    before = text[sentence.start : mention.span.start]
    together = words.together.pattern.match(text, _past_mark(text, mention.span.end), sentence.end)
    start = together.end() if together else mention.span.end
    if not introduces(before, words) and who_asks(text, sentence.start, mention.span.start, words):
        return _ended(text, _past_mark(text, start), sentence.end, _forms(words).verb_end)
    taken_up = introduces(before, words)
    if found := _retold(text, start, sentence.end, words):
        return found if taken_up else Retold(found.asked, sentence.start)
    if late := _LATE.search(text, start, sentence.end):
        return Retold(_trimmed(text, late.end(), sentence.end), sentence.start)
    below = _below(text, following, words)
    if taken_up and not text[start : sentence.end].strip(_TRIM):
        return below or Retold(None, following.start if following else len(text))
    return Retold(below.asked if below else None, sentence.start)


def apart(text: str, asked: Span, count: int) -> list[Span]:
    """What was asked in so many parts, each on its own where it falls into them: ``that A, and that B``."""
    joints = [*_APART.finditer(text, asked.start + 1, asked.end)]
    if len(joints) != count - 1:
        return [asked] * count
    starts, ends = [asked.start, *(one.end() for one in joints)], [*(one.start() for one in joints), asked.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _retold(text: str, start: int, end: int, words: LetterWords) -> Retold | None:
    """What follows a mention: a verb of asking, or a comma, a dash or a bracket and what is asked."""
    forms = _forms(words)
    if asking := forms.asking.match(text, start, end):
        whole = _WISH.match(text, asking.start("verb")) is not None
        ending = forms.comma_end if asking["said"].lower().startswith("which") else forms.verb_end
        return _ended(text, asking.start("said") if whole else asking.end(), end, ending)
    mark = _MARK.match(text, start, end)
    if mark is None:
        return None
    if (asker := forms.who.search(text, mark.end(), end)) and _OBJECT.match(text, asker.end(), end):
        return _ended(text, asker.end(), end, forms.verb_end)
    return _marked(text, mark, end, words)


def _marked(text: str, mark: re.Match[str], end: int, words: LetterWords) -> Retold | None:
    """What stands between dashes or brackets, after a colon, or after a comma where it opens as a request does."""
    at, closing = mark.end(), _CLOSING.get(mark["mark"])
    if closing and (closed := closing.search(text, at, end)):
        return Retold(_trimmed(text, at, closed.start()), _next_word(text, closed.end()))
    ending = _forms(words).comma_end
    if mark["mark"] in ":;–—-" and not words.answers.pattern.match(text, at, end):
        return _ended(text, at, end, ending)
    opened = words.opens.pattern.match(text, at, end) or _closed_noun(text, at, end, words)
    if mark["mark"] != "," or not opened:
        return None
    dropped = _DROPPED.match(text, at, end)
    return _ended(text, dropped.end() if dropped else at, end, ending)


def _closed_noun(text: str, start: int, end: int, words: LetterWords) -> re.Match[str] | None:
    """A thing that is asked for between commas: ``, a seat at every gate, we agree``."""
    found = _NOUN.match(text, start, end)
    closed = found and (
        not text[found.end() : end].strip(_TRIM) or words.answers.pattern.match(text, found.end() + 2, end)
    )
    return found if closed else None


def _below(text: str, following: Span | None, words: LetterWords) -> Retold | None:
    """What the next sentence tells of whoever asked: ``I turn to your third. You asked that …``."""
    asking = _forms(words).asking.match(text, following.start, following.end) if following else None
    if asking is None or following is None:
        return None
    return _ended(text, asking.end(), following.end, _forms(words).verb_end)


def _ended(text: str, start: int, end: int, ending: re.Pattern[str]) -> Retold:
    """What is asked from ``start``, to the clause that answers it or to the end of the sentence."""
    ended = ending.search(text, start, end)
    return Retold(
        _trimmed(text, start, ended.start() if ended else end), _next_word(text, ended.end() if ended else end)
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    said = text[start:end]
    start += len(said) - len(said.lstrip(_TRIM))
    end = start + len(said.strip(_TRIM))
    return Span(start, end) if end > start else None


def _next_word(text: str, at: int) -> int:
    found = _LEADING_ON.match(text, at)
    return found.end() if found else at


def _past_mark(text: str, at: int) -> int:
    found = _PAST.match(text, at)
    return found.end() if found else at


@lru_cache(maxsize=2)
def _forms(words: LetterWords) -> _Forms:
    filler = r"(?:(?:also|then|further|rightly|quite|had|have|has|next|again|therefore|both)\s+){0,3}"
    who, asks = f"(?:{'|'.join(words.who)})".replace(" ", r"\s+"), words.asks.pattern.pattern
    subject = rf"(?:(?:where|here|there|in\s+(?:it|this|that),?)\s+)?(?:{who}|it|this|that|these|they|which)"
    we = r"(?:we|i|this|that|it|they|yes|no|agreed|accepted|cabinet|the\s+(?:\w+\s+)?council)\b"
    patterns = (
        rf"\b{who}\s+{filler}{asks}",
        rf"\s*[,:;–—]?\s*(?P<said>(?:{subject}\s+)?{filler}(?P<verb>{asks}))\s*[,:]?\s*",
        rf"[,;]\s+(?:and|but)\s+(?={we})|,\s+(?=(?:(?:with|to|in|of|on)\s+)?which\s+(?:we|i|is|has|cabinet|the)\b)|\s*[;:–—]\s+(?={we})",
        rf"(?:[,;:]|\s[–—-])\s+(?:(?:and|but)\s+)?(?={words.answers.pattern.pattern})",
    )
    return _Forms(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))
