"""The engine's word lists, read once from `words.toml`, and what they say of a single word."""

from dataclasses import dataclass
from functools import lru_cache

from ...words.wordlists import word_lists

MOST_WORDS = 1 << 14
"""Of which it is kept what they are: a document holds far fewer different ones than words."""


@dataclass(frozen=True)
class Words:
    """Sets of lower-case words, by the names of their lists."""

    honorifics: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    """Roles, ranks and forms of address, without full stops."""
    postnominals: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    weak_titles: frozenset[str]
    """Roles that do not stand directly before a surname: "Director Lee" is rare, "Team Lead Review" is not a person."""
    firms_too: frozenset[str]
    """Roles that a company has as well: "our auditor Grey & Sons"."""
    functions: frozenset[str]
    """What somebody does in this very meeting, such as "notetaker"."""
    countries: frozenset[str]
    """Also of several words."""
    regions: frozenset[str]
    """Last words of the names of parts of a country."""
    nations: frozenset[str]
    """Adjectives of nations."""
    in_offices: frozenset[str]
    """Words that an office may begin with."""
    ambiguous: frozenset[str]
    """Words of the lists that are first names or surnames as well."""
    bodies: frozenset[str]
    collectives: frozenset[str]
    """Bodies whose word is nobody's surname, such as "committee"; "Church" and "Works" are."""
    stops: frozenset[str]
    office: frozenset[str]
    """All words that may stand in an office or the name of a body, and so are not a person's name."""
    endings: frozenset[str]
    not_by_ending: frozenset[str]
    boilerplate: frozenset[str]
    no_speakers: frozenset[str]
    unnamed: frozenset[str]
    """Before a number or a letter, they label a speaker."""


@lru_cache(maxsize=MOST_WORDS)
def is_office(word: str) -> bool:
    """Whether a capitalised word belongs to an office or a body rather than to a name."""
    known, lower = words(), word.lower().replace(" ", "-")
    if lower in known.office or any(part in known.bodies for part in lower.split("-")):
        return True
    ends = lower.endswith(tuple(known.endings)) and len(lower) > (8 if lower.endswith("ness") else 6)
    return (ends and lower not in known.not_by_ending) or (
        "-" in lower and not known.roles.isdisjoint(lower.split("-"))
    )


@lru_cache(maxsize=MOST_WORDS)
def is_role(word: str) -> bool:
    """Whether the word names an office or a function that a person can hold."""
    known, lower = words(), word.lower().replace(" ", "-")
    return (
        lower in known.roles or lower in known.ranks or ("-" in lower and not known.roles.isdisjoint(lower.split("-")))
    )


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists. They are data of the package; a fault in them is a fault of the package."""
    sections = word_lists(__package__, "words.toml").values()
    lists = {key: _of(listed) for section in sections for key, listed in section.items()}
    qualifiers, parts, subjects, several = (
        lists.pop(key) for key in ("qualifiers", "parts", "subjects", "countries_of_several_words")
    )
    of_offices = lists["roles"] | lists["ranks"] | qualifiers
    office = of_offices | lists["countries"] | parts | lists["nations"] | lists["bodies"] | subjects
    titles = frozenset(word.strip(".") for word in lists["roles"] | lists["ranks"] | lists["honorifics"])
    lists["countries"] |= several
    return Words(**lists, titles=titles, in_offices=of_offices | lists["nations"], office=office)


def _of(listed: str) -> frozenset[str]:
    """Words, or between commas phrases."""
    return frozenset(part.strip() for part in (listed.split(",") if "," in listed else listed.split()))
