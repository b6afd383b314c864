"""A document's own abbreviations: ``Learning Improvement Forum (LIF)``, ``TRO: traffic regulation order``."""

import re
from collections.abc import Iterable, Iterator

_CAPITALS = r"(?:[A-Z][\w'’&-]*|and|of|for|the|in|on|&)"
_NAME_BEFORE = re.compile(rf"{_CAPITALS}(?:\s{_CAPITALS}){{0,11}}\s*$")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&/-]+,?\s)*[\w'’&/-]+\s*$")
_QUOTED = re.compile(
    r"\(\s*(?:(?:hereafter|hereinafter|the|or|also)\s)*[‘’'\"“](?:[Tt]he )?([A-Z][\w&/ -]{0,30}?)[‘’'\"”]\s*\)"
)
_BRACKETED = re.compile(r"\((?:the )?([A-Z][\w&/-]{1,9})\)")
_SHORTENED = re.compile(r"\((?:hereafter |hereinafter )?the ([A-Z][a-z]{2,})\)")
_LOOKED_BACK = 160
_TURNED = re.compile(r"\b([A-Z][A-Z&/]{1,8}[a-z]?)\s*\(((?:[\w'’&/-]+\s){1,9}[\w'’&/-]+)\)")
_LISTED = re.compile(
    r"(?m)(?:^|[;.,•:(]\s*)(?<!\w)([A-Z](?:[A-Za-z&/]|-(?=[A-Z])){1,8})\s*(?::|–|—|-|=)\s+"
    r"([A-Za-z][\w'’&/, -]{3,100}?)(?=[.;)\n]|$)"
)
_DASHED = re.compile(
    r"(?m)(?:^|[;.,•:(]\s*)(?<!\w)([A-Z](?:[A-Za-z&/]|-(?=[A-Z])){1,8})\s*[:=]\s+"
    r"([A-Za-z][\w'’&/ –-]{3,100}?)(?=[.,;)\n]|$)"
)
"""An entry whose words hold a dash: ``ED-P: Executive Director – Place``."""
_STANDS = re.compile(
    r"\b([A-Z][A-Za-z&]{1,8})\s+(?:(?:stands|is\s+short|being\s+short)\s+for|means|denotes|refers\s+to|for|is)\s+(?:the\s+|our\s+)?"
    r"(?=([A-Z][\w'’&/-]*(?:\s+(?:[A-Z][\w'’&/-]*|and|of|for|the|in|on|&)){0,9}))"
)
"""``HoH stands for Head of Housing, EPO for Empty Property Officer``: what follows must be spelt by the letters."""
_LINED = re.compile(r"(?m)^([A-Z]{2,6})[ \t]+([A-Z][\w'’&/, -]{5,100})$")
_LEADING = re.compile(r"^(?:(?:the|a|an|and|of|for|to|by|with|our|in|on)\s+)+", re.IGNORECASE)
_SMALL = frozenset({"and", "of", "for", "the", "in", "on", "to", "a", "an", "with", "by", "s"})
_STRAY_WORDS = 1


def find_glossary(texts: Iterable[str]) -> dict[str, str]:
    """The abbreviations that the texts define, each with its full name; the first definition holds.

    A bare acronym is one only where its letters fit the words; a definition in quotation marks
    (``Cornwall Council ('the Council')``) is taken as it stands.
    """
    found = dict[str, str]()
    for text in texts:
        for short, full in _definitions(text):
            found.setdefault(short, full)
    return found


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _QUOTED.finditer(text):
        if before := _before(_NAME_BEFORE, text, match.start()):
            yield match[1], _LEADING.sub("", before)
    for match in _BRACKETED.finditer(text):
        if expansion := expand(match[1], _before(_WORDS_BEFORE, text, match.start())):
            yield match[1], expansion
    for match in _SHORTENED.finditer(text):
        before = _LEADING.sub("", _before(_NAME_BEFORE, text, match.start()))
        if before.endswith(f" {match[1]}"):
            yield match[1], before
    if "(" in text:
        yield from _spelt(_TURNED, text)
    yield from _listed(text)
    yield from _standing(text)
    for match in _LINED.finditer(text):
        if _by_initials(match[1].lower(), match[2]) == match[2]:  # nothing but their order tells that it is a key
            yield match[1], match[2]


def _standing(text: str) -> Iterator[tuple[str, str]]:
    """What initials are said to stand for: the shortest opening of the words that they spell."""
    for match in _STANDS.finditer(text):
        words = match[2].split()
        letters = {match[1].lower(), _capitals(match[1])}
        openings = (" ".join(words[:number]) for number in range(2, len(words) + 1))
        if full := next((one for one in openings if any(_by_initials(each, one) == one for each in letters)), None):
            yield match[1], full


def _capitals(short: str) -> str:
    return "".join(letter for letter in short if letter.isupper()).lower()


def _before(pattern: re.Pattern[str], text: str, end: int) -> str:
    """The words on one line that stand before a bracket, as the pattern has them; empty if there are none."""
    found = pattern.search(text[max(end - _LOOKED_BACK, 0) : end])
    return " ".join(found[0].split()) if found else ""


def _spelt(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Definitions that print the abbreviation first and its words second."""
    for match in pattern.finditer(text):
        if expansion := expand(match[1], " ".join(match[2].split())):
            yield match[1], expansion


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """Entries of a key: the longest part of what follows, up to a comma or the end, that the abbreviation opens."""
    for match in _LISTED.finditer(text):
        parts = match[2].split(", ")
        ends = (", ".join(parts[:number]) for number in range(len(parts), 0, -1))
        if full := next((words for words in ends if _spells(match[1], words)), None):
            yield match[1], full
        elif expansion := expand(match[1], parts[0]):
            yield match[1], expansion
    for match in _DASHED.finditer(text):
        if " – " in match[2] and _spells(match[1], match[2]):
            yield match[1], match[2]


def _spells(short: str, words: str) -> bool:
    """Whether the initials of all of the words are an abbreviation, hyphens left out."""
    return _by_initials(short.lower().replace("-", ""), words) == words


def expand(short: str, words: str) -> str | None:
    """The end of ``words`` whose letters spell the abbreviation, or ``None`` (after Schwartz and Hearst, 2003).

    The letters are found from the right; the first of them opens a word, and nearly all of them are initials.
    """
    letters = [c.lower() for c in short if c.isalnum()]
    if len(letters) < 2 or sum(c.isupper() for c in short) < 2:  # noqa: PLR2004 - one letter abbreviates nothing
        return None
    return _by_initials("".join(letters), words) or _by_letters(letters, words)


def _by_initials(letters: str, words: str) -> str | None:
    """The end of ``words`` whose initials are the letters, small words left out."""
    told = ""
    for found in reversed(list(re.finditer(r"\w[\w'’]*", words))):
        opens = found[0].islower() and len(told) + 1 == len(
            letters
        )  # no abbreviation begins with a small word: Adult and Health Services
        if found[0].lower() in _SMALL and (opens or not letters.endswith(found[0][0].lower() + told)):
            continue
        told = found[0][0].lower() + told
        if told == letters:
            return words[found.start() :]
        if not letters.endswith(told):
            return None
    return None


def _by_letters(letters: list[str], words: str) -> str | None:
    at, low = len(words), words.lower()
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and (low[at] != letter or (number == 0 and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return words[at:] if _initials_fit(letters, words[at:]) else None


def _initials_fit(letters: list[str], full: str) -> bool:
    """Whether the letters are initials, all but one, and the words give them, all but one."""
    initials = [word[0].lower() for word in re.findall(r"\w+", full) if word.lower() not in _SMALL]
    told = sum(letter in initials or letter in "ofats" for letter in letters)
    stray = sum(initial not in letters for initial in initials)
    return len(initials) > 1 and stray <= _STRAY_WORDS and told >= len(letters) - 1
