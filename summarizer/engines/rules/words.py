"""The engine's word lists, read once from `words.toml`, and what they say of a single word."""

from dataclasses import dataclass
from functools import lru_cache

from ...wordlists import word_lists

MOST_WORDS = 1 << 14
"""Of which it is kept what they are: a document holds far fewer different ones than words."""


@dataclass(frozen=True)
class Words:
    """Sets of lower-case words."""

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
    endings: tuple[str, ...]
    not_by_ending: frozenset[str]
    boilerplate: frozenset[str]
    no_speakers: frozenset[str]
    unnamed: frozenset[str]
    """Before a number or a letter, they label a speaker."""

    def is_office(self, word: str) -> bool:
        """Whether a capitalised word belongs to an office or a body rather than to a name."""
        return _is_office(word)

    def is_role(self, word: str) -> bool:
        """Whether the word names an office or a function that a person can hold."""
        return _is_role(word)


@lru_cache(maxsize=MOST_WORDS)
def _is_office(word: str) -> bool:
    known, lower = words(), word.lower().replace(" ", "-")
    if lower in known.office or any(part in known.bodies for part in lower.split("-")):
        return True
    if (
        lower.endswith(known.endings)
        and len(lower) > (8 if lower.endswith("ness") else 6)
        and lower not in known.not_by_ending
    ):
        return True
    return "-" in lower and not known.roles.isdisjoint(lower.split("-"))


@lru_cache(maxsize=MOST_WORDS)
def _is_role(word: str) -> bool:
    known, lower = words(), word.lower().replace(" ", "-")
    return (
        lower in known.roles or lower in known.ranks or ("-" in lower and not known.roles.isdisjoint(lower.split("-")))
    )


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists. They are data of the package; a fault in them is a fault of the package."""
    data = word_lists(__package__, "words.toml")

    def of(section: str, key: str) -> frozenset[str]:
        return frozenset(data[section][key].split())

    def phrases(listed: str) -> frozenset[str]:
        return frozenset(phrase.strip() for phrase in listed.split(","))

    people = {key: of("people", key) for key in data["people"]}
    countries = of("places", "countries") | phrases(data["places"]["countries_of_several_words"])
    nations = of("places", "people_of")
    bodies = of("organisations", "bodies")
    office = (
        people["roles"]
        | people["ranks"]
        | people["qualifiers"]
        | countries
        | of("places", "parts")
        | nations
        | bodies
        | of("organisations", "subjects")
    )
    return Words(
        honorifics=people["honorifics"],
        ranks=people["ranks"],
        roles=people["roles"],
        titles=frozenset(w.strip(".") for w in people["roles"] | people["ranks"] | people["honorifics"]),
        postnominals=people["postnominals"],
        suffixes=people["suffixes"],
        particles=people["particles"],
        weak_titles=people["titles_without_names"],
        firms_too=people["firms_too"],
        functions=people["marks_of_a_role"],
        countries=countries,
        in_offices=people["roles"] | people["ranks"] | people["qualifiers"] | nations,
        regions=of("places", "regions"),
        nations=nations,
        ambiguous=of("places", "also_names"),
        bodies=bodies,
        collectives=of("organisations", "collectives"),
        stops=of("stops", "capitals"),
        office=office,
        endings=tuple(data["organisations"]["endings"].split()),
        not_by_ending=of("organisations", "not_by_ending"),
        no_speakers=of("speech", "no_speakers"),
        unnamed=of("speech", "unnamed"),
        boilerplate=phrases(data["minutes"]["boilerplate"]),
    )
