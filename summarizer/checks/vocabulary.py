"""The words of a text, for looking up the names of people, bodies and countries in it."""

import re
from functools import cached_property, lru_cache

from ..words.scripts import folded
from ..words.stems import stem
from .words import keyed, listed

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")
"""A word as a name may be written: "U.N.", "Jean-Luc", "O'Brien"."""
_INSIDE = re.compile(r"[-'’]+")
_BEGINNING = 4  # letters that the names of a country and of its people have in common at least


class Vocabulary:
    """Folded words, and those that are akin to them."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words

    def holds(self, word: str) -> bool:
        """Whether one of the words is this one, or names the country of a people or the people of a country."""
        if word in self.words or (_has_cases(word) and stem(word) in self._stems):
            return True  # names have cases, and Arabic writes the article as one word with them
        named = keyed("peoples").get(word, word)
        return (
            named in self.words
            or named in self._peoples
            or any(_of_one_country(word, other) for other in self._by_beginning.get(word[:_BEGINNING], ()))
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.words if _has_cases(word))

    @cached_property
    def _peoples(self) -> frozenset[str]:
        peoples = keyed("peoples")
        return frozenset(peoples[word] for word in self.words & peoples.keys())

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= _BEGINNING:
                table.setdefault(word[:_BEGINNING], []).append(word)
        return table


def _has_cases(word: str) -> bool:
    """Whether it is in Cyrillic or Arabic letters."""
    return "\u0400" <= word[:1] <= "\u06ff"


@lru_cache(maxsize=128)
def vocabulary(text: str) -> Vocabulary:
    """The words of a text as names are written, and the parts of those with hyphens and apostrophes."""
    return Vocabulary(frozenset[str]().union(*map(_words_of_line, text.split("\n"))))


@lru_cache(maxsize=256)
def _words_of_line(line: str) -> frozenset[str]:
    words = {folded(word).replace(".", "") for word in set(WORD.findall(line))}
    parts = {part for word in words if not word.isalnum() for part in _INSIDE.split(word)}
    return frozenset(words | parts)


def _of_one_country(one: str, other: str) -> bool:
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    if common < _BEGINNING:
        return False
    rests = one[common:], other[common:]
    return any(
        left in listed("people_endings") and (right or "-") in listed("land_endings")
        for left, right in (rests, rests[::-1])
    )


def acronyms(text: str) -> frozenset[str]:
    """Those of the names that a text writes out: "Joint Military Commission" gives `jmc`."""
    found: set[str] = set()
    row: list[str] = []
    for word in [*WORD.findall(text), ""]:
        if word[:1].isupper():
            row.append(word[0].lower())
        elif word.lower() in listed("little") and row:
            continue
        else:
            found.update(
                "".join(row[start:end])
                for start in range(len(row))
                for end in range(start + 2, min(len(row), start + 7) + 1)
            )
            row = []
    return frozenset(found)
