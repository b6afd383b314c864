"""Which bodies are the subject of a verb of answering: right before it, opening its sentence, or meant by a pronoun."""

import re

from extract.facts.positions.answers import Reply, is_other
from extract.findings import Body, Span, body_of
from extract.records import OrganisationMention
from extract.sentences import find_sentences
from extract.statements import Statement

_COORDINATED = re.compile(r",?\s*(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_OPENS_BACK = re.compile(r"(?:however,\s+)?(?:it|they)\s+", re.IGNORECASE)
_ADVERBIAL = re.compile(r"(?:\s+[^\s,.;:!?]+){0,6}\s*")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|of|from|with|and|but)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_GOVERNED = re.compile(
    r"\b(?:by|of|with|from|to|for|in|at|via|through|under|between|on)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_SAME_SUBJECT = re.compile(r"\band\s+(?:(?:therefore|so|thus|accordingly|consequently|also),?\s+)?\Z", re.IGNORECASE)
_LEADS_IN = re.compile(r"(?:[^,.;:]{1,50},\s+)?(?:(?:however|but|and|while|whilst),?\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:who|whose|which|where)\b[^,.;:]*,")
_PRONOUN = re.compile(r"\b(?:it|they)\s+(?:(?:\w+ly|also|does|do|did|has|have|not)\s+){0,3}\Z", re.IGNORECASE)


def acting(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies that are the subject of a verb, right before it or as what opens its sentence."""
    return _subjects(reply, sentence, verb) or _continued(reply, sentence, verb)


def _subjects(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies before the verb, the nearest first: ``the ICB therefore rejects``, ``A and B accept``."""
    found, edge = list[OrganisationMention](), verb
    for mention in sorted(reply.mentions, key=lambda m: -m.start):
        if not sentence.start <= mention.start < edge:
            continue
        between = reply.text[mention.end : edge]
        joined = _COORDINATED.fullmatch(between) if found else _is_adverbial(between)
        if not joined:
            break
        found.append(mention)
        edge = mention.start
    return found


def _is_adverbial(between: str) -> bool:
    between = _ASIDE.sub("", between)
    return _ADVERBIAL.fullmatch(between) is not None and _SUBORDINATE.search(between) is None


def _continued(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The subject that opens a sentence and goes on after ``and``: ``The Force has written and declines to …``."""
    first = next((mention for mention in reply.mentions if sentence.start <= mention.start < verb), None)
    if first is None or not _SAME_SUBJECT.search(reply.text, first.end, verb):
        return []
    opens = _LEADS_IN.fullmatch(reply.text[sentence.start : first.start])
    follows = reply.words.speakers.verb.match(_ASIDE.sub("", reply.text[first.end : verb], count=1).lstrip())
    return [first] if opens and follows else []


def meant(reply: Reply, sentence: Span, verb: int) -> OrganisationMention | None:
    """The last body named before ``it`` or ``they`` in a sentence: ``The Force's view is different: it supports …``."""
    pronoun = _PRONOUN.search(reply.text, sentence.start, verb)
    before = [m for m in reply.mentions if pronoun and sentence.start <= m.start and m.end <= pronoun.start()]
    return before[-1] if before else None


def agents(reply: Reply, statement: Statement) -> list[Body]:
    """The bodies after ``by``: ``accepted in full by the UK Government and the Welsh Government``."""
    by = re.compile(r"\bby\b").search(reply.text, statement.verb, statement.span.end)
    if by is None:
        return []
    return [body_of(m) for m in reply.mentions if by.end() <= m.start < statement.span.end]


def refusers(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies other than the authority that are the subject of a verb, or of the sentence that it ends."""
    subjects = acting(reply, sentence, verb) or _reporting(reply, sentence, verb) or _before(reply, sentence, verb)
    if subjects and _GOVERNED.search(reply.text, sentence.start, subjects[-1].start):
        return []
    return [mention for mention in subjects if is_other(reply, mention)]


def _reporting(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The body whose own words are reported: ``The Force has indicated that it is not in a position to …``."""
    before = (m for m in reply.mentions if sentence.start <= m.start and m.end <= verb)
    tells = reply.words.speakers.tells
    return [mention for mention in before if tells.fullmatch(reply.text[mention.end : verb].strip(", \n"))]


def _before(reply: Reply, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The body of the sentence before, for ``It`` or ``They`` that opens one: ``We wrote to X. It replied …``.

    Another body that is its subject is meant before the last one named: ``X has written to Y. It will not …``.
    """
    if not _OPENS_BACK.fullmatch(reply.text, sentence.start, verb):
        return []
    earlier = list(find_sentences(reply.text[: sentence.start], reply.words.abbreviations))
    start = earlier[-1].start if earlier else sentence.start
    named = [mention for mention in reply.mentions if start <= mention.start < sentence.start]
    opens = named and _LEADS_IN.fullmatch(reply.text[start : named[0].start]) and is_other(reply, named[0])
    if opens and reply.words.speakers.verb.match(reply.text[named[0].end : sentence.start].lstrip()):
        return named[:1]
    return named[-1:]


def with_article(reply: Reply, sentence: Span, mention: OrganisationMention) -> int:
    """Where a mention begins, with the article before it."""
    article = _ARTICLE.search(reply.text, sentence.start, mention.start)
    return article.start() if article else mention.start
