"""Claims that put another thing in the place of what the words name: "repair the bridge" for "repair the road"."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from ...items import Item
from ...ladder.sentences import LANGUAGES
from ...schemas import Part
from ...words.closed_classes import BE, words_of
from ...words.scripts import folded
from ...words.stems import carries_meaning, families_of, family, stem, tells_of_the_past
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import keyed, listed, synonymous

_WORD = re.compile(r"[^\W_]+|[^\w\s]|\n")
_ENDS = frozenset(".;:!?\n")
_JOINTS = frozenset((",", "and", "but", "or", "while", "et", "ou", "mais", "und", "oder", "aber", "y", "o", "e", "ma"))
_SEVERAL = re.compile(r"[,;\n]|\. |\b(?:and|but|while)\b")
"""In English, what may stand between one act and another."""
_BEING = words_of(BE)
_PLAIN_LINKS = {
    word: plain
    for plain, words in {
        "a": "al allo alla ai agli alle",
        "di": "del dello della dei degli delle",
        "da": "dal dallo dalla dai dagli dalle",
        "in": "nel nello nella nei negli nelle",
        "à": "au aux",
        "de": "du des",
    }.items()
    for word in words.split()
}
"""Prepositions that hold an article, each as the plain one."""


class Pair(NamedTuple):
    """A word that tells something, and the next one that does."""

    clause: int
    """A number that is another behind each joint."""
    before: str
    """Its family."""
    link: tuple[str, ...]
    """What stands between, without articles: "to" in "close the lane to cars"."""
    thing: str
    """The next word, as written."""


def check_other_things(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim that has another thing behind a word than the quoted words have there.

    A paraphrase may name the thing otherwise, so the claim stands. A subject sums up in words of its own.
    """
    language = grounds.index.language
    if language not in LANGUAGES or is_subject(item):
        return
    for text in texts(item, Part.CLAIM):
        if (found := _another(text.value, grounds, language)) is not None:
            report.doubts.append(f'The claim says "{found[0]}" where the quoted words say "{found[1]}".')


def _another(claim: str, grounds: Grounds, language: str) -> tuple[str, str] | None:
    """A thing that the claim has behind one of its words, and what the quoted words have there."""
    ours, said = families_of(claim), frozenset(map(family, grounds.stems))
    several = language == "en" and _SEVERAL.search(grounds.whole) is not None
    if ours <= said and not several:
        return None
    for mine in _pairs(claim, language):
        new = family(stem(mine.thing)) not in said
        if mine.before not in said or (not new and (mine.link or not several)):
            continue
        told = _pairs(grounds.whole, language)
        there = [one for one in told if one.before == mine.before and one.link == mine.link]
        if not there or any(map(_names_nothing, (mine.thing, *(one.thing for one in there)))):
            continue
        if any(
            family(stem(one.thing)) in ours
            or sorted(one.thing) == sorted(mine.thing)  # "metres", "meters"
            or synonymous(one.thing, mine.thing, language)
            for one in there
        ):
            continue
        if language != "de" and mine.thing.islower() and all(one.thing[0].isupper() for one in there):
            continue  # "an issue Carl will file": a name is no such thing, and may be another word for one
        if new or _of_another(mine, there, told, ours):
            return mine.thing, there[0].thing
    return None


def _of_another(mine: Pair, there: Sequence[Pair], told: Sequence[Pair], ours: Set[str]) -> bool:
    """Whether the quoted words have the thing behind another verb only: "book the hall" where Ann is to "ring the bank"."""
    thing = family(stem(mine.thing))
    held = [one for one in told if family(stem(one.thing)) == thing]
    clauses = {one.clause for one in there}
    return bool(held) and all(not one.link and one.before not in ours and one.clause not in clauses for one in held)


def _names_nothing(word: str) -> bool:
    """Whether a word names no thing by itself: "anything", "tomorrow", "quickly"."""
    word = word.lower()
    lists = (listed(one) for one in ("general", "date_words", "weekdays", "every", "times_counted"))
    return any(word in those for those in lists) or folded(word) in keyed("repeated") or word.endswith("ly")


@lru_cache(maxsize=128)
def _pairs(text: str, language: str) -> tuple[Pair, ...]:
    return tuple(_paired(text, language))


def _paired(text: str, language: str) -> Iterator[Pair]:
    """The pairs of a text; in an English passive, and before a German verb, the thing stands first. German nouns have capitals."""
    before, link, clause, done = "", list[str](), 0, ""
    for word in _WORD.findall(text):
        plain = word.lower()
        clause += plain in _JOINTS or word in _ENDS
        if word in _ENDS:
            before = done = ""
        elif word[0].isalnum() and carries_meaning(word) and not word[0].isdigit():
            if before and (language != "de" or word[0].isupper()):
                yield Pair(clause, family(stem(before)), tuple(link), word)
            if before and language == "en" and not _BEING.isdisjoint(link) and tells_of_the_past(plain):
                # "A plan has been read and will be sent": both are done to the plan.
                done = before if _JOINTS.isdisjoint(link) or not done else done
                yield Pair(clause, family(stem(word)), (), done)
            if before[:1].isupper() and language == "de" and not link and word[0].islower():
                yield Pair(clause, family(stem(word)), ("<",), before)
            before, link = word, []
        elif plain not in listed("articles"):
            link.append(_PLAIN_LINKS.get(plain, plain))
