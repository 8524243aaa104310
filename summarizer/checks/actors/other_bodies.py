"""Bodies and people whose names share a word: the Ministry of Defence is not the Ministry of Health, nor Ann Lee Ann Moor."""

import re

from ...scripts import folded
from ..proper import name_parts, stands
from ..words import listed
from .case import Case, without_a_clause
from .ruling import Ruling, absent

_BODY = re.compile(
    r"\b(?P<kind>[^\W\d_]+) (?:für|der|des|de la|de l['’]|du|de|d['’]|del|della|dell['’]|dei|di|de los|de las) ?(?P<own>[A-ZÀ-Ý][\w-]+)"
)
_PROPER = re.compile(
    r"(?:[A-Z][\w'’&.-]*\s)*[A-Z][\w'’&.-]*(?:\s(?:of|for|on)(?:\sthe)?(?:\s(?:and\s)?[A-Z][\w'’-]*)+)?"
)
"""A name in a row of words with a capital: "Arle Council", "Ministry of Health"."""
_OFFICE_OF = re.compile(r"(?P<office>[^,]+?) (?:of|for)(?: the)? (?P<own>[A-Z].*)")
_FULL = 2  # words of a full name


def is_another(name: str, other: str) -> bool:
    """Whether two names have in common only the word for the kind of body, or a first name, and each a name of its own."""
    if _first_only(name, other):
        return True
    ours = _PROPER.search(name)
    if ours is None:
        return False
    for theirs in _PROPER.finditer(other):
        kinds = [part for part in name_parts(theirs[0]) if part in listed("bodies") and stands(part, name)]
        own = [part for part in name_parts(name) if not stands(part, other)]
        rest = [part for part in name_parts(theirs[0]) if not stands(part, name) and part not in listed("openers")]
        common = [part for part in name_parts(theirs[0]) if stands(part, name)]
        if kinds and own and rest and common == kinds and not any(part.upper() in name for part in own):
            return True
        if own and rest and _same_office(ours[0], theirs[0]):
            return True
    return False


def _same_office(one: str, other: str) -> bool:
    """Whether two names give one office of two: "Minister of Trade", "Minister of Health"."""
    ours, theirs = _OFFICE_OF.fullmatch(one), _OFFICE_OF.fullmatch(other)
    if ours is None or theirs is None or ours["office"] != theirs["office"]:
        return False
    return not listed("titles").isdisjoint(ours["office"].lower().split()) and ours["own"] != theirs["own"]


@without_a_clause
def body_of_that_kind(case: Case) -> Ruling | None:
    """The quoted words speak of a body of the kind that the name says, by another name: "le ministère de la Santé"."""
    parts = name_parts(case.name)
    for found in _BODY.finditer(case.grounds.quoted):
        kind, own = folded(found["kind"]), folded(found["own"])
        if kind in listed("bodies") and kind in parts and own not in parts and len(parts) > 1:
            return absent(f'The words speak of "{found[0]}", not of "{case.name}".')
    return None


def _first_only(name: str, other: str) -> bool:
    """Whether two full names of people share the first name only."""
    one, two = name_parts(name), name_parts(other)
    people = len(one) == _FULL and len(two) == _FULL and all(word[0].isupper() for word in f"{name} {other}".split())
    return people and one[0] == two[0] and one[1] != two[1] and not listed("bodies") & {*one, *two}
