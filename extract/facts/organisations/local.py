"""Bodies that no registry holds, known by the form of their names: ``Learning Improvement Forum``."""

import re
from collections.abc import Iterator

from extract.findings import Body, Span

_TYPES = {
    "Board": "partnership",
    "Forum": "partnership",
    "Partnership": "partnership",
    "Alliance": "partnership",
    "Network": "partnership",
    "Panel": "partnership",
    "Committee": "partnership",
    "Consortium": "partnership",
    "Taskforce": "partnership",
    "Group": "partnership",
    "Trust": "other",
    "Foundation": "charity",
    "Association": "other",
    "Federation": "other",
    "Society": "charity",
    "Centre": "other",
    "College": "other",
    "University": "other",
    "Academy": "other",
    "School": "other",
    "Hospice": "charity",
    "Service": "other",
    "Unit": "other",
    "Agency": "other",
    "CIC": "other",
    "Ltd": "other",
    "Limited": "other",
    "plc": "other",
    "LLP": "other",
    "Council": "local_authority",
    "Government": "government",
    "Executive": "government",
}
_HEADS = "|".join(sorted(_TYPES.keys() - {"Government", "Executive", "Council"}))
_LOCAL_COUNCIL = "(?:Town|Parish|Community|City|Borough|District|County) Council"

_WORD = r"[A-Z][\w'’-]*"
_JOINED = rf"(?:,? (?:and|of|for|&|the|in|of the)|,)? {_WORD}"
_PLACE = rf"(?: (?:of|for) {_WORD}(?:(?: and)? {_WORD}){{0,3}})"
_NAME = re.compile(
    rf"(?:\b{_WORD}(?:{_JOINED}){{0,9}}? (?:{_HEADS}|{_LOCAL_COUNCIL})\b{_PLACE}?|\b(?:University|College){_PLACE})"
    rf"(?! (?!Will|The|Has|Is|We){_WORD})"
)
_SMALL = frozenset({"and", "of", "for", "the", "in", "&"})
_OPENERS = _SMALL | frozenset(
    """
    The This That These Those Our Their Its A An Each Every Any No All Both Another New In On At By For From With To Of
    And But If When While As Since Following Through Via Under Where Which Also However Although Once After Before
    During Local Existing Current Former Proposed Joint Relevant Some Other Members Officers Cabinet Executive Response
    Recommendation Organisation Lead Decision Comments Accepted Agreed Rejected
    """.split()  # noqa: SIM905 - a paragraph of words is read more easily than a column of strings
)
_PLAIN = frozenset(
    """
    Working Steering Task Task-and-Finish Project Programme Scrutiny Select Standing Management Officer Member Members
    Cabinet Executive Full Sub Advisory Reference Finish Overview Governing Delivery Strategic Strategy City County
    District Borough Town Parish Community Public Council Service Health Care Primary Secondary Special High Voluntary
    School Schools Foundation NHS National Regional Enhanced Joint Budget Appeals Audit Ethics Licensing Safeguarding
    Integrated Acute Youth Welfare Resource Leisure Family Children's Children’s Crime Police Fire And Partnership
    Improvement Independent
    """.split()  # noqa: SIM905 - as above
)


def find_local_bodies(text: str) -> Iterator[tuple[Span, Body]]:
    """The capitalised names in the text that end as bodies' names do, each with a stable ``local:`` id."""
    for found in _NAME.finditer(text):
        words = _last_listed(found[0]).split(" ")
        while words and words[0].strip(",") in _OPENERS:
            words = words[1:]
        if not _telling(words):
            continue
        name = " ".join(words)
        yield Span(found.end() - len(name), found.end()), local_body(name)


def _last_listed(name: str) -> str:
    """The name without what a list names before it: ``Performance, Visitor Centre``, not ``Homes and Care Board``."""
    before, comma, after = name.rpartition(", ")
    return after if comma and before and " and " not in after else name


def whole_local_body(name: str) -> Body | None:
    """The local body whose name is all of the words; ``None`` where they do not have the form of one."""
    return next((body for span, body in find_local_bodies(name) if span == Span(0, len(name))), None)


def local_body(name: str) -> Body:
    """The body of that name which no registry holds: its id is a slug of the name, the same wherever it is printed."""
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", name.lower().replace("&", "and"))).strip("-")
    return Body(name, f"local:{slug}", _TYPES.get(name.rsplit(" ", 1)[-1]))


def _telling(words: list[str]) -> bool:
    """Whether a word beside the kind tells this body from others: ``Steering Group`` is a kind."""
    capitals = (word.strip(",") for word in words if word[0].isupper())
    return any(word not in _PLAIN and word not in _TYPES for word in capitals)
