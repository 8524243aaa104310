"""The ladder of commitment: how firmly the words of a text bind.

A reading goes by the trigger words of `ladder.toml` and by what the sentence does to them. It tells
what the words bear, never more: what was agreed before the meeting, what is foretold, asked, hoped
for or only discussed binds nobody. A commitment restated ("reaffirmed its commitment to") is
`intends`: it says that a will is still there, and adds nothing new. A wish that is shared ("agreed on
the need to") is `proposed`.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from .abbreviations import is_unfinished
from .lexicon import Lexicon, Token, lexicon, tokens_of
from .mood.conditions import conditions
from .mood.reading import found_in
from .mood.sentence import Found, Sentence, after
from .rungs import firm, height
from .schemas import Strength
from .stems import content_words, families_of, family, stem

LANGUAGES = ("en", "fr", "it", "es", "de")
"""ISO 639-1 codes of the languages with a lexicon; for others `read` gives no strength."""


class Trigger(NamedTuple):
    """Words that reach a rung, at `text[start:end]`. `strength` is what they reach here, before negation."""

    start: int
    end: int
    words: str
    strength: Strength
    negated: bool


class Reading(NamedTuple):
    """What a text bears: the rung, the words that reach it at `text[start:end]`, and what it hangs on.

    `strength` is None where no word of the ladder stands, or the language has no lexicon.
    """

    strength: Strength | None
    words: str | None = None
    start: int | None = None
    end: int | None = None
    condition: str | None = None


_NOTHING = Reading(None)
_FADING = 0.8  # what each further word of a claim counts: what is done stands first, circumstances last
_SUBJECTS = 0.25  # what a word before the phrase that governs it counts: who acts, rather than what is done
_TOLD = 0.25  # share of the most votes from which a rung is part of what is told
_PRONOUNS = frozenset(("i", "we", "you", "he", "she", "they", "it"))
_OPENERS = frozenset(("that", "if", "when", "as", "so", "because", "said", "says"))
_STOPS = frozenset(".?!")
_AND = frozenset(("and", "et", "e", "y", "und"))
_LONGEST_WORDS = 40  # characters of a line in which its last two words stand
_NEGATED_FROM = 4  # words before a trigger in which its negation is shown with it


def triggers(text: str, language: str | None = "en") -> list[Trigger]:
    """The words of the ladder in a text, in order."""
    return [one for offset, part in _stretches(text, language) for one in _triggers(part, language, offset)]


def _triggers(text: str, language: str | None, offset: int) -> Iterator[Trigger]:
    for _, found in _sentences(text, language):
        for one in found:
            start, end = one.span
            yield Trigger(offset + start, offset + end, _words(text, one), _unnegated(one), one.negation != "none")


def _stretches(text: str, language: str | None) -> list[tuple[int, str]]:
    """The lines of a text, each with its offset, those together over whose break a sentence may run.

    The same lines come in many texts, and are then read once.
    """
    if language is None or "\n" not in text:
        return [(0, text)]
    stretches: list[tuple[int, str]] = []
    begin = at = 0
    above = ""
    for line in text.split("\n"):
        if at > begin and (tokens := tokens_of(line, language)) and not _goes_on(tokens[0], above):
            stretches.append((begin, text[begin : at - 1]))
            begin = at
        at += len(line) + 1
        above = line
    return [*stretches, (begin, text[begin:])]


def _goes_on(token: Token, above: str) -> bool:
    """Whether a token cannot open a sentence, or the word before it cannot end one."""
    return token.word.isalpha() and (not token.capital or is_unfinished(above[-_LONGEST_WORDS:], token.word))


def readings(text: str, language: str | None = "en") -> tuple[Reading, ...]:
    """What the text bears in each of its clauses, in order: the readings of all phrases that stand under no others."""
    return _heads(text, language)


def read(text: str, language: str | None = "en") -> Reading:
    """What the text bears as a whole: its firmest words that stand under no others."""
    return max(_heads(text, language), key=_firmness, default=_NOTHING)


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
    for sentence, found in _sentences(quoted, language) if spoken_of else ():
        own = [one for one in found if (not one.finite or _relative(one, found)) and _said_in(quoted, one, ranks)]
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
                reading = _reading(quoted, governing, word.start)
                before = not governors[0].passive and word.start < governing.span[0]
                weight = (1 if strongest else _FADING**rank) * (_SUBJECTS if before else 1)
                votes[reading] = votes.get(reading, 0.0) + weight
    if supposed and not votes:
        return _NOTHING
    if not votes:
        heads = _heads(quoted, language)
        inside = [one for one in heads if one.start is not None and first <= one.start < last]
        return max(inside or heads, key=_firmness, default=_NOTHING)
    if strongest:
        return max((one for one in votes if votes[one] >= _TOLD * max(votes.values())), key=_firmness)
    return max(votes, key=lambda reading: (votes[reading], -_firmness(reading)))


def condition_in(text: str, language: str | None = "en") -> str | None:
    """What a text hangs on, also where it holds no verb that binds: "Yes, if we get the money"."""
    for sentence, _ in _sentences(text, language):
        for one in conditions(sentence):
            if one.kind == "conditions":
                return text[sentence.tokens[one.first].start : sentence.tokens[one.last - 1].end]
    return None


def offer(claim: str, quoted: str, language: str | None = "en") -> Reading | None:
    """The words that offer one of the claim's figures on a condition, where no verb binds: "told her 0.4 if she signs"."""
    figures = {word.stem for word in content_words(claim) if word.stem[0].isdigit()}
    for sentence, found in _sentences(quoted, language) if figures else ():
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
    """Where the claim's own act begins, if it is the second of two: "ask the depot and come back"."""
    for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if before.word in _AND and ranks.get(family(stem(token.word))) == 0:
            return token.start
    return None


def _shared(one: Found, second: int | None, place: int) -> Found:
    """Under what a word of a second act stands: in "will ask the depot and come back", under "will", not "ask"."""
    modal = one.governor
    is_beyond = second is not None and one.span[1] <= second <= place
    return modal if is_beyond and modal is not None and modal.kind in ("modals", "would") else one


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


def _said_in(text: str, one: Found, spoken: Container[str]) -> bool:
    """Whether a verb is part of what the claim says is done."""
    told = content_words(text[slice(*one.span)])
    return bool(told) and all(family(word.stem) in spoken for word in told)


def _clause_start(one: Found) -> int:
    at, sentence = one.first, one.sentence
    while at > 0 and sentence.word(at - 1) not in (",", ":", "that") and not sentence.in_list("breaks", at - 1):
        at -= 1
    return sentence.tokens[at].start


@lru_cache(maxsize=128)
def _sentences(text: str, language: str | None) -> tuple[tuple[Sentence, list[Found]], ...]:
    """The sentences of a text; a label such as "RESOLVED:" speaks for all that follow it on its line."""
    if language is None or language not in LANGUAGES:
        return ()
    read_so_far = []
    label: Found | None = None
    for sentence in _split(text, language):
        found = found_in(sentence)
        if label is not None and "\n" in text[label.span[1] : sentence.tokens[0].start]:
            label = None
        if found and found[0].kind == "labels":
            label = found[0]
        elif label is not None:
            for one in found:
                one.governor = one.governor or label
            found.insert(0, label)
        read_so_far.append((sentence, found))
    return tuple(read_so_far)


def _split(text: str, language: str) -> Iterator[Sentence]:
    words = lexicon(language)
    tokens = tokens_of(text, language)
    wrapped = "\n" in text
    begin = 0
    for at, token in enumerate(tokens):
        if at + 1 == len(tokens) or ((wrapped or token.word in _STOPS) and _ends(text, tokens, at, words)):
            yield Sentence(tokens[begin : at + 1], words)
            begin = at + 1


def _ends(text: str, tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a sentence ends with this token."""
    between = text[tokens[at].end : tokens[at + 1].start]
    last = tokens[at].end
    above = text[max(0, last - _LONGEST_WORDS) : last] if "\n" in between else ""
    if not between or _goes_on(tokens[at + 1], above):
        return False
    previous = tokens[at - 1].word if at else ""
    abbreviated = words.has("abbreviations", previous) or len(previous) == 1
    ordinal = previous.isdigit() and words.has("after_ordinals", tokens[at + 1].word)  # "bis zum 20. Mai"
    return "\n" in between or tokens[at].word in ("?", "!") or (tokens[at].word == "." and not (abbreviated or ordinal))


@lru_cache(maxsize=512)
def _heads(text: str, language: str | None) -> tuple[Reading, ...]:
    """The readings of all phrases that stand under no others."""
    sentences = _sentences(text, language)
    return tuple(_reading(text, one) for _, found in sentences for one in found if one.governor is None)


def _reading(text: str, one: Found, place: int | None = None) -> Reading:
    """What a phrase bears; `place` is where the word stands that it is asked for."""
    strength = one.borne()
    chain = list(_chain(one))
    limited = next((outer for outer in chain if outer.condition is not None), None)
    if limited is not None and place is not None and _of_second_act(limited, place):
        limited = None
    condition = None
    if limited is not None and limited.condition is not None:
        first, last = limited.condition
        tokens = limited.sentence.tokens
        condition = text[tokens[first].start : tokens[last - 1].end]
    shown = next((outer for outer in chain if after(outer.strength, outer.negation) is strength), one)
    offered = strength is Strength.PROPOSED and shown.sentence.any_in_list(
        "offers", shown.first, shown.last
    )  # "offered 3 %, if"
    if limited is not None and (offered or firm(strength) or (strength is Strength.DENIED and limited.unless)):
        strength = Strength.CONDITIONAL
    return Reading(strength, _words(text, shown), *shown.span, condition)


def _of_second_act(one: Found, place: int) -> bool:
    """Whether a condition limits only what follows it: "will call both and, if there is need, find a room"."""
    if one.condition is None:
        return False
    (first, last), sentence = one.condition, one.sentence
    joint = first - 2 if sentence.word(first - 1) == "," else first - 1
    joined = sentence.word(joint) in ("and", "but") and sentence.word(last) == ","
    return joined and place < sentence.tokens[joint].start


def _chain(one: Found | None) -> Iterator[Found]:
    while one is not None:
        yield one
        one = one.governor


def _unnegated(one: Found) -> Strength:
    return one.borne() if one.negation == "none" else replace(one, negation="none").borne()


def _words(text: str, one: Found) -> str:
    """The trigger as it stands, with the word that negates it."""
    first, last, sentence = one.first, one.last, one.sentence
    if one.negation != "none":
        while sentence.negates(last):
            last += 1
        near = range(first - 1, max(first - _NEGATED_FROM, 0) - 1, -1)
        first = next((at for at in near if sentence.negates(at)), first)
    return text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def _firmness(reading: Reading) -> float:
    return height(reading.strength)
