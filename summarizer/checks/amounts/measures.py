"""What a number counts: numbers that changed places, and steps that are turned round."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, combinations, pairwise

from ...words.scripts import folded
from ...words.stems import content_words, family
from ..fields import Report, Text, is_subject, is_title
from ..grounds import Grounds
from ..words import by_language, keyed, listed, ranked, uncounting
from .reach import STOPS, limited, narrower, part_left_out, tells_all, wholes, widened
from .shares import share_words

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[%€$£¥₹.;!?]")
_CLAUSE = re.compile(r"[,;:](?!\d)|\.(?!\d)|\b(?:and|while|but|et|und|y|e)\b")
_STEPS = {"en": ("by", "to"), "de": ("um", "auf"), "fr": ("de", "a"), "es": ("en", "a"), "it": ("di", "a")}
"""What stands before the amount of a change, and before what comes of it, by language and without accents."""
_WAYS = {"up": "rising", "down": "falling", "nowhere": "staying"}
_TWO = 2
_ONE = frozenset(("a", "an", "one"))
_STEP = 6  # tokens from "from" to the end of a step
_RATE = 6  # tokens from an amount to the period that it is counted by: "2.5 million cubic metres a day"
_SPAN = 3  # tokens between the numbers of a step, beside the first


def check_measures(text: Text, grounds: Grounds, report: Report) -> None:
    """Hold what the numbers of a text count, and whether it speaks of all or of some, against the quoted words."""
    ours = _tokens(text.value)
    theirs = _tokens(grounds.whole)
    if not is_title(text, report.item) and (part := limited(ours, theirs)) is not None:
        report.note("numbers", "absent", f'The quoted words say it "{part}".')
    if not is_subject(report.item) and (part := part_left_out(ours, theirs)) is not None:
        report.note("numbers", "absent", f'The quoted words say it of "{part}".')
    if changed := _level_for_step(ours, theirs, grounds.index.language or ""):
        report.against(text, "numbers", changed)
    whole = wholes(ours)
    counts = any(token[0].isdigit() for token in ours)
    if not (whole or counts or "both" in ours or tells_all(ours)):
        return
    turned = counts and (
        _reversed_range(ours, theirs)
        or _changed_places(text.value, grounds.whole)
        or _period(ours, theirs)
        or _other_way(ours, theirs, grounds.index.language or "")
        or _end_of_range(ours, theirs)
    )
    for explanation in (turned, widened(whole, ours, theirs)):
        if explanation:
            report.against(text, "numbers", explanation)
    if (part := narrower(whole, ours, theirs)) is not None:
        report.note("numbers", "absent", f'The quoted words say it of "{part}".')


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(_tokens_of_line, text.split("\n"))))


@lru_cache(maxsize=256)
def _tokens_of_line(line: str) -> tuple[str, ...]:
    return tuple(folded(token) for token in _TOKEN.findall(line))


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


def _beside(text: str) -> dict[str, frozenset[str]]:
    """The numbers in digits that a text holds once, each with the words before and behind it in its own clause."""
    return {number: frozenset((*before, *behind[:1])) for number, (before, behind) in _numbers(text).items()}


def counted(text: str) -> dict[str, frozenset[str]]:
    """The numbers in digits that a text holds once, each with the two words behind it in its own clause, as `family`."""
    return {number: frozenset(behind) for number, (_, behind) in _numbers(text).items()}


@lru_cache(maxsize=64)
def _numbers(text: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    more: set[str] = set()
    for clause in _CLAUSE.split(text):
        words = [(clause[word.start : word.end], word.stem) for word in content_words(clause)]
        telling = [(word, told) for word, told in words if folded(word) not in uncounting()]
        for at, (number, told) in enumerate(telling):
            if told[0].isdigit():
                more.update({number} & found.keys())
                near = telling[max(at - 1, 0) : at], telling[at + 1 : at + 1 + _TWO]
                before, behind = (tuple(family(one) for _, one in each if not one[0].isdigit()) for each in near)
                found[number] = before, behind
    return {number: near for number, near in found.items() if number not in more}


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


def _level_for_step(ours: Sequence[str], theirs: Sequence[str], language: str) -> str | None:
    """A change "by 40 euros" told as one "to 40 euros", or the other way round."""
    if language not in _STEPS or not (_changing(ours, language) and _changing(theirs, language)):
        return None
    told = dict(_changes(theirs, language, keep_last=False))
    for number, word in _changes(ours, language, keep_last=True):
        if told.get(number, word) not in (word, ""):
            return f'The quoted words say "{told[number]} {number}", not "{word} {number}".'
    return None


def _changing(tokens: Sequence[str], language: str) -> bool:
    if language == "en":
        return not listed("changing").isdisjoint(tokens)
    return any(token.startswith(tuple(by_language("moving")[language])) for token in tokens)


def _changes(tokens: Sequence[str], language: str, *, keep_last: bool) -> Iterator[tuple[str, str]]:
    """The numbers behind "by" and "to"; without `keep_last` a number that stands behind both, or neither, has no word."""
    seen: dict[str, str] = {}
    by, to = _STEPS[language]
    for at, word in enumerate(tokens):
        share = word in share_words() and tokens[at - 1] in _ONE
        if at and (share or _figure(word) not in ("", "0", "1")):
            skipped = share or tokens[at - 1] in listed("measuring") | set("€$£¥₹")
            before = tokens[at - 2] if skipped and at > 1 else tokens[at - 1]
            left_out = before == by and by in listed("from") and to in tokens[at : at + _STEP]
            step = before in ("up", "down") and not keep_last  # "down 6,000"
            bare = language == "es" and before.startswith(tuple(by_language("moving")["es"]))  # "sube 5 euros"
            how = by if step or bare else before if before in (by, to) and not left_out else ""
            number = word if share else _figure(word)
            seen[number] = how if keep_last or seen.get(number, how) == how else ""
    yield from ((number, how) for number, how in seen.items() if how or not keep_last)


def _other_way(ours: Sequence[str], theirs: Sequence[str], language: str) -> str | None:
    """A number to which the words rise, and the claim falls."""
    told = dict(_directions(theirs, language))
    for number, way in _directions(ours, language):
        if told.get(number, way) != way:
            return f'The quoted words do not say that it goes "{way}" by or to "{number}".'
    return None


def _directions(tokens: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """The numbers, each with the way that the words near it say it goes: "up" or "down"."""
    last, reach = -1, _SPAN if language == "en" else _RATE
    for at in (at for at, word in enumerate(tokens) if word[0].isdigit()):
        before = tokens[max(at - reach, 0 if language == "en" else last + 1) : at]
        behind, last = tokens[at + 1 : at + 1 + _SPAN], at
        if tuple(before[-_TWO:]) == ("up", "to"):
            continue  # a limit
        verb_last = behind if language == "de" else ()
        ways = [way for way, words in _WAYS.items() if _goes(words, {*before, *verb_last}, language)]
        if len(ways) == 1:
            yield tokens[at], ways[0]


def _goes(words: str, telling: Set[str], language: str) -> bool:
    if language == "en":
        return not listed(words).isdisjoint(telling)
    return any(one.startswith(tuple(by_language(f"{words}_in").get(language, ()))) for one in telling)


def _end_of_range(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """A range "between 40 and 60 teachers" of which the claim tells one end as if it were the number."""
    for first, last, thing in _betweens(theirs):
        ends = {first, last}
        if len(ends & set(ours)) != 1 or theirs.count(first) != 1 or theirs.count(last) != 1:
            continue
        at = next(place for place, one in enumerate(ours) if one in ends)
        limit = "more" if ours[at] == last else "less"
        plain = listed("bounding").isdisjoint(ours[max(at - _SPAN, 0) : at]) or limit in ours[max(at - _TWO, 0) : at]
        if plain and ours[at + 1 : at + 2] == (thing,):
            return f'The quoted words say "between {first} and {last}".'
    return None


def _betweens(tokens: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The ends of each range, and what follows it."""
    for at, word in enumerate(tokens[:-4]):
        first, joint, last, thing = tokens[at + 1 : at + 5]
        if word == "between" and joint == "and" and first[0].isdigit() and last[0].isdigit():
            yield first, last, thing


def _figure(token: str) -> str:
    """A number, in digits or in words, as digits; empty for any other token."""
    return token if token[0].isdigit() else str(ranked("units").get(token, ""))


def _period(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """An amount "a month" told as one "a year"."""
    told = dict(_rates(theirs))
    for number, period in _rates(ours):
        if told.get(number, period) != period:
            return f'The quoted words count "{number}" by another time.'
    return None


def _rates(tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each number with the days by which it is counted: "900 a month", "12 weekly"."""
    often, days = keyed("repeated"), keyed("days_of")
    for at, word in enumerate(tokens):
        if not word[0].isdigit():
            continue
        for place in range(at + 1, min(at + 1 + _RATE, len(tokens))):
            following = tokens[place + 1] if place + 1 < len(tokens) else ""
            if tokens[place] in often:
                yield word, often[tokens[place]]
            elif tokens[place] in listed("each") and following in days:
                yield word, days[following]
            elif tokens[place] in STOPS or tokens[place][0].isdigit():
                break
