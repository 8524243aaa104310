"""What makes an office another one: a word before it, "former minister", "viceministra", or another one in it, "chief financial officer"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ...words.scripts import folded
from ...words.stems import ContentWord, content_words, family, shared, stem, stems_of
from ..words import keyed_lists, listed

_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_PARTED = re.compile(r"[,;:()]")
_PEOPLE = re.compile(r"\b[A-Z]\w+(?:an|ese|ish|nch|tch|eek|iss|ot)\Z")
_TWO = 2
_AWAY = re.compile(
    r"\b(?:(?:in (?:the )?absence|on behalf|in place) of|(?:deputi[sz]ing|standing in|covering) for|in (?:Vertretung|Abwesenheit) (?:von|de[rs])|en (?:l['’]absence|remplacement) d(?:e|u)"
    r"|en (?:ausencia|representación) del?|in (?:assenza|rappresentanza) d\w+)\s(?:the |la |le |l['’]|el |il |his |her )?\Z",
    re.IGNORECASE,
)
_SHORT_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?\.?")
_SMALL = frozenset("of for the and de des du la le del della di der".split())
"""Words that a shortened office leaves out."""


def ranked_office(office: str, lines: Sequence[str]) -> str | None:
    """The office as the lines word it, where each mention has a word that makes another one of it, and the claim has none."""
    ours = [folded(word) for word in _WORD.findall(office)]
    if not ours or not listed("ranks").isdisjoint(ours) or _ranking(ours[0]):
        return None
    found: list[str | None] = []
    for line in lines:
        words = list(_WORD.finditer(line))
        plain = [folded(word[0]) for word in words]
        for at in range(len(words) - len(ours) + 1):
            if plain[at : at + len(ours)] == ours:
                found.append(_with_rank(line, words, plain, at, at + len(ours)))
            elif plain[at + 1 : at + len(ours)] == ours[1:] and _ranking(plain[at]) == ours[0]:
                found.append(line[words[at].start() : words[at + len(ours) - 1].end()])
    return found[0] if found and all(found) else None


def other_office(office: str, lines: Sequence[str]) -> str | None:
    """What the lines have where the claim has an office of three words or more, one of which is another there and stands nowhere
    in them; of two words where it is another people: "Danish Ambassador" of "the Swedish Ambassador"."""
    ours = content_words(office)
    known = stems_of("\n".join(lines)) if len(ours) > 1 else frozenset()
    for line in lines if len(ours) > 1 else ():
        theirs = content_words(line)
        for at in range(len(theirs) - len(ours) + 1):
            window = theirs[at : at + len(ours)]
            swapped = [(one, other) for one, other in zip(ours, window, strict=True) if one.stem != other.stem]
            told = line[window[0].start : window[-1].end]
            if len(swapped) != 1 or _PARTED.search(told) or not _is_other(*swapped[0], known):
                continue
            one, other = swapped[0]
            if len(ours) > _TWO or (_PEOPLE.search(office[: one.end]) and _PEOPLE.search(line[: other.end])):
                return told
    return None


def is_of_another(office: str, lines: Sequence[str]) -> bool:
    """Whether the lines name an office only as that of somebody who is away or acted for: "in the absence of the minister"."""
    own = family(stem(office.split()[-1]))
    found = [
        _AWAY.search(line[: word.start()]) is not None
        for line in lines
        for word in _WORD.finditer(line)
        if family(stem(word[0])) == own
    ]
    return len(office.split()) == 1 and bool(found) and all(found)


def _with_rank(line: str, words: Sequence[re.Match[str]], plain: Sequence[str], first: int, last: int) -> str | None:
    """The words of an office with those of its rank: before it, or right behind it as in "directeur adjoint"."""
    begin = first
    while begin and plain[begin - 1] in listed("ranks"):
        begin -= 1
    end = last + (last < len(plain) and plain[last] in listed("ranks_behind"))
    together = line[words[begin].start() : words[end - 1].end()]
    return together if (begin, end) != (first, last) and not _PARTED.search(together) else None


def _ranking(word: str) -> str:
    """The office within a word that begins with its rank: "ministra" of "viceministra"; empty for any other."""
    rank = next((one for one in listed("ranking") if word.startswith(one)), None)
    return word.removeprefix(rank).lstrip("-") if rank is not None and len(word) > len(rank) + len("min") else ""


def _is_other(one: ContentWord, other: ContentWord, known: frozenset[str]) -> bool:
    """Whether a word is another one than that of the lines, which it does not begin as "chair" begins "chairman"."""
    alike = one.stem.startswith(other.stem) or other.stem.startswith(one.stem)
    return not alike and not shared({one.stem}, known)


def as_shortened(office: str, text: str) -> str | None:
    """The words of a text that stand for an office in another length; None where it has none, or has the office as it is."""
    sought = _told(office)
    places = list(_SHORT_WORD.finditer(text))
    for begin in range(len(places)):
        if places[begin][0].lower() not in _SMALL and (count := _covered(sought, places[begin:])):
            found = text[places[begin].start() : places[begin + count - 1].end()]
            return found if _plain(found) != _plain(office) else None
    return None


def _covered(sought: Sequence[str], places: Sequence[re.Match[str]]) -> int:
    """How many words from the first on say no more and no less than what is sought; 0 where they say something else."""
    told: list[str] = []
    for count, place in enumerate(places, 1):
        if len(told) >= len(sought):
            return 0
        rest = sought[len(told) :]
        meant = next((full for full in _full(place[0]) if list(full) == list(rest[: len(full)])), None)
        if meant is None:
            return 0
        told += meant
        if told == list(sought):
            return count
    return 0


@lru_cache(maxsize=256)
def _told(office: str) -> tuple[str, ...]:
    """The words of an office, each written out in the first way that is listed."""
    return tuple(word for found in _SHORT_WORD.finditer(office) for word in _full(found[0])[0])


@lru_cache(maxsize=1024)
def _full(word: str) -> tuple[tuple[str, ...], ...]:
    """What a word may stand for, itself included, which comes last where it is shortened."""
    plain = _plain(word)
    if plain in _SMALL:
        return ((),)
    full = [_words(one) for one in keyed_lists("shortened").get(plain, ())]
    return (*full, (plain,))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(word for word in phrase.split() if word not in _SMALL)


def _plain(words: str) -> str:
    return re.sub(r"[.'’]", "", folded(words))
