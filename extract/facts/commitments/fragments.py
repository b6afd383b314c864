"""A response -> the stretches that are parsed: a sentence without its label, divided at semicolons and dashes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.findings import Span
from extract.sentences import find_sentences, find_stems

_LABEL = re.compile(r"(?:[\w'’&/().,-]+\s+){0,6}?[\w'’&/().,-]+(?::|\s[–—-])\s+(?=\S)")
_VERB = re.compile(
    r"\b(?:will|shall|is|are|was|were|has|have|had|can|cannot|may|to|should|would|we|I)\b", re.IGNORECASE
)
_BREAK = re.compile(r"\s*[;:]\s+|\s+[–—]\s+|\s+-\s+|,\s+(?=\d[\d,]* of (?:the )?\d)")
_REPORT = re.compile(r"\S\s+(?:(?!updated|revised|reported|dated)\w{2,}ed|sent|done|held|built|met)\s+(?:\w+\s+)?\d")
"""A deed with its day before a colon, which is no label: ``Audit finished 27/10/2023: 88 fail``."""
_ASIDE = re.compile(
    r"(\b(?:will|shall|has|have|may|would|can|could|should)),\s(?!but\b|and\b|or\b)[^,.;:]{3,90},\s(?=[a-z]+\b)",
    re.IGNORECASE,
)
_SET_PHRASE = re.compile(
    r"\b((?:am|is|are|was|were|will|shall|has|have|may|might|would|can|could|cannot|should|do|does|did)(?:n['’]t)?"
    r"(?:\snot)?|not),?\s(?:for (?:that|this|these|those) reasons?|for (?:the (?:moment|present|time being)|now)"
    r"|in (?:any (?:event|case)|the circumstances|consequence|truth|all honesty|practice)"
    r"|as (?:a result|yet|things stand)"
    r"|on (?:balance|this occasion|reflection)|at (?:present|this (?:stage|time|point))|with (?:great )?regret"
    r"|to (?:our|my|its) regret|of course|I(?:['’]m| am) afraid(?: to say)?|for (?:its|our|my|her|his|their) part),?\s"
    r"(?=[a-z])",
)
"""What is said beside a verb without commas: ``is for that reason not minded to``."""
_STEM_END = re.compile(r"\s*[:–—-]\s*$")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a sentence that is parsed by itself.

    Attributes:
        text: the words that are parsed: those of its stem, if it completes one, and its own.
        start: where its own words begin in the response.
        stem: where the words of its stem begin in the response; ``start`` where there is none.
        lead: how many characters of ``text`` belong to the stem.
        sentence: the sentence that it stands in.
    """

    text: str
    start: int
    stem: int
    lead: int
    sentence: Span

    def span(self, start: int, end: int) -> Span:
        """The stretch of the response that ``text[start:end]`` is, without words of the stem where it has own ones."""
        if end <= self.lead:
            return Span(self.stem + start, self.stem + end)
        return Span(self.start + max(start - self.lead, 0), self.start + end - self.lead)


def find_fragments(text: str, abbreviations: frozenset[str]) -> Iterator[Fragment]:
    """The fragments of a response in order; what a colon lists without a verb stays with the words before it."""
    sentences = find_sentences(text, abbreviations)
    for sentence, stem in zip(sentences, find_stems(text, sentences), strict=True):
        prefix = f"{_STEM_END.sub('', stem.of(text))} " if stem else ""
        for at, part in enumerate(_parts(text, sentence)):
            lead = prefix if at == 0 else ""
            yield Fragment(
                lead + _without_asides(part.of(text)),
                part.start,
                stem.start if stem and lead else part.start,
                len(lead),
                sentence,
            )


def _without_asides(words: str) -> str:
    """The words with what stands within a verb group blanked: ``will, if progress stalls, commission``.

    So are set phrases without commas: ``is for that reason not minded to``, ``could not in any event visit``.
    """
    for aside in (_ASIDE, _SET_PHRASE):
        words = aside.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), words)
    return words


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    start = _after_label(text, sentence)
    breaks = list(_BREAK.finditer(text, start, sentence.end))
    dashes = [found for found in breaks if found[0].strip() in "–—-"]
    paired = len(dashes) > 1
    for found in breaks:
        tells = _VERB.search(text, found.end(), sentence.end) or text[found.end()].isdigit()
        lists = ":" in found[0] and not tells
        if lists or (paired and found in dashes):
            continue
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _after_label(text: str, sentence: Span) -> int:
    """Where a sentence begins after its label: ``Staffing: six trainees started``, ``Met Police – We will``."""
    label = _LABEL.match(text, sentence.start, sentence.end)
    return label.end() if label and not (_VERB.search(label[0]) or _REPORT.search(label[0])) else sentence.start
