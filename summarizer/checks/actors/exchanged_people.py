"""People who are quoted side by side and exchanged: what one sentence tells of Ms Roth, told of Mr Lenz of the next one.

A sentence counts where it names one person alone. Of a task or a promise, only in languages of which no clause is read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.scripts import folded
from ...words.stems import shared, stems_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..proper import name_parts
from ..vocabulary import WORD
from ..words import listed
from .case import Case, Ruling, against

_BORDER = re.compile(r";\s+|\n|(?<=\w{4}[.!?])\s+")
_HALF = 2  # the other's sentence has half the words of the claim, ...
_MOST = {"en": 2, "": 3}  # ... and so many times those of its own
_ANSWER = 3  # content words of a sentence that may only answer the one before
_ASSENTS = re.compile(
    r"\W*(?:\w+ )?(?:(?:agree|accept|confirm|support|second|approv|promis|undert|volunteer|offer|repl|answer|respond)\w*|will|would)\b",
    re.IGNORECASE,
)
"""How an English sentence goes on behind a name that makes the words of the one before its own."""


class _Told(NamedTuple):
    """What a sentence holds, and who is named in it, but for titles."""

    said: str
    stems: frozenset[str]
    people: tuple[str, ...]


def of_the_other(case: Case) -> Ruling | None:
    """The task or promise is told of another, and the one who is named is quoted beside it for something else."""
    other = _other(case.name, case.said, case.grounds, frozenset()) if case.language not in (None, "en") else None
    return against(f'The words tell it of "{other}", not of "{case.name}".') if other is not None else None


def check_exchanged_people(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt what a summary or decision tells of one person where the quoted words tell it of the other."""
    if grounds.index.language is None or not (is_subject(item) or item.kind == "decisions"):
        return
    for text in texts(item, Part.CLAIM):
        for sentence in _BORDER.split(text.value) if text.optional or not is_subject(item) else ():
            people = _told(sentence, grounds.index.people).people
            if (
                len(people) == 1
                and people[0]
                and (other := _other(people[0], sentence, grounds, grounds.index.people)) is not None
            ):
                report.note("actor", "absent", f'The quoted words say it of "{other}".')


def _other(name: str, said: str, grounds: Grounds, known: frozenset[str]) -> str | None:
    """The one person of the quoted sentence that tells what is said; None where that is the one of this name, or not plain."""
    found = [_told(one, known) for line in grounds.merged if line.speaker is None for one in _BORDER.split(line.text)]
    own = [one for one in found if any(name_parts(name)[-1] == name_parts(who)[-1] for who in one.people if who)]
    ours = _told(said, known).stems - stems_of(name)
    if not own or not ours or all(one in own for one in found):
        return None
    met = {one: len(shared(ours, one.stems)) for one in found}
    best = max(found, key=met.__getitem__)
    behind = found[found.index(best) + 1 :][:1]
    language = grounds.index.language or ""
    if any(one in own and _answers(one, name, ours, language) for one in behind):
        return None  # it is answered by the one who is named
    plain = len(best.people) == 1 and list(met.values()).count(met[best]) == 1 and _HALF * met[best] >= len(ours)
    most = _MOST.get(language, _MOST[""])
    return best.people[0] or None if plain and all(most * met[one] <= met[best] for one in own) else None


def _answers(told: _Told, name: str, ours: frozenset[str], language: str) -> bool:
    """Whether a sentence of the one who is named may answer the one before it."""
    if len(told.stems) <= _ANSWER:
        return True
    behind = folded(told.said).partition(name_parts(name)[-1])[2]
    return bool(ours & told.stems) and (language != "en" or _ASSENTS.match(behind) is not None)


@lru_cache(maxsize=256)
def _told(sentence: str, known: frozenset[str]) -> _Told:
    stems = stems_of(sentence) - stems_of(" ".join(listed("titles")))
    return _Told(sentence, stems, tuple(dict.fromkeys(_people(sentence, known))))


def _people(sentence: str, known: frozenset[str]) -> Iterator[str]:
    """The names that are known, or stand behind a title or an initial; empty where it stands alone: "la ministre"."""
    found = list(WORD.finditer(sentence))
    words = [one[0] for one in found]
    initials = [len(one[0]) == 1 and one[0].isupper() and sentence[one.end() :][:1] == "." for one in found]
    titles = [at or folded(one).replace(".", "") in listed("titles") for at, one in zip(initials, words, strict=True)]
    for at, (title, following) in enumerate(pairwise((*titles, True)), 1):
        if title and not following:
            yield " ".join(takewhile(lambda one: one[0].isupper(), words[at:]))
        elif words[at - 1] in known and not (at > 1 and (titles[at - 2] or words[at - 2] in known)):
            yield " ".join(takewhile(known.__contains__, words[at - 1 :]))
