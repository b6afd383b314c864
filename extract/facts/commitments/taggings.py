"""The parsed words of a fragment -> the same with verbs that pass for nouns, and nouns that pass for verbs, put right.

Each repair was seen on many councils' sentences; each rests on grammar alone, so a right parse passes unchanged.
"""

from dataclasses import replace

from extract.language import Word

_AUXILIARIES = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CC"})
_STATES = frozenset({"be", "have", "continue", "need", "remain", "seem", "appear", "tend", "prove", "require"})
_NOMINAL = frozenset({"NN", "NNS", "JJ"})


def retagged(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with their verbs told from their nouns; as many as before, in the same places."""
    return _noted(_after_modals(_lifted(words)))


def root_of(words: tuple[Word, ...]) -> int:
    """The first word that hangs on no other."""
    return next((at for at, word in enumerate(words) if word.head == at), 0)


def _lifted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``We will not be reopening``: what hangs on a helping verb belongs to the verb that it helps."""
    helped = {word.head for word in words if word.tag == "MD" and words[word.head].text == "be"}
    lifted = {at: words[at].head for at in helped if words[at].dep in _AUXILIARIES}
    return tuple(
        replace(word, head=lifted[word.head]) if word.head in lifted and at != word.head else word
        for at, word in enumerate(words)
    )


def _after_modals(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``ASC will no longer commission visits``, ``will trial access``: what a modal helps is a verb."""
    for at, word in enumerate(words):
        modal = any(one.head == at and one.dep == "aux" and one.tag == "MD" for one in words[:at])
        if modal and word.tag in _NOMINAL:
            words = _as_verb(words, at)
    return words


def _as_verb(words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """The words with one as a verb; the noun that it passed for a part of is its object."""
    word, above = words[at], words[words[at].head]
    verb = replace(word, pos="VERB", tag="VB")
    if word.dep not in {"compound", "amod"} or word.head <= at:
        return (*words[:at], verb, *words[at + 1 :])
    noun, found = word.head, list(words)
    found[at] = replace(verb, dep=above.dep, head=at if above.head == noun else above.head)
    found[noun] = replace(above, dep="dobj", head=at)
    for each in range(at):
        if found[each].head == noun:
            found[each] = replace(
                found[each], head=at, dep="nsubj" if found[each].dep == "compound" else found[each].dep
            )
    return tuple(found)


def _noted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``Fitness tests to be held on Saturdays``: what is to be done is a noun, and not what somebody does."""
    root = root_of(words)
    opens = 0 < root < len(words) - 2 and words[root].tag == "VBZ" and words[root].text.endswith("s")
    done = opens and [word.text.lower() for word in words[root + 1 : root + 3]] == ["to", "be"]
    if not done or words[root].lemma in _STATES or not all(word.tag in _NAMES for word in words[:root]):
        return words
    found = [replace(word, dep="compound") if word.head == root and word.dep in _SUBJECTS else word for word in words]
    found[root] = replace(words[root], pos="NOUN", tag="NNS")
    return tuple(replace(one, dep="relcl") if one.head == root and one.dep == "xcomp" else one for one in found)
