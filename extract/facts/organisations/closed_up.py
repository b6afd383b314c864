"""Known names whose words a document ran together: ``West YorkshirePolice``, ``HomesEngland``, ``NHSTrust``."""

import re
from collections.abc import Iterator
from itertools import accumulate

from extract.facts.organisations.matching import match_names
from extract.findings import Body, Span
from extract.vocabulary.organisations import Registry

_SEAM = re.compile(r"(?<=[a-z'’])(?=[A-Z][a-z])|(?<=\bNHS)(?=[A-Z][a-z])")


def find_closed_up(text: str, registry: Registry) -> Iterator[tuple[Span, Body]]:
    """The names of the registry that the text has once its words are parted where a capital follows a small letter."""
    pieces = _SEAM.split(text)
    if len(pieces) == 1:
        return
    ends = list(accumulate(len(piece) for piece in pieces))[:-1]
    seams = [end + number for number, end in enumerate(ends)]  # where the spaces stand that were put in
    for match in match_names(" ".join(pieces), registry):
        within = [seam for seam in seams if match.span.start < seam < match.span.end]
        if match.sure and within:
            start, end = (at - sum(seam < at for seam in seams) for at in (match.span.start, match.span.end))
            yield Span(start, end), registry.organisations[match.ids[0]]
