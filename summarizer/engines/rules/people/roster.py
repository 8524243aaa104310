"""One participant for each person, however often and however shortly the document names them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from ....schemas import DraftParticipant, Presence, Quote
from ..layout.found import Person
from ..layout.page import Page, name_words, without_accents
from ..naming.names import Mention, mentions
from ..naming.offices import has_role, split_office
from ..naming.tokens import tokenize
from ..words import MOST_WORDS, words

MOST_QUOTES = 3
WEIGHTS = (Presence.MENTIONED, Presence.ABSENT, Presence.ATTENDED)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
GIVES = re.compile(r" (?:as|who is|is|was) ", re.IGNORECASE)
"""Between a person and the office that is given in passing."""
AS_OTHERS = re.compile(r"\b(?:counterpart|opposite number)$", re.IGNORECASE)
"""An office that is told by another one's: "his Japanese counterpart"."""
_LABEL = "speaker label"
CLOSE = 85
"""Similarity of 100 from which a speaker's label counts as a misspelt name of the list."""


class Roster:
    """People in the order in which they are first named; each keeps the strongest that was found of them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._keys: list[tuple[str, ...]] = []
        self._by_key: dict[tuple[str, ...], int] = {}
        self._by_word: dict[str, set[int]] = {}
        self._by_label: dict[str, int] = {}
        self._speaking: set[tuple[str, ...]] = set()

    def add(self, found: Sequence[Person]) -> None:
        """Take people in; entries of lists and labels first, so that short forms find their full names."""
        self._speaking.update(name_key(person.name) for person in found if person.basis == _LABEL)
        for person in found:
            self._tell_apart(person)
            key = name_key(person.name)
            if not key:
                continue
            at = self._find(person, key)
            if at is None:
                at = len(self.people)
                self._keep(person, key)
            elif at >= 0:
                self._unite(at, person, key)
            if at >= 0 and person.label is not None:
                self._by_label[person.label] = at

    def _tell_apart(self, person: Person) -> None:
        """A surname that another one of the list bears keeps its form of address: "Madame Lee" beside "President Lee"."""
        if any(_namesakes(person, self.people[at]) for at in self._by_word.get(person.name.lower(), ())):
            pattern = rf"\b(?:Mme|Mrs|Miss|Ms|Madame?|Lady|Mr)\.? {re.escape(person.name)}\b"
            address = re.search(pattern, person.quotes[0].quote)
            person.name = address[0] if address else person.name

    def _find(self, person: Person, key: tuple[str, ...]) -> int | None:
        """Whose entry this is: a number; None for a new person; -1 for a short form that fits several."""
        if key in self._by_key:
            at = self._by_key[key]
            return None if _namesakes(person, self.people[at]) else at
        if (turned := self._turned(person, key)) is not None:
            return turned
        fits = {
            at
            for word in key
            for at in self._by_word.get(word, ())
            if (_fits(key, self._keys[at]) or _by_middle(key, self._keys[at], person, self.people[at]))
            and not (
                person.listed
                and self.people[at].listed
                and not _short_label(key, self._keys[at], person, self.people[at])
            )
        }
        if not fits and person.basis == _LABEL:
            fits = self._by_office(key) or self._by_initials(person.name) or self._misspelt(key)
        if not fits:
            return None
        return fits.pop() if len(fits) == 1 else -1

    def _turned(self, person: Person, key: tuple[str, ...]) -> int | None:
        """The one of the same two names the other way round, as the surname comes first in some countries; two entries of
        a list are two people."""
        at = self._by_key.get(key[::-1]) if len(key) == 2 else None
        return None if at is None or (person.listed and self.people[at].listed) else at

    def _by_office(self, key: tuple[str, ...]) -> set[int]:
        """ "The Secretary:" speaks for the person whom the list calls "Secretary Lee", not for "Deputy Secretary Ray"."""
        return {at for at, person in enumerate(self.people) if person.role and name_key(person.role) == key}

    def _by_initials(self, label: str) -> set[int]:
        if not (label.isupper() and label.isalpha() and 2 <= len(label) <= 3):
            return set()
        return {at for at, key in enumerate(self._keys) if "".join(word[0] for word in key).upper() == label}

    def _misspelt(self, key: tuple[str, ...]) -> set[int]:
        """Whom of a list a label means. Two who both speak, Maria and Mario or Speaker 1 and 2, are two."""
        if len("".join(key)) < 5:
            return set()
        label = " ".join(key)
        return {
            at
            for at, known in enumerate(self._keys)
            if known not in self._speaking
            and known[0][0] == key[0][0]
            and max(ratio(label, " ".join(known)), *(ratio(label, word) for word in known)) >= CLOSE
        }

    def _keep(self, person: Person, key: tuple[str, ...]) -> None:
        at = len(self.people)
        self.people.append(person)
        self._keys.append(key)
        self._by_key.setdefault(key, at)
        for word in key:
            self._by_word.setdefault(word, set()).add(at)
        for alias in person.aliases:
            self._by_key.setdefault(name_key(alias), at)

    def _unite(self, at: int, person: Person, key: tuple[str, ...]) -> None:
        """Add to a known person what another mention says: fuller name, presence, role, organisation."""
        known = self.people[at]
        if len(key) > len(self._keys[at]) and (not known.listed or (len(self._keys[at]) == 1 and not person.listed)):
            known.name = person.name
            self._keys[at] = key
            for word in key:
                self._by_word.setdefault(word, set()).add(at)
        if _writes_out(key, self._keys[at]):
            known.name, self._keys[at] = person.name, key
            known.quotes.extend(person.quotes)
        self._by_key.setdefault(key, at)
        told = not person.listed and known.presence is Presence.ABSENT  # a list of absences outweighs the text
        stronger = WEIGHTS.index(person.presence) > WEIGHTS.index(known.presence) and not told
        if stronger:
            elsewhere = known.presence is Presence.ABSENT and person.listed
            known.quotes = [] if elsewhere else known.quotes  # away in another record of the file
            known.presence = person.presence
        shows = person.basis == "attendance list" != known.basis and known.listed  # more than "Minutes: Ann Lee"
        if self._add_role(known, person) or stronger or shows:
            known.quotes.extend(quote for quote in person.quotes if quote not in known.quotes)
        if person.listed and known.listed and person.presence is Presence.ATTENDED:
            known.there = known.there or ([] if stronger else [known.at])
            known.there.append(person.at)  # of another record in the file
        known.there.extend(person.there)
        if not known.listed:
            known.at = min(known.at, person.at)
        known.delegation = known.delegation or person.delegation

    def _add_role(self, known: Person, person: Person) -> bool:
        """Whether the mention told something new. What somebody does in the meeting stands beside the office."""
        new = bool((person.role and not known.role) or (person.organization and not known.organization))
        if known.role and person.role and AS_OTHERS.search(known.role) and not AS_OTHERS.search(person.role):
            known.role, new = None, True
        function = (person.role or "").lower()
        if known.role and function in words().functions and function not in known.role.lower():
            known.role = f"{known.role}, {person.role}"
            new = True
        known.role = known.role or person.role
        known.organization = known.organization or person.organization
        return new

    def known_words(self) -> frozenset[str]:
        """All words of the names and short names."""
        return frozenset(
            word for person in self.people for name in (person.name, *person.aliases) for word in name_key(name)
        )

    def speaker(self, label: str) -> Person | None:
        """Who speaks under a label; a log labels turns by what people type for themselves: "ann" for Ann Lee."""
        at = self._by_label.get(label)
        return self.people[at] if at is not None else self.person_of(label if not label.islower() else label.title())

    def person_of(self, text: str) -> Person | None:
        """The one person whom words such as "Minister Lee" or "the chair of the council, Ann Lee" name, else None."""
        named = mentions(text)
        if len(named) > 1:
            return None
        name = named[0].name if named else text
        key = name_key(name)
        if not key or not (named or all(word[0].isupper() for word in text.split())):
            return None
        probe = Person(name, [], "", 0, role=named[0].role if named else None)
        at = self._find(probe, key)
        return self.people[at] if at is not None and at >= 0 else None

    def add_offices(self, page: Page) -> None:
        """Offices that a sentence gives a known person in passing: "Lee as leader of the Green Party"."""
        giving = [(sentence, sentence.text.lower()) for sentence in page.running if GIVES.search(sentence.text)]
        for person, key in zip(self.people, self._keys, strict=True):
            if person.organization or person.listed:
                continue
            pattern = rf"\b{re.escape(key[-1])}\b,?{GIVES.pattern}(?:the |a |its )?(?P<office>[^,.;]{{3,120}})"
            for sentence, lower in giving:
                office = re.search(pattern, sentence.text, re.IGNORECASE) if key[-1] in lower else None
                if office is None or not has_role(tokenize(office["office"])[:3]):
                    continue
                split = split_office(office["office"])
                if split.organization and split.role and len(split.role.split()) <= 8:
                    given = Mention(person.name, 0, 0, role=person.role)
                    given.take(split)
                    person.role, person.organization = given.role, split.organization
                    person.quotes.append(page.quote(sentence.start + office.start(), sentence.start + office.end()))
                    break

    def drafts(self) -> list[DraftParticipant]:
        """The participants, attended or not, as claims."""
        return [
            DraftParticipant(
                name=person.name,
                role=person.role,
                organization=person.organization,
                delegation=person.delegation,
                presence=person.presence,
                meetings=person.meetings,
                evidence=_distinct(person.quotes)[:MOST_QUOTES],
                basis=person.basis,
            )
            for person in sorted(self.people, key=lambda one: one.at)
        ]


@lru_cache(maxsize=MOST_WORDS)
def name_key(name: str) -> tuple[str, ...]:
    """Words of a name without accents, case, full stops and forms of address."""
    found = name_words(CAMEL.sub(" ", without_accents(name)))
    while len(found) > 1 and found[0] in ("the", "mr", "mrs", "ms", "dr"):
        found = found[1:]
    return tuple(found)


def _fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter name may stand for the longer one: all its words or initials occur there in order."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    rest = list(long)
    for word in short:
        hit = next(
            (i for i, other in enumerate(rest) if word == other or (len(short) > 1 and _shortens(word, other))), None
        )
        if hit is None:
            return False
        rest = rest[hit + 1 :]
    return short[0] == long[0] or short[-1] == long[-1] or len(short) > 1


def _namesakes(a: Person, b: Person) -> bool:
    """Whether one list names two people by one surname: "President Lee" and "Madame Lee", "Mr. Lee, Interpreter"."""
    listed = a.basis == b.basis == "attendance list" and a.at != b.at
    return listed and len(name_key(a.name)) == 1 and (a.role or "") != (b.role or "")


def _by_middle(key: tuple[str, ...], known: tuple[str, ...], person: Person, other: Person) -> bool:
    """Whether somebody is called by the first of two surnames, in the same office: "Minister Ruiz" for "Ana Ruiz Paz"."""
    return (
        len(key) == 1
        and key[0] in known[1:-1]
        and other.role is not None
        and (person.role is None or not set(name_key(person.role)).isdisjoint(name_key(other.role)))
    )


def _shortens(a: str, b: str) -> bool:
    """Whether one is an initial or a shortened form of the other: "T", "Tim" of "Timothy"."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(short) in (1, 3, 4)


def _writes_out(key: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name gives in full what another gives by its initial: "Kenneth Holm" of "K. Holm"."""
    same = len(key) == len(known) > 1 and key[1:] == known[1:]
    return same and len(known[0]) == 1 < len(key[0]) and key[0].startswith(known[0])


def _short_label(key: tuple[str, ...], known: tuple[str, ...], person: Person, other: Person) -> bool:
    """Whether a speaker's or chair's label is a short form of a listed person; two entries of a list are two people."""
    if person.basis != other.basis and _writes_out(known, key):
        return True  # "Chair: Dr Jo Bell" over a list with "J Bell"
    return person.basis.startswith(("speaker", "label")) and (len(key) != len(known) or key[-1] == known[-1])


def _distinct(quotes: list[Quote]) -> list[Quote]:
    found: list[Quote] = []
    for quote in quotes:
        if not any(quote.quote in other.quote and quote.line == other.line for other in found):
            found.append(quote)
    return found
