"""The `name` stage: a party worded by title, surname or first name gets the full name of the participant it must be."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, zip_longest
from typing import NamedTuple

from .checks.actors.known_names import is_unresolved
from .checks.fields import roles, texts
from .checks.proper import stands
from .checks.words import keyed
from .documents import Document
from .items import Item
from .participants import People, Person
from .schemas import Part
from .uniting.names import name_words, person_name
from .uniting.titles import Mentions, borne_by_others, title_of, title_words, words_of

_PARTIES = (Part.ACTOR, Part.RECIPIENT, Part.SPEAKER)
_AND = re.compile(r"(,?\s+and\s+|\s*[,;&]\s*)")
_TITLE = "nobody else in the brief has that title"
_NAME = "nobody else in the brief has that name"
_BOTH = "nobody else in the brief has these titles or names"


def name_parties(items: Sequence[Item], document: Document) -> None:
    """Put full names where the words of who acts, to whom or who says so can only mean one participant.

    Runs after the checks, which hold the words as written against the source; these stay in `before`
    of the change. Pronouns, groups, and whatever might be somebody else by the brief or by the
    document are left as they are. Nothing is named that is not a participant of the brief.
    """
    known = _Known(items, document)
    for item in items:
        for part in item.walk():
            if part.refused is None:
                _name(part, known)


def _name(item: Item, known: "_Known") -> None:
    for role in roles(type(item.claim)):
        value = item.values.get(role.name)
        if role.part not in _PARTIES or not value:
            continue
        if isinstance(value, str):
            found = known.named(value)
            if found is not None:
                item.mend(role.name, found.name, found.reason)
        elif isinstance(value, list):
            several = [known.named(one) if isinstance(one, str) else None for one in value]
            names = [one.name if one else old for one, old in zip(several, value, strict=True)]
            item.mend(role.name, names, next((one.reason for one in several if one), ""))
    actors = [text.value for text in texts(item, Part.ACTOR)]
    for text in list(texts(item, Part.SPEAKER)):
        if text.optional and [text.value] == actors:
            item.mend(text.name, None, "the one who says so is the one who acts")


class _Named(NamedTuple):
    name: str
    reason: str


class _Known:
    """The participants of a brief, and what its document shows of others."""

    def __init__(self, items: Sequence[Item], document: Document) -> None:
        self.document = document
        self._is_english = document.language == "en"
        self._found: dict[str, _Named | None] = {}
        self.people = People(items)
        self.places = [text.value for item in items if item.kind == "meetings" for text in texts(item, Part.NAME)] + [
            person.about for person in self.people.all
        ]

    @cached_property
    def _sides(self) -> set[tuple[str, ...]]:
        return {_without_small(side) for person in self.people.all for side in person.sides}

    @cached_property
    def mentions(self) -> Mentions:
        """The words of the document by their places."""
        return Mentions(self.document.text)

    def named(self, words: str) -> _Named | None:
        """The full name, and why it must be that one; None where it need not be or already is."""
        if words not in self._found:
            found = None if is_unresolved(words) else self._one(words) or self._several(_AND.split(words.strip()))
            self._found[words] = found if found and words_of(found.name) != words_of(words) else None
        return self._found[words]

    def _several(self, parts: Sequence[str]) -> _Named | None:
        """ "The Minister and Secretary Aasland", split with what joins them: all of them, or none."""
        names = [one.name for part in parts[::2] if (one := self._one(part))]
        if len(set(names)) < len(parts[::2]):
            return None
        return _Named("".join(chain.from_iterable(zip_longest(names, parts[1::2], fillvalue=""))), _BOTH)

    def _one(self, words: str) -> _Named | None:
        """One person. What joins several words by "and" is one title only where somebody's role has it so."""
        if self._is_body(words):
            return None
        joined = re.search(r"\band\b|&", words) is not None
        bearers = [] if joined else [self.people.all[at] for at in self.people.bearers(words)]
        if bearers:
            (person, *others) = bearers
            named = person_name(person.name).full or person.core(words) == words_of(words)
            return None if others or not named or self._is_other(words, person) else _Named(person.name, _NAME)
        title = title_of(words)
        if title is None:
            return None
        bearers = [
            person
            for person in self.people.all
            if any(title.same_office(one) for one in person.titles)
            and all(person.describes(word) for word in title.rest)
            and (not joined or any(_holds(role, words) for role in person.roles))
            and (self._is_english or any(_opens(role, words) for role in person.roles))
        ]
        if len(bearers) != 1 or (not title.rest and borne_by_others(title, self.mentions, bearers[0].describes)):
            return None
        return _Named(bearers[0].name, _TITLE)

    def _is_body(self, words: str) -> bool:
        """Whether it is what a participant works for or sits for, or the beginning of its name: a body acts, not who
        sits there for it. "The Prime Minister" is an officer, for all that there is a Prime Minister's Office."""
        told = _without_small(words)
        shortened = len(told) > 1 and told[-1] not in name_words()["offices"]
        return any(told == side or (shortened and told == side[: len(told)]) for side in self._sides)

    def _is_other(self, words: str, person: Person) -> bool:
        """Whether a single name may be a place's, a body's, or that of somebody else in the document."""
        core = person.core(words)
        if len(core) > 1:
            return False
        (name,) = core
        titled = any(word not in title_words()["small"] and word != name for word in words_of(words))
        if not titled:
            if len(words_of(words)) > 1:  # "the Dahl"
                return True
            if (
                name in keyed("peoples")
                or name in keyed("peoples").values()
                or any(stands(name, one) for one in self.places)
            ):
                return True
        lists = title_words()
        beside = lists["small"] | lists["address"] | lists["openers"] | lists["ranks"] | name_words()["offices"]
        for row, at in self.mentions.of(name):
            around = [] if row[at].apart or not at else [row[at - 1]]
            around += [each for each in row[at + 1 : at + 2] if not (each.apart or row[at].genitive)]
            if row[at].capital and any(
                each.capital and each.text not in beside and not person.describes(each.text) for each in around
            ):
                return True
        return False


def _without_small(words: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(words) if word not in title_words()["small"])


def _opens(role: str, words: str) -> bool:
    """Whether a role begins with these words. Where the language is not English, the last of them need not be the
    office: "l'Autorité portuaire" is not its "présidente de l'Autorité portuaire"."""
    sought = words_of(words)
    return words_of(role)[: len(sought)] == sought


def _holds(role: str, words: str) -> bool:
    """Whether a role has all these words in this order, but for an article before them."""
    sought = words_of(words)
    sought = sought[sought[0] in title_words()["definite"] :]
    return f" {' '.join(sought)} " in f" {' '.join(words_of(role))} "
