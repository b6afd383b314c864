"""Minutes tell in reported speech what was said: ``would publish`` is what somebody ``will publish``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language import Word
from extract.sentences import find_sentences
from extract.vocabulary.commitments import CommitmentWords

_OPENING = 3  # sentences, in one of which somebody says something
_DIRECT = re.compile(
    r"\b(?:will|shall|is|are|has|we|our|us|I|my)\b|[’'](?:ll|re|ve)\b"
    r"|(?<!\bto )(?<!would )(?<!could )(?<!should )(?<!might )(?<!rather )(?<!\bnot )\bhave\b"
)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_PAST = re.compile(r"\b(?:would|had|was|were|could)\b")
_WISHES = frozenset({"rather", "like", "love", "prefer", "wish", "have", "otherwise"})
_SHIFTED = {"would": ("will", "will"), "had": ("has", "have"), "was": ("is", "be"), "were": ("are", "be")}


def is_reported(text: str, words: CommitmentWords) -> bool:
    """Whether a text tells in the past what somebody said, and has no voice and no present of its own but in quotes."""
    if _DIRECT.search(_QUOTED.sub("", text)) or not _PAST.search(text):
        return False
    opening = find_sentences(text, words.abbreviations)[:_OPENING]
    return any(_told(words).search(text, sentence.start, sentence.end) for sentence in opening)


def as_said(tokens: Sequence[Word], words: CommitmentWords) -> tuple[Word, ...]:
    """The words of a sentence of such a text in the tenses in which they were said.

    ``Would`` becomes will, ``had met`` has met, ``was testing`` is testing and ``was not`` is not; what would rather be
    and the plain past stay as they are. Whoever says something only says it: ``The Leader remarked that …``.
    """
    told = frozenset(words.words["telling"])
    return tuple(_as_said(tokens, at, told) for at in range(len(tokens)))


def _as_said(tokens: Sequence[Word], at: int, told: frozenset[str]) -> Word:
    word = tokens[at]
    if word.tag == "VBD" and word.text.lower() in told and any(_is_said(one, at) for one in tokens):
        return replace(word, text="said", lemma="say")
    shifted = _SHIFTED.get(word.text.lower())
    if shifted is None or not _shifts(tokens, at):
        return word
    text = shifted[0].capitalize() if word.text[:1].isupper() else shifted[0]
    return replace(word, text=text, lemma=shifted[1], tag="MD" if shifted[0] == "will" else "VBZ")


def _is_said(word: Word, at: int) -> bool:
    """Whether a word is the verb of what is said by the one there."""
    return word.head == at and word.dep == "ccomp"


def _shifts(tokens: Sequence[Word], at: int) -> bool:
    """Whether a verb stands for its present: not ``would rather``, nor ``had said that``, nor what tells of others."""
    word, verb = tokens[at], tokens[tokens[at].head]
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    helps = word.dep in {"aux", "auxpass"}
    if (verb if helps else word).dep in {"relcl", "advcl"}:
        return False
    if word.text.lower() == "would":
        return helps and following not in _WISHES
    if word.text.lower() == "had":
        return helps and verb.tag == "VBN" and not any(_is_said(one, word.head) for one in tokens)
    going = any(one.text.lower() == "being" and one.head == word.head for one in tokens)
    return following in {"not", "n't"} or (helps and (verb.tag == "VBG" or going))


def _told(words: CommitmentWords) -> re.Pattern[str]:
    """A person who said that: ``The Cabinet Member for Housing explained that``."""
    persons, verbs = "|".join(sorted(words.subjects["persons"])), "|".join(words.words["telling"])
    told = rf"\b(?:{persons}|he|she)s?\b[^.;:]{{0,90}}?\b(?:{verbs})\b,?(?:\s+[^\s.;:]+){{0,6}}?\s+that\b"
    return re.compile(told, re.IGNORECASE)
