"""Titles and offices: what one is made of, and whether a text shows that somebody else might bear it too."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from ..words.scripts import folded
from ..words.wordlists import word_lists
from .names import name_words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_GENITIVE = re.compile(r"['’]s?$")
_AND = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*", re.IGNORECASE)
_BREAK = re.compile(r"[,;:/(]|\s[-–—]\s")  # behind it stands whose the office is: "Director, Halvard Mills"
_REACH = 4  # words around a noun that may belong to its title


class Title(NamedTuple):
    """An office in parts, folded: "the Norwegian Vice-Minister of Trade" is minister, vice, Norwegian and Trade."""

    noun: str
    ranks: frozenset[str]
    rest: tuple[str, ...]
    """Whose or what for."""

    def same_office(self, other: "Title") -> bool:
        """Whether noun and rank agree, whatever they are for."""
        return self.noun == other.noun and self.ranks == other.ranks


@cache
def title_words() -> dict[str, Any]:
    """The lists of `titles.yaml`; `same` is a table of words."""
    lists: dict[str, Any] = {
        kind: words if isinstance(words, dict) else frozenset(words)
        for kind, words in word_lists(__package__, "titles.yaml").items()
    }
    lists["small"] = lists["links"] | lists["definite"] | lists["indefinite"] | {"and", "s"}
    return lists


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words, folded, hyphens and genitives opened, one spelling for words of one office."""
    return tuple(part for word in _WORD.findall(text.replace("-", " ")) for part in _parts(word))


def _parts(word: str) -> list[str]:
    plain = folded(_GENITIVE.sub("", word)).replace(".", "")
    parts: list[str] = title_words()["same"].get(plain, plain).split()
    return parts


def title_of(text: str) -> Title | None:
    """The title that a text words; None where it has no words, speaks of any bearer ("a minister") or of whom somebody
    stands for: "representing Halvard Mills", "for the union"."""
    lists = title_words()
    words = words_of(text)
    if not words or words[0] in lists["indefinite"] | lists["links"] | lists["standing"]:
        return None
    first = len(words_of(_BREAK.split(text, maxsplit=1)[0])) or len(words)
    end = next((at for at, word in enumerate(words) if at and (at == first or word in lists["links"])), len(words))
    head = [word for word in words[:end] if word not in lists["small"]]
    if not head:
        return None
    if head[-1] == "general" and len(head) > 1:  # "Secretary General" is "General Secretary"
        head[-2:] = [head[-1], head[-2]]
    ranks = frozenset(word for word in head[:-1] if word in lists["ranks"])
    rest = [word for word in (*head[:-1], *words[end:]) if word not in ranks and word not in lists["small"]]
    return Title(head[-1], ranks, tuple(rest))


def titles_in(role: str) -> Iterator[Title]:
    """All the titles that a role may be called by: "founder and chair of the trust" are two."""
    first, *others = _AND.split(role)
    further = name_words()["offices"] | title_words()["further"]
    for text in (role, first, *others):
        title = title_of(text)
        if title and title.noun not in title_words()["bodies"] and (text in (role, first) or title.noun in further):
            yield title


class Word(NamedTuple):
    """A word of a text in its place."""

    text: str
    """Folded."""
    capital: bool
    genitive: bool
    apart: bool
    """Whether more than a space or a hyphen stands before it."""


class Mention(NamedTuple):
    """One place of a word in a text, with the words around it."""

    row: Sequence[Word]
    at: int
    """Of the word in that row."""


class Mentions:
    """Where words stand in a text. What stands around them is read only where it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._places: dict[str, list[int]] = {}
        """Numbers of spans, by what is written there."""
        for number, (start, end) in enumerate(self._spans):
            self._places.setdefault(text[start:end], []).append(number)
        self._spellings: dict[str, list[str]] = {}
        """How the text writes a folded word."""
        for written in self._places:
            for part in dict.fromkeys(_parts(written)):
                self._spellings.setdefault(part, []).append(written)

    def holds(self, word: str) -> bool:
        """Whether the folded word stands anywhere in the text."""
        return word in self._spellings

    def of(self, word: str) -> Iterator[Mention]:
        """The places of a folded word."""
        for written in self._spellings.get(word, ()):
            inside = _parts(written).index(word)
            for number in self._places[written]:
                before = list(self._words(max(number - _REACH - 1, 0), number))
                after = self._words(number, min(number + _REACH + 2, len(self._spans)))
                yield Mention([*before, *after], len(before) + inside)

    def _words(self, first: int, last: int) -> Iterator[Word]:
        for number in range(first, last):
            start, end = self._spans[number]
            written = self._text[start:end]
            between = self._text[self._spans[number - 1][1] if number else 0 : start]
            genitive = _GENITIVE.search(written) is not None
            for part, text in enumerate(_parts(written)):
                yield Word(text, written[0].isupper(), genitive, not part and between.strip(" -") != "")


def borne_by_others(title: Title, mentions: Mentions, describes: Callable[[str], bool]) -> bool:
    """Whether a text speaks of such an office in the plural, or of one that is somebody else's.

    `describes` tells whether a folded word may stand beside the title of the one who is known to bear it.
    "President Ilves", "the Finnish President" and "the President of Malta" are others than a President whom
    neither Ilves, Finnish nor Malta describes.
    """
    if mentions.holds(f"{title.noun}s"):
        return True
    for row, at in mentions.of(title.noun):
        ranks, beside = _beside(row, at)
        if ranks == title.ranks and not all(each == title.noun or describes(each) for each in beside):
            return True
    return False


def _beside(row: Sequence[Word], at: int) -> tuple[frozenset[str], list[str]]:
    """The ranks of the office whose noun stands there, and the words that say whose it is."""
    lists = title_words()
    before: list[Word] = []
    place, led_in = at, False
    while place > max(at - _REACH, 0) and not row[place].apart:
        place -= 1
        led_in = row[place].text in lists["definite"]
        if row[place].text in lists["small"]:
            break
        before.append(row[place])
    if not led_in:  # with no article before it, only what is written as a name belongs to it
        before = list(takewhile(lambda word: word.capital or word.text in lists["ranks"], before))
    ranks = {word.text for word in before if word.text in lists["ranks"]}
    beside = [word.text for word in before if word.text not in lists["ranks"] | lists["openers"]]
    after = list(row[at + 1 : at + 1 + _REACH])
    if after and after[0].text == "general" and not after[0].apart:
        ranks.add(after.pop(0).text)
    if after and not after[0].apart and not row[at].genitive:
        if after[0].text in ("of", "for"):
            beside += [word.text for word in after[1:] if word.text not in lists["small"]][:1]
        elif after[0].capital and after[0].text not in lists["small"]:
            beside.append(after[0].text)
    return frozenset(ranks), beside
