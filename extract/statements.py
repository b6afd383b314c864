"""Sentences of prose that say what becomes of a recommendation: ``The Cabinet Member accepts this recommendation``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.findings import Span
from extract.sentences import find_sentences
from extract.verdicts import Verdict, find_detail, is_negated, judge
from extract.vocabulary.outcomes import OutcomeWords

_WORD = r"[^\s.;:!?,]+"
_NAMED = (  # the recommendation, a part of it, or the request in other words
    r"(?:this|the|these|those|your|our|their|its|both|all|each|every|first|second|last)\s+"
    rf"(?:(?!recommendation){_WORD}\s+){{0,8}}?recommendations?\b(?:\s+\(?[a-z]?\d[^\s.;:!?]*)?"
    r"|recommendations?\s+(?:no\.?\s+|number\s+)?[a-z]?\d\S*(?:\s+(?:and|to|[-–]|\(?[a-z]?\d\S*|[a-z]\)?(?:[-–][a-z])?\)?)){0,4}"
    r"|recommendations?\s+(?:number\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|recommendations?(?=\s*(?:\Z|[.,;:!?(–—]))"
    r"|(?:your|the)\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?=\s*[,–—(]\s*(?:that|which|to|for)\b)"
    r"|your\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?=\s*(?:\Z|[.,;:!?(–—]))"
    r"|(?:this|that)\s+(?:proposal|suggestion|request|approach|idea|course|one)\b"
    r"|the\s+(?:panel|committee|board|group|commission|review)['’]?s?['’]?\s+(?:proposal|suggestion|request)s?\b"
)
_PRONOUN = (  # this, where it is not followed by its noun
    r"(?:the\s+(?:\w+\s+){0,3}?(?:of|behind|in)\s+)?(?:this|it|these|that)"
    r"(?=\s*(?:[.,;:!?)\]–—]|-\s|\Z)|\s+(?:and|but|in\s+(?:principle|part|full)|as|subject|although|though|because|"
    r"however|or|provided|where|if|unless|too|also|fully|entirely|wholly|at\s+(?:this|present)|request)\b)"
)
_HEADLESS = (  # they, for the recommendations that the sentence before named
    r"(?:\A|(?<=[.!?:–—-]\s)|(?<=\n)|(?<=recommend\sthat\s)|(?<=recommends\sthat\s)|(?<=recommended\sthat\s))"
    r"(?!it\s+is\s+(?:\w+\s+)?recommended\b)"
    r"(?:this|it|they|these|both|all)(?=\s+(?:is|are|was|has|have|can|will|could|cannot)\b)"
)
_LINKS = (
    r"(?:\s+(?:with|to|of|also|fully|broadly|both|all|and|in|principle|part|only|partially|wholly|entirely|largely)){0,4}"
    r"\s+"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|(?:is|are|was|were)n['’]t|(?:has|have)(?:\s+not)?\s+been|"
    r"(?:can|could|will|would|shall)(?:\s+not|not|['’]?t)?\s+be)"
)
_BOUNDARY = (  # what a decision that stands alone may be followed by; a noun makes an adjective of it
    r"(?=\s*(?:\Z|[.,;:!?()–—]|-\s)|\s+(?:if|pending|except|but|though|although|and|because|since|however|"
    r"subject|that|to|provided|where|so|without\s+(?:hesitation|reservations?|qualification|demur|delay)|with\s+(?:(?:a|an|one|the|some|our|my)\s+)?(?:\w+\s+){0,2}?(?:amendments?|changes?|"
    r"modifications?|conditions?|caveats?|thanks|interest|pleasure|reservations?|timescales?|timetable|date|deadline|scope|pilot)|in\s+(?:principle|part|full|the\s+main)|"
    r"at\s+(?:this\s+|the\s+)?(?:time|stage|point|moment|present)|for\s+(?:now|the\s+(?:present|moment|time|reasons?))|"
    r"on\s+(?:the\s+)?(?:\w+\s+)?(?:grounds|condition)|due\s+to|given|in\s+(?:view|light)\s+of|"
    r"by\s+(?:us\s+all|(?:all|both)(?=\s*[.,;])|(?:all|both|each|every)(?:\s+of)?(?:\s+(?:the|our|these|those|one|two|three|four|five|six))*\s+"
    r"(?:organisations?|bodies|body|partners?|parties|party|agencies|agency|councils?|authorities|cabinets|executives)"
    r"|(?:the\s+)?(?:council|cabinet|executive|board|trust|trustees|authority|governors|directors|commissioner|force|partners|parties|bodies|organisations|agencies)))\b)"
)
_ADVERBS = (
    r"not|cannot|can['’]t|can|could|unable|able|be|to|fully|partially|partly|part|in|principle|full|broadly|largely|also|yet|"
    r"currently|is|are|was|were|has|have|been|happy|pleased|content|we|i|therefore|warmly|strongly|yes,|no,"
)
_ABLE = r"(?:(?<=able\sto\s)|(?<=cannot\s)|(?<=happy\sto\s)|(?<=pleased\sto\s)|(?<=content\sto\s))"
"""What makes a decision of a base form that may be a noun: ``Unable to support``."""
_REMARK = re.compile(r"\s*[–—-]\s+(?P<said>[^.;:!?\n–—]{3,60})(?=[.;:!?\n–—]|\Z)")
_ALREADY = re.compile(
    r"\.\s+(?:this\s+is\s+)?already\s+(?:in\s+(?:place|hand|train|progress)|under\s?way|happening|being\s+done|done|"
    r"completed?|implemented|actioned|achieved)\b",
    re.IGNORECASE,
)
"""Fragments after the decision that say how it is meant: ``Supported – already in place``, ``Agreed. Already done``."""
_PROMISES = re.compile(r"\b(?:will|shall|to\s+be|we|officers|is|are|was|were|has|have|had)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=[A-Z])")
"""The number of a paragraph of the answer: ``2.1.1 Agreed in principle``."""
_LABEL = re.compile(r"[A-Z(][^\n.:–—]{1,60}?(?::|\s[–—-])\s+")
_THAT = re.compile(r"(?<!ed)\s+that\b")  # we agree that more could be done
_TAIL = re.compile(r"(?:\([^().;:!?\n–—]*\)|[^.;:!?\n–—)])*")  # without a bracket that was opened before it
_TAIL_END = re.compile(
    r"\s+(?:and(?!\s+(?:is\s+|now\s+|has\s+been\s+)*(?:already|completed?|done|implemented|actioned|in\s+place|amended|agreed|accepted|supported)\b)|which|who|because|although|while|whilst|so|"
    r"as(?!\s+(?:drafted|worded|amended|modified|revised|reworded|it\s+stands)))\b"
    r"|,\s+(?!subject|but|provided|with\b|in\b|if\b|except|apart|other\s+than|on\s+condition|depend|conditional|resources)",
)
_AGENTS = re.compile(r"[^.;:!?\n]*?\bby\s+(?:(?:the\s+)?[A-Z][^\s,.;]*\s*(?:(?:of|and|for|the|,|,\s+and)\s+)*)+")
_CLAUSE = re.compile(
    r"[;:–—]\s*|,\s+(?=(?:the|we|i|cabinet|officers|it|this)\b)|\b(?:and|but|although|though|while)\s+", re.IGNORECASE
)
_ONE = re.compile(r"this\s+recommendation|recommendation\s+(?:no\.?\s+|number\s+)?[a-z]?\d", re.IGNORECASE)
"""A single recommendation, that of the row."""
_REACH = re.compile(r"(?:[^\s.;:!?()–—]+\s+){0,6}\Z")
_PROVISO = re.compile(
    r"(?:subject\s+to|provided\s+that|conditional\s+(?:up)?on)\s[^,;]{3,90},\s+(?:then\s+)?\Z", re.IGNORECASE
)
"""A condition before the decision: ``Subject to the budget, the recommendation is agreed``."""
_HISTORY = re.compile(r"(?:\s+(?:\w+ly|first|formally))?\s+(?:in|on|during)\s+(?:\d|(?-i:[A-Z]))", re.IGNORECASE)
"""The day of a past decision about something else: ``It was agreed in 2023``."""
_NEGATED = re.compile(  # the helping verb of a negation
    r"\b(?:(?:does|do|did|is|are|am|was|were|has|have|had|can|could|will|would|should|be)\b|cannot\b|\w+n['’]t\b)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\b(?:(?:fully|partially|partly|in\s+part|broadly|largely|mostly|only)\s+)+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of prose that decides.

    Attributes:
        verdict: what it comes to.
        span: its words, from the verb's negation or the noun before a passive to the end of what is said of it.
        verb: where its verb begins.
        sentence: the sentence that it stands in.
        named: it names the recommendation; a pronoun in its place leaves a doubt.
        alone: it opens its sentence without a subject: ``Agreed. Officers will …``.
    """

    verdict: Verdict
    span: Span
    verb: int
    sentence: Span
    named: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Forms:
    active: re.Pattern[str]
    passive: re.Pattern[str]
    alone: re.Pattern[str]


@lru_cache(maxsize=64)  # the outcome, the positions and the contradictions of a row are read from one text
def find_statements(text: str, words: OutcomeWords) -> tuple[Statement, ...]:
    """The statements of a text that say what becomes of the recommendation, in order and apart.

    Suppositions, requests, history and the recommendations of others are left out.
    """
    return tuple(
        statement
        for sentence in find_sentences(text, words.abbreviations)
        if words.verb.search(text, sentence.start, sentence.end) and not words.guidance.search(sentence.of(text))
        for statement in _of_sentence(text, sentence, words)
    )


def _of_sentence(text: str, sentence: Span, words: OutcomeWords) -> Iterator[Statement]:
    forms, last = _forms(words), sentence.start
    if opening := _alone(text, sentence, words):
        yield opening
        last = opening.span.end
    found = [match for form in (forms.active, forms.passive) for match in form.finditer(text, last, sentence.end)]
    for match in sorted(found, key=re.Match[str].start):
        if match.start() < last or _is_trap(text, sentence, match, words):
            continue
        span = _with_tail(text, Span(_opening(text, sentence, match, words), match.end()), sentence)
        if verdict := judge(span.of(text), words):
            yield Statement(verdict, span, match.start("verb"), sentence, named=match["named"] is not None)
            last = span.end


def _alone(text: str, sentence: Span, words: OutcomeWords) -> Statement | None:
    """A decision that opens the sentence, or what follows its label."""
    number = _NUMBER.match(text, sentence.start, sentence.end)
    opening = number.end() if number else sentence.start
    label = _LABEL.match(text, opening, sentence.end)
    for start in dict.fromkeys((opening, label.end() if label else opening)):
        match = _forms(words).alone.match(text, start, sentence.end)
        if match is None or _THAT.match(text, match.end()):
            continue
        span = _with_remark(text, _with_tail(text, Span(start, match.end()), sentence), words)
        if verdict := judge(span.of(text), words):
            return Statement(verdict, span, match.start("verb"), sentence, named=True, alone=True)
    return None


def _with_remark(text: str, span: Span, words: OutcomeWords) -> Span:
    """The span of a decision with the few words after it that say how it is meant, and hold no verb of their own."""
    remark = _REMARK.match(text, span.end)
    if remark and find_detail(remark["said"], words) and not _PROMISES.search(remark["said"]):
        return Span(span.start, remark.end("said"))
    already = _ALREADY.match(text, span.end)
    return Span(span.start, already.end()) if already else span


def _is_trap(text: str, sentence: Span, match: re.Match[str], words: OutcomeWords) -> bool:
    """Whether the words are a supposition, scrutiny's own act, or about somebody else's recommendation."""
    clause = _CLAUSE.split(text[sentence.start : match.start()])[-1] + text[match.start() : match.start("verb")]
    if words.supposed.search(words.proposed.sub("", clause) if _ONE.match(match["named"] or "") else clause):
        return True
    if match["named"] is None and match["object"].lower() in {"it", "they"} and _HISTORY.match(text, match.end()):
        return True
    if words.others.match(text[match.end("object") : sentence.end].lstrip()):
        return True
    active = match.start("verb") == match.start()
    return active and not _answers(match, words) and words.scrutiny_acts.search(clause) is not None


def _answers(match: re.Match[str], words: OutcomeWords) -> bool:
    """Whether a committee answers: it accepts this recommendation, where scrutiny recommended or had accepted one."""
    verb = match["verb"].lower()
    present = any(verb in verbs.third for verbs in words.verbs)
    return present and match["named"] is not None and match["named"].lower().startswith(("this", "the rec"))


def _opening(text: str, sentence: Span, match: re.Match[str], words: OutcomeWords) -> int:
    """Where the phrase begins: with a negation up to six words before the verb in its clause, or with ``partially``."""
    start = match.start()
    if _PROVISO.fullmatch(text, sentence.start, start):
        return sentence.start
    reach = _REACH.search(text, sentence.start, start)
    before = _CLAUSE.split(reach[0])[-1] if reach else ""
    if is_negated(before, words):
        negated = _NEGATED.search(before)
        return start - len(before) + (negated.start() if negated else 0)
    degree = _DEGREE.search(text, sentence.start, start)
    return degree.start() if degree else start


def _with_tail(text: str, span: Span, sentence: Span) -> Span:
    """The span with what follows in its clause: ``in principle``, ``by the Executive``, ``subject to funding``."""
    agents = _AGENTS.match(text, span.end, sentence.end)
    start = agents.end() if agents else span.end
    tail = _TAIL.match(text, start, sentence.end)
    rest = tail[0] if tail else ""
    cut = _TAIL_END.search(rest)
    end = start + (cut.start() if cut else len(rest))
    return Span(span.start, span.start + len(text[span.start : end].rstrip(" ,")))


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


@lru_cache(maxsize=2)
def _forms(words: OutcomeWords) -> _Forms:
    verbs = _any_of(form for group in words.verbs for form in group.forms)
    participles = _any_of(form for group in words.verbs for form in group.participle)
    opens = _any_of(form for group in words.verbs for form in group.opens)
    base = _any_of(form for group in words.verbs for form in group.base)
    active = rf"\b(?P<verb>{verbs}){_LINKS}(?P<object>(?P<named>{_NAMED})|{_PRONOUN})"
    passive = (
        rf"(?P<object>\b(?P<named>{_NAMED})|{_HEADLESS})\s+(?:{_WORD}\s+){{0,6}}?{_BE}\s+(?:{_WORD}\s+){{0,4}}?"
        rf"(?P<verb>{participles})\b(?!\s+(?:to\s+be|that)\b)"
    )
    alone = (
        rf"(?:(?:the\s+|this\s+)?recommendations?\s+)?(?:(?:{_ADVERBS})\s+){{0,6}}(?P<verb>{opens}|{_ABLE}(?:{base}))\b"
        rf"(?:\s+(?:{_ADVERBS})\b)*{_BOUNDARY}"
    )
    return _Forms(*(re.compile(pattern, re.IGNORECASE) for pattern in (active, passive, alone)))
