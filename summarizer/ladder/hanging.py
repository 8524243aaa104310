"""What a text hangs on, and what it offers on a condition, also where no verb binds."""

from collections.abc import Iterator

from ..mood.conditions import conditions
from ..schemas import Strength
from ..words.rungs import firm
from ..words.stems import content_words
from .readings import Reading
from .sentences import sentences_of

_EXCEPTING = ("unless", "except")
_OPENING = 4  # tokens of a sentence in which its condition begins: "But only, if"


def condition_in(text: str, language: str | None = "en") -> str | None:
    """What a text hangs on, also where it holds no verb that binds: "Yes, if we get the money"."""
    for sentence, _ in sentences_of(text, language):
        for one in conditions(sentence):
            if one.kind == "conditions":
                return text[sentence.tokens[one.first].start : sentence.tokens[one.last - 1].end]
    return None


def condition_alone(text: str, language: str) -> str | None:
    """The condition that a sentence consists of, and of nothing else: "But only if the board agrees."."""
    for sentence, _ in sentences_of(text, language):
        size = len(sentence.tokens)
        if sentence.tokens[-1].word == "?":
            return None
        for one in conditions(sentence):
            limits = one.kind == "conditions" or sentence.word(one.first) in _EXCEPTING  # not "before we go"
            if limits and one.first < _OPENING and one.last >= size - 1:
                return text[sentence.tokens[one.first].start : sentence.tokens[one.last - 1].end]
        return None
    return None


def suppositions(text: str, language: str | None = "en") -> Iterator[tuple[int, int]]:
    """Where the conditions of a text stand: what is in them is supposed, not said to be so."""
    for sentence, _ in sentences_of(text, language):
        for one in conditions(sentence):
            yield sentence.tokens[one.first].start, sentence.tokens[one.last - 1].end


def offer(claim: str, quoted: str, language: str | None = "en") -> Reading | None:
    """The words that offer one of the claim's figures on a condition, where no verb binds: "told her 0.4 if she signs"."""
    figures = {word.stem for word in content_words(claim) if word.stem[0].isdigit()}
    for sentence, found in sentences_of(quoted, language) if figures else ():
        for hanging in conditions(sentence):
            first, last = sentence.tokens[hanging.first].start, sentence.tokens[hanging.last - 1].end
            offering = (at for at in range(hanging.first) if sentence.in_list("offering", at))
            at = next(offering, None)
            before = {word.stem for word in content_words(quoted) if word.start < first}
            if at is None or not figures & before or any(firm(one.borne()) for one in found):
                continue
            start, end = sentence.tokens[at].start, sentence.tokens[at].end
            return Reading(Strength.CONDITIONAL, quoted[start:end], start, end, quoted[first:last])
    return None
