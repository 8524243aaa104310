"""Which names are one person's."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from .names import PersonName, given_names, name_words, person_name
from .spelling import skeleton

_STANDING_IN = frozenset(("deputy", "vice", "assistant"))
_ORDERS = ("sister ", "brother ", "father ", "mother ")
"""Forms of address that go with a first name."""


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's, as far as the names themselves tell.

    True for a title, an initial, a short form, a missing first or middle name, or another spelling
    of one name; false where first names, forms of address or generations differ. A bare surname
    goes with every bearer of it: who is meant among several, `group_people` decides. Roles,
    handles and numbered speakers are one only if they are written alike.
    """
    return _same(person_name(a), person_name(b))


def group_people(names: Sequence[str]) -> list[int]:
    """For each name the index of the first name that is the same person's.

    The fullest names come first; each further one joins the only person whose every name it can
    be. A name that fits several people (`Smith` beside John and Mary Smith) joins none of them. A first name
    alone is that of the only one who is known to bear it, as people call each other in a meeting.
    """
    parsed = [person_name(name) for name in names]
    short = name_words()["short"]
    given = {name.given for name in parsed if name.full}
    people = Bearers()
    labelled: dict[str, list[list[int]]] = {}
    for index in sorted(
        range(len(names)), key=lambda at: (tuple(-n for n in parsed[at].detail), parsed[at].given in short, at)
    ):
        name = parsed[index]
        alike = labelled.setdefault(name.label, [])
        near = people.near(name)
        fitting = alike[:] or [each for each in near if _fits(name, [parsed[member] for member in each])]
        first_name = _called([name]) in given and not alike
        unsure = first_name or (
            name.given in name_words()["unsure"] and any(_may_be(name, parsed[each[0]]) for each in near)
        )
        person = fitting[0] if len(fitting) == 1 and not (unsure and not alike) else []
        if not person:
            people.add(name, person)
        person.append(index)
        if not any(each is person for each in alike):
            alike.append(person)
    result = list(range(len(names)))
    for members in _by_first_name(people.groups, parsed):
        for index in members:
            result[index] = min(members)
    return result


class Bearers:
    """People as they are told apart, found by the parts of their fullest names: who share none are two (`_same`)."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self._by_part: dict[str, list[int]] = {}

    def add(self, fullest: PersonName, group: list[int]) -> None:
        """Take in one more, of that name."""
        for part in (*_parts(fullest), *_initials(fullest, written_out="/", alone="|")):
            self._by_part.setdefault(part, []).append(len(self.groups))
        self.groups.append(group)

    def near(self, name: PersonName) -> list[list[int]]:
        """All who may be called so, in their order."""
        parts = (*_parts(name), *_initials(name, written_out="|", alone="/"))
        return [self.groups[at] for at in sorted({at for part in parts for at in self._by_part.get(part, ())})]


def _parts(name: PersonName) -> set[str]:
    """Of which two names of one person have one in common, unless an initial stands for the surname."""
    parts = {*name.rest, f" {name.label.rsplit(' ', 1)[-1]}"}
    if name.rest:
        parts.add(f"~{skeleton(name.rest[-1])}")
    if name.given in name_words()["family_first"]:
        parts.add(name.given)
    return parts


def _initials(name: PersonName, *, written_out: str, alone: str) -> Iterator[str]:
    """The initial of the surname, marked as that of one written out, or as one that stands alone: `Anna M.`."""
    if name.full:
        yield f"{written_out}{name.rest[-1][:1]}"
        if len(name.rest) == 1 and len(name.rest[0]) == 1:
            yield f"{alone}{name.rest[0]}"


def _by_first_name(people: list[list[int]], parsed: Sequence[PersonName]) -> list[list[int]]:
    """The groups, "Joseph" among those on Joseph Adeyinka where nobody else is called so."""
    called = [_called([parsed[member] for member in group]) for group in people]
    known: dict[str, list[int]] = {}
    for at, group in enumerate(people):
        words = {
            word for member in group if called[at] is None for word in (parsed[member].given, *parsed[member].rest)
        }
        for word in words - {""}:
            known.setdefault(word, []).append(at)
    joined: list[list[int]] = []
    moved: dict[int, list[int]] = {}
    for at, group in enumerate(people):
        bearers = known.get(called[at] or "", [])
        alone = len(bearers) == 1 and called.count(called[at]) == 1
        if alone and any(parsed[member].full and parsed[member].given == called[at] for member in people[bearers[0]]):
            moved.setdefault(bearers[0], []).extend(group)
        else:
            joined.append(group)
    place = {id(group): at for at, group in enumerate(people)}
    return [[*group, *moved.get(place[id(group)], ())] for group in joined]


def _called(names: Sequence[PersonName]) -> str | None:
    """The one word without a surname's title by which somebody is called; None for all others."""
    words = {" ".join(name.rest) for name in names}
    if any(name.full or len(name.rest) != 1 or (name.titled and not name.label.startswith(_ORDERS)) for name in names):
        return None
    return words.pop() if len(words) == 1 else None


def fuller_name(names: Sequence[str]) -> str:
    """The name that tells most, without a title where there is the choice; the first of equals."""
    return min(names, key=lambda name: (tuple(-n for n in person_name(name).detail[:2]), person_name(name).titled))


def respelt(a: str, b: str) -> bool:
    """Whether two names differ in how a surname, or the one word that they have, is spelt, and not in what is left out."""
    left, right = person_name(a), person_name(b)
    if not (left.full or right.full) and len(left.rest) == len(right.rest) == 1:
        return left.label.rsplit(" ", 1)[-1] != right.label.rsplit(" ", 1)[-1]
    return left.full and right.full and len(left.rest) == len(right.rest) and left.rest[-1] != right.rest[-1]


def has_first_name(*names: str) -> bool:
    """Whether all of the names have a first name beside the surname."""
    return all(person_name(name).full for name in names)


def _fits(name: PersonName, person: list[PersonName]) -> bool:
    """Whether it can be one more name of that person, whose fullest name comes first."""
    fullest = person[0]
    if not _same(name, fullest):
        return False
    # Two bare surnames of somebody whose full name is known need not be spelt alike, nor name and nickname.
    known = fullest.full and not name.full
    return all(
        not _opposed(name, each) if fullest.nickname or (known and not each.full) else _same(name, each)
        for each in person[1:]
    )


def _may_be(short: PersonName, other: PersonName) -> bool:
    """Whether a short form is also one of that other person's first name: Alex of Alexander and of Alexandra."""
    return short.full and other.given in name_words()["unsure"].get(short.given, ()) and short.rest == other.rest


def _opposed(a: PersonName, b: PersonName) -> bool:
    return bool(
        (a.gender and b.gender and a.gender != b.gender)
        or (a.generation and b.generation and a.generation != b.generation)
        or (a.titled and b.titled and _second(a) != _second(b))
    )


def _second(name: PersonName) -> frozenset[str]:
    """Words of a title by which its bearer stands in for another: a deputy mayor is not the mayor."""
    return _STANDING_IN.intersection(name.label.split())


def _same(a: PersonName, b: PersonName) -> bool:
    if a.label == b.label:
        return True
    if not (a.rest and b.rest):
        return any(_holder(x, y) for x, y in ((a, b), (b, a)))
    if _opposed(a, b):
        return False
    if a.full and b.full:
        return _same_full(a, b) or any(_tail(x, y) or _abridged(x, y) for x, y in ((a, b), (b, a)))
    if a.full or b.full:
        return _bearer(*((b, a) if a.full else (a, b)))
    if a.wife != b.wife and not (a.titled and b.titled):  # "Madame Chiang" beside "Chiang"
        return False
    return a.rest == b.rest or (len(a.rest) == len(b.rest) == 1 and _romanised(a, b, a.rest[-1], b.rest[-1]))


def _same_full(a: PersonName, b: PersonName) -> bool:
    if not _same_given(a.given, b.given) and not _nicknamed(a, b):
        # "J. Edgar Hoover" is Edgar Hoover.
        return any(len(x.given) == 1 and len(x.rest) > 1 and x.rest == (y.given, *y.rest) for x, y in ((a, b), (b, a)))
    (shorter, longer) = sorted((a, b), key=lambda name: len(name.rest))
    if longer.compound and len(shorter.rest) < len(longer.rest):
        return False
    short, long = shorter.rest, longer.rest
    if short == long[: len(short)] and len(short[-1]) > 1:  # a second surname left out
        return True
    if not (short[-1] == long[-1] or (a.given[0] == b.given[0] and _romanised(a, b, short[-1], long[-1]))):
        return False
    return _within(short[:-1], long[:-1])


def _nicknamed(a: PersonName, b: PersonName) -> bool:
    """Whether one gives the other's first name as a nickname."""
    return any(x.nickname and _same_given(x.nickname, y.given) for x, y in ((a, b), (b, a)))


def _abridged(short: PersonName, long: PersonName) -> bool:
    """Whether it is the first name with the initial of the surname (`Anna M.`), or the family name put last."""
    if len(short.rest) != 1 or not short.given or len(short.given) == 1:
        return False
    if len(short.rest[0]) == 1:
        return len(long.rest[-1]) > 1 and _same_given(short.given, long.given) and long.rest[-1][0] == short.rest[0]
    return long.given in name_words()["family_first"] and long.rest == (short.given,) and short.rest == (long.given,)


def _holder(office: PersonName, name: PersonName) -> bool:
    """Whether an office is worded with its holder behind it: "Secretary of the Ministry of Transport Lena Brandt"."""
    words = name_words()
    if office.rest or not name.full or not office.label.endswith(f" {name.label}"):
        return False
    before = office.label.removesuffix(name.label).split()
    links = [at for at, each in enumerate(before) if each in ("of", "for", "to")]
    if not links or before[links[-1]] != "of":
        return False
    head, of = before[: links[0]], [each for each in before[links[-1] + 1 :] if each != "the"]
    return (
        bool(of)
        and (words["offices"] | words["titles"]).isdisjoint(of)
        and not words["offices"].isdisjoint(head)
        and words["bodies"].isdisjoint(head)
    )


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all middle names of the one are among those of the other, in order, initials included."""
    rest = iter(long)
    return all(any(_same_given(name, other) for other in rest) for name in short)


def _same_given(a: str, b: str) -> bool:
    names = (given_names(a), given_names(b))
    if len(a) == 1 or len(b) == 1:
        return not {each[0] for each in names[0]}.isdisjoint(each[0] for each in names[1])
    return not names[0].isdisjoint(names[1])


def _bearer(bare: PersonName, full: PersonName) -> bool:
    """Whether a surname alone can be that person's."""
    if bare.rest == full.rest[-len(bare.rest) :] or (bare.titled and bare.rest == full.rest[: len(bare.rest)]):
        return True
    if len(bare.rest) > 1:
        return False
    surname = bare.rest[0]
    if len(full.rest) > 2 and surname == full.rest[-2]:  # the first of two surnames, after two given names
        return True
    if surname == full.given and surname in name_words()["family_first"]:
        return True
    return _romanised(bare, full, surname, full.rest[-1])


def _tail(short: PersonName, long: PersonName) -> bool:
    """Whether `Al Thani` or `Ben Ali` is the end of the longer name."""
    words = name_words()
    first = short.label.split(" ", 1)[0]
    return first in words["articles"] | words["sons"] and long.label.endswith(f" {short.label}")


def _romanised(a: PersonName, b: PersonName, left: str, right: str) -> bool:
    """Whether two surnames are romanisations of one Arabic name."""
    consonants = skeleton(left)
    return (
        (a.arabic or b.arabic)
        and len(consonants) > 2
        and consonants == skeleton(right)
        and OSA.distance(left, right) <= 2
    )
