"""How far a statement reaches: "all" where the words say "some", and what holds "all" to a part that a claim leaves out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from ...words.stems import carries_meaning, family, stem
from ..words import listed, ranked
from .shares import share_words

STOPS = frozenset(".;!?")
_LIMIT = 8  # words behind "that" which tell which of them are meant
_FEW = 5  # tokens from "some" or "all" to what it is said of: "most of the new members"
_THING = 2  # content words of them that name it
_PERCENT = frozenset(("percent", "%", "prozent"))
_HUNDRED = frozenset(("100", "hundred", "hundert"))
_SHOWN = 7  # tokens of the source that an explanation shows


class Whole(NamedTuple):
    """A statement about all of something."""

    at: int
    """The place of "all"."""
    word: str
    things: tuple[tuple[str, int], ...]
    """What the content words behind it have in common with others like them, each with its place, to the end of the sentence."""


def wholes(tokens: Sequence[str]) -> list[Whole]:
    """The statements about all of something, those that are held down ("not all", "almost all") left out."""
    return [Whole(at, tokens[at], tuple(_things(tokens, at))) for at in _places(tokens, "universal")]


def widened(ours: Sequence[Whole], claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Why the claim says more than the words, which speak of some of that, or of all with an exception."""
    whole = wholes(theirs)
    named = {thing for one in whole for thing, _ in one.things[:_THING]}
    parts = [*_places(theirs, "partial"), *_percentages(theirs)]
    partly = {
        thing: f"{theirs[at - 1]} {theirs[at]}" if theirs[at] in _PERCENT else theirs[at]
        for at in parts
        for thing, _ in islice(_near(theirs, at), _THING)
        if thing not in named
    }
    for one in ours:
        for thing, _ in one.things[:_THING]:
            if thing in partly:
                return f'The claim says "{one.word}" where the quoted words say "{partly[thing]}".'
        if (part := _only_of(_first(one), claim, theirs)) is not None:
            return f'The claim says "{one.word}" where the quoted words say "{part}".'
    nearly = _held_down(theirs)
    for one in ours if nearly else ():
        told = nearly.get(_first(one)) if "but" not in claim[one.at + 1 : one.at + 2] else None
        plain = (other for other in whole if "but" not in theirs[other.at + 1 : other.at + 2])
        if told is not None and all(_first(one) not in _firsts(other) for other in plain):
            return f'The claim says "{one.word}" where the quoted words say "{told}".'
    excepted = [one for one in whole if not listed("except").isdisjoint(_sentence(theirs, one.at))]
    for one in ours if listed("except").isdisjoint(claim) and "but" not in claim else ():
        same = [other for other in whole if _first(one) in _firsts(other)]
        if same and all(other in excepted for other in same):
            return f'The claim leaves out the exception in "{_shown(theirs, same[0])}".'
    return _both(claim, theirs) or _in_full(claim, partly)


def _percentages(tokens: Sequence[str]) -> Iterator[int]:
    """The places of "percent" behind a number under a hundred: "75 percent of the users"."""
    for at, word in enumerate(tokens):
        if word in _PERCENT and at and tokens[at - 1] not in _HUNDRED:
            yield at


def _held_down(tokens: Sequence[str]) -> dict[str, str]:
    """What is told of nearly all of a thing, with the words for that: "nearly all of the members", "all but one"."""
    found: dict[str, str] = {}
    for at, word in enumerate(tokens):
        nearly = at > 0 and word in listed("universal") and tokens[at - 1] in listed("holding_down")
        if nearly or tuple(tokens[at : at + 2]) == ("all", "but"):
            words = f"{tokens[at - 1]} {word}" if nearly else "all but"
            found.update((thing, words) for thing, _ in islice(_near(tokens, at), _THING))
    return found


def _only_of(thing: str, claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """The words that give only some of a thing leave to do something: "only registered clinics", of "clinics"."""
    for at, word in enumerate(theirs):
        if word in listed("only") and at + 1 < len(theirs) and theirs[at + 1] not in listed("held_to"):
            told = [(one, place) for one, place in _near(theirs, at) if place <= at + _THING]
            if thing and thing in [one for one, _ in told[1:]]:
                return " ".join(theirs[at : told[-1][1] + 1])
    return None


def narrower(ours: Sequence[Whole], claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """The words that say "all" of a part only, "all night-shift operators", where the claim says it of the whole."""
    told = _families(claim)
    for one in ours:
        held = [
            (other, _held(one, other, claim, theirs, told)) for other in wholes(theirs) if _first(one) in _firsts(other)
        ]
        if held and all(down for _, down in held):
            return _shown(theirs, held[0][0])
    return None


def limited(claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """The words that hold what is said to a part, "only for pears", where the claim has neither "only" nor the part."""
    if listed("only").isdisjoint(theirs) or not listed("limiting").isdisjoint(claim):
        return None
    told = _families(claim)
    for at, word in enumerate(theirs):
        if word not in listed("only") or theirs[at + 1 : at + 2] == () or theirs[at + 1] not in listed("held_to"):
            continue
        before = next((one for one in reversed(theirs[max(at - _FEW, 0) : at]) if carries_meaning(one)), None)
        part = [one for one in _sentence(theirs, at + 2)[:_THING] if carries_meaning(one)]
        named = not told.isdisjoint(family(stem(one)) for one in part)
        if before is not None and part and family(stem(before)) in told and not named:
            return " ".join(_sentence(theirs, at)[:_SHOWN])
    return None


def part_left_out(claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """The words that say it of a share, "half of the deposits", where the claim says it of the thing."""
    if "of" not in theirs or not (listed("partial") | share_words().keys()).isdisjoint(claim):
        return None
    told = _families(claim)
    for at, pair in enumerate(pairwise(theirs)):
        if pair[1] != "of" or pair[0] not in listed("parts") or (at and theirs[at - 1] in listed("before_no_part")):
            continue
        thing = next((thing for thing, _ in _near(theirs, at + 1)), None)
        before = _families(theirs[max(at - _FEW, 0) : at])
        plain = sum(family(stem(word)) == thing for word in theirs) == 1 and not any(one[0].isdigit() for one in claim)
        if thing in told and plain and not before.isdisjoint(told):
            return " ".join(_sentence(theirs, at)[:_SHOWN])
    return None


def _families(tokens: Iterable[str]) -> set[str]:
    return {family(stem(word)) for word in tokens if carries_meaning(word)}


def _held(one: Whole, other: Whole, claim: Sequence[str], theirs: Sequence[str], told: set[str]) -> bool:
    """Whether words that the claim has nowhere stand between "all" and its noun, or right behind that."""
    place = _firsts(other).index(_first(one))
    before = {thing for thing, _ in other.things[:place]}
    noun, mine = other.things[place][1], one.things[0][1]
    behind = theirs[noun + 1 : noun + 2]
    if before:
        return before.isdisjoint(told)
    if not behind or behind[0] not in listed("restricting") or claim[mine + 1 : mine + 2] == behind:
        return False
    limit = [one for one in _sentence(theirs, noun + 2)[:_FEW] if carries_meaning(one)][:1]
    if behind[0] == "that":
        limit = [one for one in _sentence(theirs, noun + 2)[:_LIMIT] if carries_meaning(one)]
    return bool(limit) and not any(one in claim or family(stem(one)) in told for one in limit)


def _first(one: Whole) -> str:
    return one.things[0][0] if one.things else ""


def _firsts(one: Whole) -> list[str]:
    return [thing for thing, _ in one.things[: _THING + 1]]


def _in_full(claim: Sequence[str], partly: Mapping[str, str]) -> str | None:
    """ "In full" in the claim of what the words say of a part."""
    if not tells_all(claim) or not listed("partial").isdisjoint(claim):
        return None
    told = (family(stem(word)) for word in claim if carries_meaning(word))
    part = next((partly[thing] for thing in told if thing in partly), None)
    return None if part is None else f'The claim tells of the whole where the quoted words say "{part}".'


def tells_all(claim: Sequence[str]) -> bool:
    """Whether something is told to be done to the whole: "fully", "in full"."""
    return not listed("fully").isdisjoint(claim) or ("in", "full") in pairwise(claim)


def _both(claim: Sequence[str], theirs: Sequence[str]) -> str | None:
    """ "Both" in the claim of what the words say of one of the two."""
    if "both" not in claim or "both" in theirs:
        return None
    single = {thing for at, word in enumerate(theirs) if word in ("one", "neither") and theirs[at + 1 : at + 2] == ("of",) for thing, _ in islice(_near(theirs, at), 1)}  # fmt: skip
    ours = {thing for at, word in enumerate(claim) if word == "both" for thing, _ in islice(_near(claim, at), 1)}
    return 'The claim says "both" where the quoted words speak of one.' if ours & single else None


def _places(tokens: Sequence[str], name: str) -> Iterator[int]:
    """Where the words of a list stand that nothing holds down."""
    words = listed(name)
    for at, word in enumerate(tokens):
        counted = name == "partial" and _some_of(tokens, at)
        held = at > 0 and tokens[at - 1] in listed("holding_down")
        if (counted or word in words) and not held and not _of_times(tokens, at):
            yield at


def _of_times(tokens: Sequence[str], at: int) -> bool:
    """Whether a word tells how often, or of one another, and not of how many: "each time", "every other"."""
    return tokens[at] in ("each", "every") and tuple(tokens[at + 1 : at + 2]) in (("time",), ("other",))


def _near(tokens: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    return ((thing, place) for thing, place in _things(tokens, at) if place <= at + _FEW)


def _things(tokens: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    for place, one in enumerate(_sentence(tokens, at)[1 : _FEW + 1], at + 1):
        if carries_meaning(one) and not one[0].isdigit() and one not in ranked("units"):
            yield family(stem(one)), place


def _sentence(tokens: Sequence[str], at: int) -> list[str]:
    return list(takewhile(lambda one: one not in STOPS, tokens[at:]))


def _some_of(tokens: Sequence[str], at: int) -> bool:
    """Whether a share is told there: "three of the twelve", "a quarter of", but neither "one of the members" nor "all five of us"."""
    several = tokens[at][0].isdigit() or ranked("units").get(tokens[at], 0) > 1 or tokens[at] in listed("shares")
    return several and tokens[at + 1 : at + 2] == ("of",) and tokens[at - 1] not in listed("universal")


def _shown(tokens: Sequence[str], one: Whole) -> str:
    return " ".join(_sentence(tokens, one.at)[:_SHOWN])
