"""Numbers of a row that a claim gives to the wrong member: "£20 for adults and £10 for children" told as "£10 for adults"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from ...schemas import RejectionReason
from ...words.lexicon import lexicon
from ...words.scripts import folded
from ...words.stems import carries_meaning, families_of, family, stem
from ..fields import Report, Text
from ..grounds import Grounds
from ..words import listed, ranked, uncounting

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)\s?(?:(?P<size>thousand|[mb]illion(?:s|en)?|[mb]illiard\w*|m[io]ll?ion[ei]s?|millones|miliardi|Mio\.|Mrd\.)\s(?:d['’]|de\s)?)?(?P<kind>%|[^\W\d_]+)"
)
_HEAD = 4  # letters
_PIECE = re.compile(rf"{_TOKEN.pattern}|[,:(]")
_MARKS = frozenset(", : ( and while whereas but et und sowie y e ed".split())
_TO = frozenset("from to against than auf gegen als à contre a contra".split())
"""Joints where a number follows."""
_NEAR = 4  # tokens from such a joint to its number
_SEVERAL = 2  # numbers that may be exchanged
_SENTENCE = re.compile(r"[;!?\n]|\.(?!\d)")
_MEMBER = re.compile(r"[,:](?!\d)|\b(?:and|while|whereas|but|et|und|sowie|y|e|ed)\b")


class Member(NamedTuple):
    """A part of a row with the one number that it holds; its words as families."""

    number: str
    before: tuple[str, ...]
    head: tuple[str, ...]
    """What is counted: the words right behind the number."""
    tail: tuple[str, ...]
    """The words behind the first small word after it: "for adults"."""
    complete: bool
    """It names what it counts, so that it does not share the noun of the next member: "12 cranes", not "3 new"."""


def check_crossed(text: Text, grounds: Grounds, report: Report) -> None:
    """A number of the claim with what the quoted words give another number."""
    if len(grounds.merged) > 1 and any(map(str.isdigit, text.value)):
        _of_another_line(text, grounds, report)
    _check_moved(text, grounds, report)
    claimed = [one for row in rows(text.value) for one in row]
    told = [row for row in rows(grounds.whole) if len(row) > 1] if claimed else []
    numbers = {one.number for one in claimed}
    for mine in claimed:
        for own, rival in (pair for row in told for pair in permutations(row, 2)):
            if rival.number in numbers:
                continue  # it tells of both
            if own.number != mine.number:
                continue
            explanation = f'The quoted words do not say "{mine.number}" of that, but "{rival.number}".'
            if _of_the_other(mine, own, rival, follows=_follows(own, rival, told)):
                report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)
                return
            if _of_other_subject(mine, own, rival):
                report.note("numbers", "absent", explanation)


def _check_moved(text: Text, grounds: Grounds, report: Report) -> None:
    """Doubt two numbers of one quoted sentence of which the claim gives one what the words tell of the other alone:
    "20 in May and 10 in June" for "20 in June, 10 in May"."""
    ours = [row for row in _beside(text.value) if len(row) > 1]
    for mine, row in ((mine, row) for mine in ours for row in _beside(grounds.whole)):
        for one, other in permutations(mine.keys() & row.keys(), 2):
            moved, back = (mine[one] & row[other]) - row[one], (mine[other] & row[one]) - row[other]
            if moved - mine[other] and back - mine[one] and not mine[other] & row[other] - row[one]:
                report.note("numbers", "absent", f'The quoted words give "{other}" what the claim gives "{one}".')
                return


@lru_cache(maxsize=256)
def _beside(text: str) -> tuple[dict[str, frozenset[str]], ...]:
    """The numbers of each sentence, each with the families of the words beside it, up to a joint; of a sentence in which
    one stands bare or twice, "5 and 7 votes", none."""
    return tuple(row for sentence in _SENTENCE.split(text) if (row := dict(_numbered(sentence))) and all(row.values()))


def _numbered(sentence: str) -> Iterator[tuple[str, frozenset[str]]]:
    tokens = [
        ("" if before[:1].isupper() else _figure(one) or ("1" if one == "one" else ""), one)  # "Article 4" is a name
        for before, one in pairwise(("", *_PIECE.findall(sentence)))
    ]
    numbers = [number for number, _ in tokens if number]
    if len(numbers) < _SEVERAL or len(set(numbers)) < len(numbers):
        return
    last, told = "", list[str]()
    for at, (number, token) in enumerate((*tokens, ("", ","))):
        if number and not last:
            last = number
        elif number or (
            last and (token in _MARKS or (token in _TO and any(one for one, _ in tokens[at : at + _NEAR])))
        ):
            yield last, frozenset(_told([word for word in told if folded(word) not in uncounting()]))
            last, told = number, []
        else:
            told.append(token)


def _of_another_line(text: Text, grounds: Grounds, report: Report) -> None:
    """Doubt a number of one quoted line that is told of what another line gives one of the same kind for: "a dividend of 0.45
    was approved" beside "one of 0.40 was proposed"."""
    lines = [(_counted(line.text), _telling(line.text)) for line in grounds.merged]
    for clause in re.split(rf"{_SENTENCE.pattern}|{_MEMBER.pattern}", text.value):
        ours, words = _counted(clause), _telling(clause)
        for number, kind in ours.items():
            own = [told for counts, told in lines if counts.get(number) == kind]
            if not own and kind and any(number in counts for counts, _ in lines):
                counted = (one for counts, _ in lines for one, other in counts.items() if other == kind)
                if (rival := next(counted, None)) is not None and rival not in ours:
                    report.note("numbers", "absent", f'The quoted words do not say "{number}" of that, but "{rival}".')
                    return
            before = _telling(clause[: clause.index(number)]) & own[0] if len(own) == 1 else words
            for counts, told in lines if len(own) == 1 else ():
                rival = next((one for one, other in counts.items() if other == kind and one not in ours), None)
                if rival and number not in counts and before <= told and len(words & told) > len(words & own[0]):
                    report.note("numbers", "absent", f'The quoted words do not say "{number}" of that, but "{rival}".')
                    return


@lru_cache(maxsize=256)
def _counted(text: str) -> dict[str, str]:
    """The figures of a text, each with what it counts: the word behind it, or its size where that names nothing."""
    found = (
        (one["number"], one["kind"] if _names(one["kind"]) else one["size"] or "") for one in _FIGURE.finditer(text)
    )
    return {number: family(stem(kind)) if kind else "" for number, kind in found}


def _names(kind: str) -> bool:
    return kind == "%" or carries_meaning(kind)


@lru_cache(maxsize=256)
def _telling(text: str) -> frozenset[str]:
    """How the words of a text begin, but for its figures and what they count: "initial", "initially"."""
    kinds = frozenset(_counted(text).values())
    return frozenset(one.strip()[:_HEAD] for one in families_of(text) - kinds if not one.strip()[0].isdigit())


def _follows(own: Member, rival: Member, told: list[tuple[Member, ...]]) -> bool:
    return any(own in row and rival in row and row.index(own) > row.index(rival) for row in told)


def _of_the_other(mine: Member, own: Member, rival: Member, *, follows: bool) -> bool:
    """Whether a member of the claim has the number of one member of a row, and the words of another."""
    behind = frozenset((*mine.head, *mine.tail))
    here = frozenset((*own.head, *own.tail))
    there = frozenset((*rival.tail, *(rival.head if own.head else ())))
    if here and there:
        plain = follows or own.complete
        return plain and not behind.isdisjoint(there - here) and behind.isdisjoint(here - there)
    if here or there or rival.head or not (own.before and rival.before):
        return False
    words = frozenset((*mine.before, *behind))
    ahead, other = set(own.before).difference(rival.before), set(rival.before).difference(own.before)
    if follows:  # "Adults pay 20 and children 10": the verb stands for both
        told = rival.before[-1] in words and len(words.intersection(rival.before)) > 1
        return told and bool(ahead) and words.isdisjoint(ahead) and not words.isdisjoint(other)
    size = len(rival.before)
    ends = own.before[:size], own.before[-size:]
    return bool(other) and words.issuperset(rival.before) and any(words.isdisjoint(end) for end in ends)


def _of_other_subject(mine: Member, own: Member, rival: Member) -> bool:
    """Whether a claim tells of the one subject the number of the other: "loans fell by 7 %, visits rose by 12 %"."""
    words = frozenset((*mine.before, *mine.head, *mine.tail))
    ours, others = _subject(own.before), _subject(rival.before)
    return bool(ours - others) and words.isdisjoint(ours - others) and not words.isdisjoint(others - ours)


def _subject(before: tuple[str, ...]) -> frozenset[str]:
    """What a number is told of: the words before it and behind one that reports, but for verbs of a change."""
    reports = [at for at, word in enumerate(before) if word in _families("reporting")]
    return frozenset(before[reports[-1] + 1 if reports else 0 :]) - _families("changing")


@lru_cache(maxsize=2)
def _families(name: str) -> frozenset[str]:
    words = listed(name) if name == "changing" else lexicon("en").list(name)
    return frozenset(family(stem(word)) for word in words)


@lru_cache(maxsize=256)
def rows(text: str) -> tuple[tuple[Member, ...], ...]:
    """The rows of a text, sentence by sentence; a number that a text holds twice is of none."""
    found = [tuple(_members(sentence)) for sentence in _SENTENCE.split(text)]
    numbers = [one.number for row in found for one in row]
    return tuple(tuple(one for one in row if numbers.count(one.number) == 1) for row in found)


def _members(sentence: str) -> Iterator[Member]:
    for part in _MEMBER.split(sentence):
        tokens = _TOKEN.findall(part)
        places = [at for at, token in enumerate(tokens) if _figure(token)]
        if len(places) != 1:
            continue
        at = places[0]
        behind = [token for token in tokens[at + 1 :] if folded(token) not in uncounting()]
        end = next((place for place, token in enumerate(behind) if not carries_meaning(token)), len(behind))
        head, tail = behind[:end], behind[end:]
        complete = bool(tail and _told(tail)) or (bool(head) and head[-1].endswith("s"))
        yield Member(_figure(tokens[at]), _told(tokens[:at]), _told(head), _told(tail), complete)


def _told(tokens: list[str]) -> tuple[str, ...]:
    return tuple(family(stem(token)) for token in tokens if carries_meaning(token))


def _figure(token: str) -> str:
    """A number, in digits or in an English word, as digits; empty for any other token."""
    if token[0].isdigit():
        return token
    value = ranked("units").get(token.lower(), 0)
    return str(value) if value > 1 else ""
