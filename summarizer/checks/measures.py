"""What a number counts and how far a statement reaches: numbers that changed places, and "all" where the words say "some"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise, takewhile

from ..schemas import RejectionReason
from ..stems import carries_meaning, content_words, family, folded, stem
from .fields import Report, Text
from .grounds import Grounds
from .words import keyed, listed, ranked

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[%€$£¥₹.;!?]")
_CLAUSE = re.compile(r"[,;:](?!\d)|\.(?!\d)|\b(?:and|while|but|et|und|y|e)\b")
_STOPS = frozenset(".;!?")
_FEW = 5  # tokens from "some" or "all" to what it is said of: "most of the new members"
_TWO = 2
_THING = 2  # of them, those that name it
_SPAN = 3  # tokens from a number to the period that it is counted by: "900 euros a month"


def check_measures(text: Text, grounds: Grounds, report: Report) -> None:
    """Hold what the numbers of a text count, and whether it speaks of all or of some, against the quoted words."""
    ours = _tokens(text.value)
    wholes = [*_said_of(ours, "universal")]
    counts = any(token[0].isdigit() for token in ours)
    if not (wholes or counts):
        return
    theirs = _tokens(grounds.whole)
    explanation = counts and (
        _reversed_range(ours, theirs) or _changed_places(text.value, grounds.whole) or _period(ours, theirs)
    )
    if explanation:
        report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)
    if (pair := _widened(wholes, theirs)) is not None:
        explanation = f'The claim says "{pair[0]}" where the quoted words say "{pair[1]}".'
        report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(folded(token) for token in _TOKEN.findall(text))


# Numbers


def _changed_places(claim: str, text: str) -> str | None:
    """Two numbers of which each stands where the other should: "3 sites, 15 % off" told as "15 sites, 3 % off"."""
    ours = _beside(claim)
    if len(ours) < _TWO:
        return None
    theirs = _beside(text)
    numbers = sorted(ours.keys() & theirs.keys())
    for one, other in combinations(numbers, 2):
        mine, yours = ours[one] - ours[other], ours[other] - ours[one]
        if mine & theirs[other] - theirs[one] and yours & theirs[one] - theirs[other]:
            return f'The numbers "{one}" and "{other}" have changed places.'
    return None


@lru_cache(maxsize=512)
def _beside(text: str) -> dict[str, frozenset[str]]:
    """The numbers in digits that a text holds once, each with the words before and behind it in its own clause."""
    found: dict[str, frozenset[str]] = {}
    more: set[str] = set()
    for clause in _CLAUSE.split(text):
        words = [(clause[word.start : word.end], word.stem) for word in content_words(clause)]
        telling = [(word, told) for word, told in words if folded(word) not in _idle()]
        for at, (number, told) in enumerate(telling):
            if told[0].isdigit():
                more.update({number} & found.keys())
                near = (one for _, one in telling[max(at - 1, 0) : at + 2] if not one[0].isdigit())
                found[number] = frozenset(map(family, near))
    return {number: near for number, near in found.items() if number not in more}


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    """Words beside a number that do not tell what it counts."""
    return listed("measuring") | keyed("currencies").keys()


def _reversed_range(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """A step "from 900 to 1,200" told the other way round."""
    back = {(last, first) for first, last in _ranges(theirs)}
    for first, last in _ranges(ours):
        if first != last and (first, last) in back:
            return f'The quoted words go from "{last}" to "{first}".'
    return None


def _ranges(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(tokens):
        if word not in listed("from"):
            continue
        following = tokens[at + 1 : at + 1 + 2 * _SPAN]
        numbers = [place for place, one in enumerate(following) if one[0].isdigit()]
        for first, last in pairwise(numbers):
            if any(one in listed("up_to") for one in following[first:last]):
                yield following[first], following[last]


def _period(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """An amount "a month" told as one "a year"."""
    told = dict(_rates(theirs))
    for number, period in _rates(ours):
        if told.get(number, period) != period:
            return f'The quoted words count "{number}" by another time.'
    return None


def _rates(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    periods = keyed("periods")
    for at, word in enumerate(tokens):
        if not word[0].isdigit():
            continue
        for place in range(at + 1, min(at + 1 + _SPAN, len(tokens) - 1)):
            if tokens[place] in listed("each") and tokens[place + 1] in periods:
                yield word, periods[tokens[place + 1]]


# All or some


def _widened(wholes: Sequence[tuple[str, str]], theirs: Sequence[str]) -> tuple[str, str] | None:
    """A thing of which a claim says "all" and the words say "some"."""
    if not wholes:
        return None
    wholly = {named for _, named in _said_of(theirs, "universal")}
    partly = {named: word for word, named in _said_of(theirs, "partial") if named not in wholly}
    return next(((word, partly[named]) for word, named in wholes if named in partly), None)


def _said_of(tokens: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    """Each word of a list that nothing holds down ("not all", "almost all"), with what the words behind it have in common."""
    words = listed(name)
    for at, word in enumerate(tokens):
        counted = name == "partial" and _some_of(tokens, at)
        if (
            not (counted or word in words)
            or (at > 0 and tokens[at - 1] in listed("holding_down"))
            or tokens[at : at + 2] == ("each", "other")
        ):
            continue
        following = takewhile(lambda one: one not in _STOPS, tokens[at + 1 : at + 1 + _FEW])
        things = (
            one for one in following if carries_meaning(one) and not one[0].isdigit() and one not in ranked("units")
        )
        yield from ((word, family(stem(one))) for one in islice(things, _THING))


def _some_of(tokens: Sequence[str], at: int) -> bool:
    """Whether a number of several is told there: "three of the twelve", but neither "one of the members" nor "all five of us"."""
    several = tokens[at][0].isdigit() or ranked("units").get(tokens[at], 0) > 1
    return several and tokens[at + 1 : at + 2] == ("of",) and tokens[at - 1] not in listed("universal")
