"""The participants of a brief as the words of its document may speak of them: by name, by part of it, by title."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from typing import Literal

from .checks.actors.known_names import is_unresolved
from .checks.fields import roles, texts
from .checks.proper import capitalised, name_parts, stands
from .checks.words import listed
from .items import Item
from .schemas import Part
from .uniting.names import name_words, person_name
from .uniting.people import Bearers, fuller_name, group_people, same_person
from .uniting.sameness import same_words
from .uniting.titles import Title, title_words, titles_in, words_of

_STEM = 4  # letters by which the name of a country and of its people are taken to be akin
_MOST_UNSURE = 4
"""Words that may be the name or the office, of which each may be left out."""
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")

Relation = Literal["same", "different", "open", "unclear"]
"""Of two actors; `open` where one is not stated, `unclear` where they overlap or cannot be told apart."""


@cache
def _beside_names(*, titled: bool) -> frozenset[str]:
    """Words that stand beside a name and are none; of somebody without a title, all titles are such."""
    lists = title_words()
    beside: frozenset[str] = lists["small"] | lists["address"]
    return beside if titled else beside | name_words()["offices"] | lists["ranks"]


@dataclass(frozen=True)
class Person:
    """A participant of the brief, all the entries on one person together."""

    name: str
    about: str
    """All that the brief says of the person: role, organisation, side."""
    roles: tuple[str, ...]
    sides: tuple[str, ...]
    """Whom the person works for or sits for."""
    titles: tuple[Title, ...]

    def describes(self, word: str) -> bool:
        """Whether a folded word belongs to the name or to what is said of its bearer: `faroese` of the Faroe Islands."""
        return word in words_of(self.name) or stands(word, self.about)

    def core(self, words: str, beside: Set[str] | None = None) -> tuple[str, ...]:
        """What is left of a wording without this person's title and forms of address: the name, if it is one.

        beside: those of the words that may stand in what is said of a person; any of them for None.
        """
        own, address = words_of(self.name), _beside_names(titled=bool(self.titles))
        return tuple(
            word
            for word in words_of(words)
            if word in own or not (word in address or ((beside is None or word in beside) and stands(word, self.about)))
        )

    def has_name(self, words: str, beside: Set[str]) -> bool:
        """Whether a wording is this person's full name, surname or first name, with or without the title.

        beside: as for `core`.
        """
        core, own = self.core(words, beside), words_of(self.name)
        if not core or words_of(words)[0] in title_words()["indefinite"]:
            return False
        lists = name_words()
        if any((word in lists["offices"] or word in lists["titles"]) and word not in own for word in core):
            return False  # "Captain Dahl", where Dahl is a minister
        if len(core) == 1 and person_name(self.name).full and core[0] == own[0]:
            return True
        written = " ".join(core).title()
        return same_person(written, self.name) and (
            person_name(written).detail[:2] <= person_name(self.name).detail[:2]
        )


def people_of(items: Sequence[Item]) -> Iterator[Person]:
    """The accepted people of a brief, each once: items whose first field is a name that they cannot be without."""
    named: list[tuple[str, Item]] = []
    for item in items:
        first = next((role for role in roles(type(item.claim)) if role.part is not None), None)
        if item.refused is None and first is not None and first.part is Part.NAME and not first.optional:
            named += [(text.value, item) for text in texts(item, Part.NAME) if text.name == first.name]
    groups: dict[int, list[int]] = {}
    for at, group in enumerate(group_people([name for name, _ in named])):
        groups.setdefault(group, []).append(at)
    for members in groups.values():
        said = [text for at in members for text in texts(named[at][1], Part.CLAIM)]
        held, sides = (tuple(text.value for text in said if _is_title(text.name) is wanted) for wanted in (True, False))
        yield Person(
            name=fuller_name([named[at][0] for at in members]),
            about=" ; ".join(text.value for text in said),
            roles=held,
            sides=sides,
            titles=tuple(title for role in held for title in titles_in(role)),
        )


def _is_title(field: str) -> bool:
    return any(word in title_words()["fields"] for word in field.split("_"))


class People:
    """The people of a brief, and which of them words mean."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.all = list(people_of(items))
        self._about = " ; ".join(person.about for person in self.all)
        self._meant: dict[str, frozenset[int]] = {}
        self._alike = Bearers()
        self._by_word: dict[str, set[int]] = {}
        for at, person in enumerate(self.all):
            self._alike.add(person_name(person.name), [at])
            for word in words_of(person.name):
                self._by_word.setdefault(word, set()).add(at)

    def bearers(self, words: str) -> list[int]:
        """The places of those whose name the words are."""
        beside = {word for word in words_of(words) if stands(word, self._about)}
        return [at for at in sorted(self._near(words, beside)) if self.all[at].has_name(words, beside)]

    def _near(self, words: str, beside: set[str]) -> set[int]:
        """Those who have a word of the name in common, or a name alike to what may be left of the words as its `core`."""
        told = words_of(words)
        found = {at for word in told for at in self._by_word.get(word, ())}
        for titled in (True, False):
            named = [word for word in told if word not in _beside_names(titled=titled)]
            unsure = sorted(beside.intersection(named))
            if len(unsure) > _MOST_UNSURE:
                return set(range(len(self.all)))
            for left in chain.from_iterable(combinations(unsure, size) for size in range(len(unsure) + 1)):
                core = " ".join(word for word in named if word not in left)
                near = self._alike.near(person_name(core.title())) if core else []
                found.update(at for (at,) in near)
        return found

    def relation(self, a: str | None, b: str | None) -> Relation:
        """How two actors stand to each other. A person and a body are never set against each other."""
        if not a or not b:
            return "open"
        if same_words(a, b):
            return "same"
        if is_unresolved(a) or is_unresolved(b):
            return "unclear"
        left, right = self._persons(a), self._persons(b)
        if left and right:
            return "same" if left == right else "unclear" if left & right else "different"
        return "unclear" if left or right else _bodies(a, b)

    def _persons(self, words: str) -> frozenset[int]:
        """The participants that the words name, all of them or none."""
        if words not in self._meant:
            bearers = [self.bearers(part) for part in _AND.split(words)]
            alone = all(len(each) == 1 for each in bearers)
            self._meant[words] = frozenset(at for each in bearers for at in each) if alone else frozenset()
        return self._meant[words]


def _bodies(a: str, b: str) -> Relation:
    """Bodies, states and people who are no participants; different only where no word of the one is akin to the other."""
    left, right = name_parts(a), name_parts(b)
    if all(stands(part, b) for part in left) or all(stands(part, a) for part in right):
        return "same"
    named = all(any(word.lower() not in listed("openers") for word in capitalised(one)) for one in (a, b))
    akin = any(one[:_STEM] == other[:_STEM] for one in left for other in right)  # Norway, Norwegian
    return "different" if named and not akin else "unclear"
