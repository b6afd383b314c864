"""What an answer says of a promise in a sentence that is read as no promise and no report."""

from collections.abc import Sequence

from extract.comparing.likeness import gist_of, likeness
from extract.comparing.sides import Promise
from extract.sentences import find_sentences
from extract.vocabulary.abbreviations import load_abbreviations
from extract.vocabulary.comparing import ComparingWords


def mention_of(promise: Promise, answer: str, others: Sequence[str], words: ComparingWords) -> str | None:
    """The sentence of an answer that is most like a promise, if one is like it.

    Args:
        promise: the promise.
        answer: all that is answered.
        others: what is promised or reported in it: how like that is to the promise is known.
        words: the vocabulary.
    """
    sentences = [span.of(answer) for span in find_sentences(answer, load_abbreviations())]
    free = [each for each in sentences if not any(other in each for other in others)]
    scores = [(likeness(promise.gist, gist_of(each, words), words), -place) for place, each in enumerate(free)]
    best, place = max(scores, default=(0.0, 0))
    return free[-place] if best >= words.thresholds.promise else None
