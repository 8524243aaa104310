"""Conditions: where they stand in a sentence, and what hangs on them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..schemas import Strength
from ..words.closed_classes import PRONOUNS, words_of
from ..words.lexicon import Kind
from .sentence import Found, Sentence

_KINDS: frozenset[Kind] = frozenset(("conditions", "unless", "supposing", "not_conditions"))
_BACK = 3  # words before a marker that may make it none: "asked him if"
_OPENERS = frozenset((",", ";", ":", "that", "and", "but", "so", "well", "then", "now", "okay", "ok", "yeah", "yes"))
_EXCEPTING = frozenset(("unless", "except"))
_RELATIVE = frozenset(("and", "but", "which", "who"))
_SUBJECTS = words_of(PRONOUNS)
_MODALS = frozenset(("'ll", "will", "would", "'d", "shall", "can"))


class Condition(NamedTuple):
    """Tokens `first` to `last` of a condition.

    kind: `unless` turns a refusal; `supposing` limits nothing, but what it holds is only imagined.
    """

    first: int
    last: int
    kind: Kind


def conditions(sentence: Sentence) -> Iterator[Condition]:
    """The conditions of a sentence, in order."""
    taken = -1
    for at in sentence.places(_KINDS):
        if at < taken:
            continue
        marker = max(((end, kind) for end, kind in _phrases(sentence, at) if kind != "not_conditions"), default=None)
        if marker is not None and not _exempt(sentence, at, marker[0]):
            taken = _closing(sentence, at, marker[0])
            if marker[1] == "unless" and sentence.word(at) not in _EXCEPTING:
                taken = _next(sentence, at + 1, taken)
            yield Condition(at, taken, marker[1])


def attach(sentence: Sentence, found: Sequence[Found], hanging: Sequence[Condition]) -> None:
    """Enter each condition on the phrase that it limits: the last one before it, or the first after it."""
    for condition in hanging:
        if condition.kind == "supposing":
            continue
        before = [one for one in found if one.last <= condition.first and one.finite]
        later = [one for one in found if one.first >= condition.last and one.finite]
        closed = sentence.word(condition.last) == "," or _main_clause(sentence, condition.first, condition.last)
        opening = closed and sentence.word(condition.first - 1) in _OPENERS
        for one in later[:1] if later and (opening or not before) else before[-1:]:
            strong = sentence.word(condition.first) in _EXCEPTING or sentence.in_list("excepting", condition.first)
            weak = condition.kind == "unless" and not strong
            clause = any(
                sentence.any_in_list(name, condition.first, condition.last) for name in ("auxiliaries", "clausal")
            )
            if weak and (one.borne() is not Strength.DENIED or not clause):
                continue  # "before the meeting" is a time; "not before the lawyers have read it" a condition
            one.condition, one.unless = (condition.first, condition.last), condition.kind == "unless"


def _next(sentence: Sentence, begin: int, end: int) -> int:
    """Where a time ends, "until 1 May", before the condition that follows it: "unless it rains"."""
    for at in (place for place in sentence.places(_KINDS) if begin < place < end):
        limits = any(kind == "conditions" or sentence.word(at) in _EXCEPTING for _, kind in _phrases(sentence, at))
        if limits and not _exempt(sentence, at, at + 1):
            return at
    return end


def _phrases(sentence: Sentence, at: int) -> Iterator[tuple[int, Kind]]:
    for phrase in sentence.candidates(at):
        if phrase.kind in _KINDS:
            end = sentence.words.match(phrase, sentence.tokens, at)
            if end is not None:
                yield end, phrase.kind


def _exempt(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the words around make the marker none: "if possible", "once a week", "asked if"."""
    if sentence.in_list("inverted", at) and not _inverted(sentence, at):
        return True
    return any(
        kind == "not_conditions" and last >= end
        for begin in range(max(at - _BACK, 0), at + 1)
        for last, kind in _phrases(sentence, begin)
    )


def _inverted(sentence: Sentence, at: int) -> bool:
    """Whether a verb there opens a clause before its subject: "should the board ask for it"."""
    opens = at == sentence.start or (sentence.word(at - 1) == "," and sentence.words.language == "en")
    before_subject = (
        sentence.word(at + 1) in _SUBJECTS or sentence.capital(at + 1) or sentence.in_list("determiners", at + 1)
    )
    return opens and not sentence.asks and (before_subject or sentence.words.language != "en")


def _closing(sentence: Sentence, at: int, end: int) -> int:
    """Where a condition ends: at the comma if it stands first, else with the sentence or before another clause."""
    opening = at == sentence.start or sentence.word(at - 1) in _OPENERS
    for place in range(end, len(sentence.tokens)):
        word = sentence.word(place)
        if opening and _main_clause(sentence, end, place):
            return place
        if word in (";", ")") or (word == "," and (opening or sentence.word(place + 1) in _RELATIVE)):
            return place
    last = len(sentence.tokens)
    while last > end and not sentence.word(last - 1)[0].isalnum():
        last -= 1
    return last


def _main_clause(sentence: Sentence, begin: int, at: int) -> bool:
    """Whether what hangs on a condition begins there without a comma: "if she allows it I'll bring it", "if
    you care please look"."""
    before = at - 1
    told = (
        sentence.in_list("reporting", before) or sentence.in_list("raising", before) or sentence.word(before) == "that"
    )
    plain = not (told or sentence.word(before) in _RELATIVE or sentence.in_list("relatives", before))
    acts = sentence.word(at) in _SUBJECTS and sentence.word(at + 1) in _MODALS
    return at > begin + 1 and plain and (acts or sentence.word(at) == "please")
