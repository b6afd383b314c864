"""A heading that decides whatever stands below it: ``Recommendations that we accept``, ``Accepted in part``."""

import re

import msgspec

from extract.facts.outcomes.cells import read_decision
from extract.records import Because, Outcome
from extract.vocabulary.outcomes import OutcomeWords

_LABEL = re.compile(
    r"\s*(?:(?:part|section|group|annex|appendix)\s+)?(?:\d{1,2}|[A-Za-z])\s*[.:)–—-]\s+", re.IGNORECASE
)
_OPENS = re.compile(
    r"\s*(?:the\s+)?(?:recommendations|proposals|those|points)\s+(?:which|that)\s+(?:are|were|have\s+been)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_NOUNS = frozenset({"support"})  # as a title, what is given to somebody


def read_heading(heading: str, words: OutcomeWords) -> Outcome | None:
    """The answer to the recommendations below a heading; ``None`` where it has other words (``Support for carers``)."""
    label = _LABEL.match(heading)
    title = _OPENS.sub("", heading[label.end() :] if label else heading, count=1)
    own = {word.lower() for word in _WORD.findall(words.verb.sub(" ", title))}
    decides = own <= words.beside_decision and title.strip().lower() not in _NOUNS
    outcome = read_decision(title, words) if decides else None
    if outcome is None:
        return None
    printed = " ".join(heading.split())
    return msgspec.structs.replace(outcome, raw=printed, because=(Because(rule="outcome_heading", words=printed),))
