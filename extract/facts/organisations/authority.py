"""Who is answering: the council, commissioner, board or government whose response a document is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extract.facts.organisations.local import find_local_answerer, find_local_authority, local_body
from extract.facts.organisations.matching import Match, match_names
from extract.facts.organisations.spelling import nearest_name
from extract.findings import Body, Span
from extract.records import Authority
from extract.vocabulary.organisations import Registry, key_of, words_of

_ANSWERING = frozenset({"local_authority", "pcc", "nhs_icb", "nhs_trust", "combined_authority", "fire", "police"})
_LEADING = frozenset({"local_authority", "pcc", "nhs_icb", "combined_authority"})
_INITIALS = "initials of "
_GOVERNMENT = re.compile(
    r"\b((?:HM|Her Majesty['’]s|His Majesty['’]s|UK|Welsh|Scottish|Australian|New Zealand|Irish) Government|"
    r"Government of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?|Northern Ireland Executive)\b"
)
_THE_GOVERNMENT = re.compile(r"\b(?:Government(?:['’]s)? [Rr]esponse|Presented to (?:the )?(?:Parliament|House))\b")
_RESPONDING = re.compile(
    r"(?i)\b(?:responses?|repl(?:y|ies)|answers?) (?:of|by|from|on behalf of) (?:the )?"
    r"(?:(?:cabinet|executive|council|leader|mayor|board) (?:of|for) )?(?:the )?$"
    r"|\b(?:joint )?responses? (?:of|by|from|on behalf of) [^.:;]{0,120} and (?:the )?$"
    r"|\b(?:submitted|provided|prepared) by (?:the )?$|^from:? (?:the )?$"
)
_RESPONSE_AFTER = re.compile(
    r"(?i)^(?:['’]s?)?[ :–—-]*(?:cabinet|executive|board|management)?['’]?s? ?"
    r"(?:proposed |formal |draft )?(?:response|reply)\b"
)
_ASKING = re.compile(
    r"(?i)^(?:['’]s?)? ?(?:(?:police(?:,? fire)? and crime )?panel|(?:overview and |select )?scrutiny|"
    r"select committee|committee)\b"
)
_WEIGHT_OF_ANSWER, _WEIGHT_OF_HEADING, _WEIGHT_OF_ALIAS, _WEIGHT_OF_PLACE, _WEIGHT_OF_INITIALS = 12, 5, 2, 1, 1
_LEAST, _AHEAD = 2, 2
_RUNNING = 2
"""A line that stands on every page counts twice."""

_SMALL = frozenset({"AND", "OF", "FOR", "THE", "UPON", "ON", "IN", "WITH", "Y", "A", "AR", "O"})
_HEADED = re.compile(r"\s*[.:;,|–—-]\s*\w")
_PROSE = re.compile(r"[.;,]\s*$|\bmeans\b|^[a-z]")
_LONGEST_HEADING = 80


def find_authority(
    heading_lines: Sequence[str],
    texts: Iterable[str],
    registry: Registry,
    given: str | None = None,
    answering: Sequence[str] = (),
) -> Authority | None:
    """Who is answering, or ``None`` where the document does not make it clear.

    What is given wins. Otherwise the candidates are weighed: a name beside ``response of``, names in the heading
    lines, a council there that no registry has, and then names, places and initials in the body; the first must be
    well ahead of the second.

    Args:
        heading_lines: the title, headings, running headers and what the file says of itself.
        texts: the body of the document.
        registry: the known organisations.
        given: the authority that a person named, or its public identifier.
        answering: the titles under which answers stand: ``Borchester City Council``, ``Borsetshire Constabulary``.
    """
    if given and given.strip():
        return _given(" ".join(given.split()), registry)
    weights = Counter[str]()
    for line, times in Counter(_unwrapped(heading_lines)).items():
        weights.update({body: weight * min(times, _RUNNING) for body, weight in _weigh_heading(line, registry).items()})
    found = _clear(weights, registry)
    told = found is not None and weights[found.id or ""] >= _WEIGHT_OF_ANSWER
    council = None if told else _council_among(answering, found, registry)
    if headed := council or found or _unknown(heading_lines, weights, registry):
        return headed
    for text in texts:
        weights.update(_weigh_body(text, registry))
    return _clear(_with_initials(weights, registry), registry)


def _unknown(heading_lines: Sequence[str], weights: Counter[str], registry: Registry) -> Authority | None:
    """Who answers by the headings and stands in no registry: a parish, a government, a council that is new."""
    if (local := find_local_answerer(heading_lines)) and not _is_answering(weights):
        return Authority(id=local.id, name=local.name)
    if government := _government([*heading_lines, " ".join(heading_lines)], registry):
        return government
    if max(weights.values(), default=0) > _WEIGHT_OF_PLACE:
        return None
    new = find_local_authority(_in_title_case(line) for line in heading_lines)
    return Authority(id=new.id, name=new.name) if new else None


def _council_among(titles: Sequence[str], found: Authority | None, registry: Registry) -> Authority | None:
    """The first council that answers under its own name, where no council was found: its partners answer beside it."""
    if found and _is_council(found.id or "", registry):
        return None
    named = (find_local_authority([title]) for title in dict.fromkeys(titles))
    unknown = next((body for body in named if body), None)
    return _given(unknown.name, registry) if unknown else None


def _is_answering(weights: Counter[str]) -> bool:
    """Whether a heading says of a body that is known that it answers."""
    return max(weights.values(), default=0) >= _WEIGHT_OF_ANSWER


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, each that goes on in the next made one with it: ``and Kent County Council``, ``FOR SUFFOLK``."""
    whole = list[str]()
    for line in lines:
        goes_on = line[:1].islower() or (line.isupper() and line.split()[0] in _SMALL and whole and whole[-1].isupper())
        if whole and goes_on and not whole[-1].endswith("."):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def line_naming(authority: Authority, lines: Sequence[str], registry: Registry) -> int | None:
    """Which of the lines names best who answers: beside ``response``, in full, or by place; ``None`` for none."""
    weights = [_weigh_heading(line, registry)[authority.id or ""] for line in lines]
    if any(weights):
        return weights.index(max(weights))
    return next((at for at, line in enumerate(lines) if _names(authority, line)), None)


def _names(authority: Authority, line: str) -> bool:
    return authority.name in line or (authority.name == "UK Government" and _THE_GOVERNMENT.search(line) is not None)


def _given(name: str, registry: Registry) -> Authority:
    if coded := _coded(name, registry):
        return Authority(id=coded.id, name=coded.name)
    key = key_of(name)
    places = next((ids for place, ids in registry.places.items() if place.casefold() == name.casefold()), ())
    if key in registry.aliases:
        body = registry.organisations[registry.aliases[key]]
    elif len(places) == 1:
        body = registry.organisations[places[0]]
    else:
        body = _folded(key, registry) or nearest_name(name, registry) or local_body(name)
    return Authority(id=body.id, name=body.name)


def _coded(code: str, registry: Registry) -> Body | None:
    """The body with a public identifier, or a bare ONS code, superseded ones included: ``E08000020``."""
    known = (registry.organisations.get(registry.former.get(id_, id_)) for id_ in (code, f"gss:{code}"))
    return next((body for body in known if body), None)


def _folded(key: str, registry: Registry) -> Body | None:
    """The body whose name is the same but for its capitals."""
    folded = key.casefold()
    found = {body for name, body in registry.aliases.items() if name.casefold() == folded}
    return registry.organisations[found.pop()] if len(found) == 1 else None


def _clear(weights: Counter[str], registry: Registry) -> Authority | None:
    """The heaviest candidate where it is well ahead of the next.

    Where a council and its partners answer together, the council is the one to name: only councils are its rivals.
    """
    ranked = sorted(weights, key=lambda body: (-weights[body], not _is_council(body, registry), body))
    if not ranked or weights[ranked[0]] < _LEAST:
        return None
    council = next((body for body in ranked if _is_council(body, registry)), ranked[0])
    if weights[council] >= _WEIGHT_OF_ANSWER and _AHEAD * weights[council] >= weights[ranked[0]]:
        ranked.insert(0, ranked.pop(ranked.index(council)))
    first, *others = ranked
    rivals = [body for body in others if _is_council(body, registry) or not _is_council(first, registry)]
    if rivals and weights[first] < _AHEAD * weights[rivals[0]]:
        return None
    return Authority(id=first, name=registry.organisations[first].name)


def _is_council(body: str, registry: Registry) -> bool:
    return registry.organisations[body].type == "local_authority"


def _weigh_heading(line: str, registry: Registry) -> Counter[str]:
    weights = _weigh_line(line, registry)
    return weights if weights or not line.isupper() else _weigh_line(_in_title_case(line), registry)


def _in_title_case(line: str) -> str:
    """A line in capitals as a name is printed, ``CITY OF YORK COUNCIL`` -> ``City of York Council``; others as is."""
    if not line.isupper():
        return line
    return " ".join(word.lower() if word in _SMALL else word.title() for word in line.split())


def _weigh_line(line: str, registry: Registry) -> Counter[str]:
    weights, taken = Counter[str](), list[Span]()
    for match in match_names(line, registry):
        taken.append(match.span)
        if match.sure and registry.organisations[match.ids[0]].type in _ANSWERING:
            weights[match.ids[0]] = max(weights[match.ids[0]], _weight_in_heading(line, match, registry))
    weights.update(_places(line, registry, taken))
    return weights


def _weight_in_heading(line: str, match: Match, registry: Registry) -> int:
    before, after = line[: match.span.start], line[match.span.end :]
    if _RESPONDING.search(before) or _RESPONSE_AFTER.match(after):
        return _WEIGHT_OF_ANSWER
    if not before.strip() and not after.strip():
        return _WEIGHT_OF_HEADING  # a line of its own: whose paper it is
    if _ASKING.match(after) and registry.organisations[match.ids[0]].type != "local_authority":
        return 0  # the panel that is answered: Essex Police, Fire and Crime Panel
    if _PROSE.search(line) and (before or not _HEADED.match(after)):
        return _WEIGHT_OF_PLACE  # a sentence about a body: KCC means Kent County Council.
    return _WEIGHT_OF_HEADING if registry.organisations[match.ids[0]].type in _LEADING else 1


def _weigh_body(text: str, registry: Registry) -> Counter[str]:
    if len(text) <= _LONGEST_HEADING and "\n" not in text:
        return _weigh_heading(text, registry)
    weights, taken = Counter[str](), list[Span]()
    for match in match_names(text, registry):
        if match.sure:
            taken.append(match.span)
            if registry.organisations[match.ids[0]].type == "local_authority":
                weights[match.ids[0]] += _WEIGHT_OF_ALIAS
        elif match.ids:
            weights.update({f"{_INITIALS}{body}": _WEIGHT_OF_INITIALS for body in match.ids})
    weights.update(_places(text, registry, taken))
    return weights


def _with_initials(weights: Counter[str], registry: Registry) -> Counter[str]:
    """The weights of the bodies, with that of their initials where something else speaks for them too."""
    whole = Counter({body: weight for body, weight in weights.items() if body in registry.organisations})
    for name, weight in weights.items():
        body = name.removeprefix(_INITIALS)
        if body != name and body in whole:
            whole[body] += weight
    return whole


def _places(text: str, registry: Registry, taken: Sequence[Span]) -> Counter[str]:
    """Weights of the councils whose places are named outside of the names already ``taken``."""
    weights, first_words = Counter[str](), _places_by_word(registry)
    words = list(words_of(text))
    at = 0
    while at < len(words):
        for key, ids in first_words.get(words[at].key, ()):
            number = key.count(" ") + 1
            span = Span(words[at].start, words[min(at + number, len(words)) - 1].end)
            if " ".join(word.key for word in words[at : at + number]) == key:
                if len(ids) == 1 and not any(span.overlaps(other) for other in taken):
                    weights[ids[0]] += _WEIGHT_OF_PLACE
                at += number - 1
                break
        at += 1
    return weights


@lru_cache(maxsize=4)
def _places_by_word(registry: Registry) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Keys of the places by their first word, longest first, with the councils that each may mean."""
    found = dict[str, list[tuple[str, tuple[str, ...]]]]()
    for place, ids in registry.places.items():
        key = key_of(place)
        found.setdefault(key.split(" ")[0], []).append((key, ids))
    return {first: sorted(keys, key=lambda pair: -len(pair[0])) for first, keys in found.items()}


def _government(lines: Sequence[str], registry: Registry) -> Authority | None:
    """A government that answers: its name stands by itself in a line, or beside ``response``."""
    for line in lines:
        for found in _GOVERNMENT.finditer(line):
            before, after = line[: found.start()], line[found.end() :]
            if _RESPONDING.search(before) or _RESPONSE_AFTER.match(after) or found[0] == line.strip():
                known = registry.aliases.get(key_of(found[0]), "")
                body = registry.organisations.get(known) or local_body(found[0])
                return Authority(id=body.id, name=body.name)
        if _THE_GOVERNMENT.search(line):
            return Authority(id=local_body("UK Government").id, name="UK Government")
    return None
