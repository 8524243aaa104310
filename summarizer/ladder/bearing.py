"""What quoted words bear for one claim: the rung of the words that govern what it speaks of."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ..mood.modals import promised
from ..mood.sentence import Found, Sentence
from ..schemas import Strength
from ..words.closed_classes import PRONOUNS, words_of
from ..words.rungs import firm
from ..words.stems import content_words, families_of, family, stem
from .readings import Reading, firmness, heads, reading_of
from .sentences import sentences_of
from .sharing import is_final, joint_of, second_act

_NOTHING = Reading(None)
_FADING = 0.8  # what each further word of a claim counts: what is done stands first, circumstances last
_SUBJECTS = 0.25  # what a word before the phrase that governs it counts: who acts, rather than what is done
_TOLD = 0.25  # share of the most votes from which a rung is part of what is told
_PRONOUNS = words_of(PRONOUNS)
_OBJECT = 5  # words from one that binds to the object of the act behind it: "agreed to continue their technical"
_OPENERS = frozenset(("that", "if", "when", "as", "so", "because", "said", "says"))
_ECHO = re.compile(r"(?:will|would|['’]ll|['’]d) do (?:so|it|that)\b", re.IGNORECASE)  # "it would do so if ..."
_AND = frozenset(("and", "et", "e", "y", "und"))


def bearing(
    claim: str,
    quoted: str,
    language: str | None = "en",
    *,
    span: tuple[int, int] | None = None,
    strongest: bool = False,
) -> Reading:
    """What the quoted words bear for one claim: the rung of the words that govern what it speaks of.

    span: the part of `quoted` that was quoted, where the rest of the line is given for context.
    strongest: of several rungs that it speaks of the firmest, not the one that governs most of it.
    """
    first, last = span or (0, len(quoted))
    ranks = _ranks(claim)
    votes: dict[Reading, float] = {}
    supposed = False
    spoken_of = not ranks.keys().isdisjoint(families_of(quoted))
    for sentence, found in sentences_of(quoted, language) if spoken_of else ():
        own = [
            one
            for one in found
            if (not one.finite or _relative(one, found) or _is_object(one, found)) and _said_in(quoted, one, ranks)
        ]
        begin, end = max(first, sentence.tokens[0].start), min(last, sentence.tokens[-1].end)
        second = _second_act(sentence, ranks)
        for word in content_words(quoted):
            if not begin <= word.start < end or (rank := ranks.get(family(word.stem))) is None:
                continue
            if any(_in_condition(one, word.start) for one in found):
                supposed = True  # what something hangs on is not said to be done
                continue
            governors = [_shared(one, second, word.start) for one in _governors(found, own, word.start)]
            for governing in governors:
                reading = reading_of(quoted, governing, word.start)
                before = not governors[0].passive and word.start < governing.span[0]
                weight = (1 if strongest else _FADING**rank) * (_SUBJECTS if before else 1)
                votes[reading] = votes.get(reading, 0.0) + weight
    if supposed and not votes:
        echoes = (one for one in heads(quoted, language) if one.condition and _ECHO.match(quoted, one.start or 0))
        return next(echoes, _NOTHING)
    if not votes:
        alone = heads(quoted, language)
        inside = [one for one in alone if one.start is not None and first <= one.start < last]
        return max(inside or alone, key=firmness, default=_NOTHING)
    if strongest:
        return max((one for one in votes if votes[one] >= _TOLD * max(votes.values())), key=firmness)
    return max(votes, key=lambda reading: (votes[reading], -firmness(reading)))


@lru_cache(maxsize=256)
def _ranks(claim: str) -> dict[str, int]:
    """The places of a claim's content words, by family; of one that comes again the first."""
    ranks: dict[str, int] = {}
    for rank, word in enumerate(content_words(claim)):
        ranks.setdefault(family(word.stem), rank)
    return ranks


def _governors(found: list[Found], own: list[Found], place: int) -> list[Found]:
    """The phrases under which the word at `place` stands. `own` are verbs of the claim itself: "sign" in "agreed to sign".

    Two share a subject: "The fees were discussed and will be taken up".
    """
    others = [one for one in found if one not in own and not _closed(one, place)]
    for one in others:
        later = second_act(one, others)
        if later is not None and _clause_start(one) <= place < later.span[0]:
            joint = joint_of(one, later)
            is_own = is_final(one.sentence) and joint is not None and place > one.sentence.tokens[joint].start
            return [later] if is_own else [one, later]
    for number, one in enumerate(others):  # what was done stands before a passive: "the budget was approved"
        if one.passive and _clause_start(one) <= place < one.span[0]:
            return [one, *(later for later in others[number + 1 : number + 2] if _joined(one, later))]
    before = [one for one in others if one.span[0] <= place]
    if before:
        return before[-1:]
    if others:
        return others[:1]
    return [next((one.governor for one in own if one.governor is not None), None) or own[0]] if own else []


def _second_act(sentence: Sentence, ranks: Mapping[str, int]) -> int | None:
    """The token at which the claim's own act begins, if it is the second of two: "ask the depot and come back"."""
    for at in range(1, len(sentence.tokens)):
        if sentence.word(at - 1) in _AND and ranks.get(family(stem(sentence.word(at)))) == 0:
            return at
    return None


def _shared(one: Found, second: int | None, place: int) -> Found:
    """Under what a word of a second act stands: in "will ask the depot and come back", under "will", not "ask"; and in
    "I'll think about it and come back" under an "'ll" that is not only of thinking."""
    modal = one if one.kind in ("modals", "would") else one.governor
    if modal is None or modal.kind not in ("modals", "would"):
        return one
    if second is None or not one.last <= second or one.sentence.tokens[second].start > place:
        return one
    return replace(modal, strength=promised(modal, second)) if modal.strength is Strength.MENTIONED else modal


def _joined(one: Found, later: Found) -> bool:
    """Whether a modal follows that has the same subject."""
    between = [one.sentence.word(at) for at in range(one.last, later.first)]
    return later.kind == "modals" and between[-1:] == ["and"] and "," not in between


def _closed(one: Found, place: int) -> bool:
    """Whether a weak phrase ends before a place: "No decision was taken; the item comes back"."""
    if firm(one.borne()):
        return False
    return any(token.word == ";" and token.start < place for token in one.sentence.tokens[one.last :])


def _in_condition(one: Found, place: int) -> bool:
    if one.condition is None:
        return False
    first, last = one.condition
    return one.sentence.tokens[first].start <= place < one.sentence.tokens[last - 1].end


def _relative(one: Found, found: Sequence[Found]) -> bool:
    """Whether a verb stands in a clause about a noun before it: "summarise the things we discussed"."""
    sentence, subject = one.sentence, one.first - 1
    while sentence.in_list("auxiliaries", subject):
        subject -= 1
    noun = sentence.word(subject - 1)
    about = noun[:1].isalpha() and not sentence.in_list("breaks", subject - 1) and noun not in _OPENERS
    return found[0] is not one and sentence.word(subject) in _PRONOUNS and about


def _is_object(one: Found, found: Sequence[Found]) -> bool:
    """Whether a noun of the ladder is what an act is on: "agreed to continue their discussions on fish"."""
    before = next((other for other in reversed(found) if other.last <= one.first), None)
    if one.kind != "phrases" or one.strength is not Strength.DISCUSSED or before is None or not firm(before.borne()):
        return False
    sentence, between = one.sentence, range(before.last, one.first)
    leads = before.kind == "modals" or sentence.word(before.last - 1) == "to"
    return leads and 0 < len(between) <= _OBJECT and not any(sentence.in_list("breaks", at) for at in between)


def _said_in(text: str, one: Found, spoken: Container[str]) -> bool:
    """Whether a verb is part of what the claim says is done."""
    told = content_words(text[slice(*one.span)])
    return bool(told) and all(family(word.stem) in spoken for word in told)


def _clause_start(one: Found) -> int:
    at, sentence = one.first, one.sentence
    while at > 0 and sentence.word(at - 1) not in (",", ":", "that") and not sentence.in_list("breaks", at - 1):
        at -= 1
    return sentence.tokens[at].start
