"""Several of a like name: whom "Governor Said" means, where there are Leila Said and Karim Said; the Ministry of Defence is not the
Ministry of Health, nor Ann Lee Ann Moor."""

import re

from ...uniting.people import same_person
from ...words.scripts import folded
from ..fields import Report, Text
from ..full_names import full_names
from ..grounds import Grounds, Index
from ..proper import name_parts, stands
from ..words import listed
from .bearers import holders, is_namesake
from .case import Case, Ruling, absent, against, of_the_clause, without_a_clause
from .clause import Clause

_WORD = r"[A-Z][\w'’-]+"
_BEFORE = rf"(?P<before>(?:{_WORD}\.? ){{0,4}})"
_BODY = re.compile(
    r"\b(?P<kind>[^\W\d_]+) (?:für|der|des|de la|de l['’]|du|de|d['’]|del|della|dell['’]|dei|di|de los|de las) ?(?P<own>[A-ZÀ-Ý][\w-]+)"
)
_PROPER = re.compile(
    r"(?:[A-Z][\w'’&.-]*\s)*[A-Z][\w'’&.-]*(?:\s(?:of|for|on)(?:\sthe)?(?:\s(?:and\s)?[A-Z][\w'’-]*)+)?"
)
"""A name in a row of words with a capital: "Arle Council", "Ministry of Health"."""
_OFFICE_OF = re.compile(r"(?P<office>[^,]+?) (?:of|for)(?: the)? (?P<own>[A-Z].*)")
_FULL = 2  # words of a full name


def check_namesakes(text: Text, grounds: Grounds, report: Report) -> None:
    """A text that names somebody where the quoted words speak of another of that surname."""
    for name in full_names(text.value) if grounds.index.namesakes else ():
        if (other := namesake(name, grounds.whole, grounds.index)) is not None:
            report.against(text, "names", f'The quoted words speak of "{other}", not of "{name}".')


def of_a_namesake(case: Case) -> Ruling | None:
    """The quoted words speak of another who bears the surname."""
    other = namesake(case.name, case.grounds.whole, case.grounds.index)
    return against(f'The quoted words speak of "{other}", not of "{case.name}".') if other is not None else None


@of_the_clause
def of_a_titled_namesake(case: Case, clause: Clause) -> Ruling | None:
    """The subject is the office of another who bears the surname."""
    other = titled_namesake(clause.subject, case.name, case.grounds.index)
    return against(f'"{clause.subject}" is "{other}", not "{case.name}".') if other else None


def namesake(name: str, text: str, index: Index) -> str | None:
    """The other bearer of a surname of whom alone a text speaks; None where there is but one bearer, or it is not plain."""
    parts = name.split()
    bearers = index.namesakes.get(parts[-1], ()) if len(parts) > 1 else ()
    own = [one for one in bearers if same_person(one, name)]
    if len(own) != 1 or parts[-1] not in text:
        return None
    found: str | None = None
    for mention in re.finditer(rf"{_BEFORE}\b{re.escape(parts[-1])}\b", text):
        meant = _meant(mention["before"].split(), parts[-1], bearers, index)
        if len(meant) != 1 or meant == own:
            return None
        found = meant[0]
    return found


def titled_namesake(title: str, name: str, index: Index) -> str | None:
    """Another bearer of a surname to whom alone the document gives an office: "Governor Leila Said" for Karim Said."""
    if name.split()[-1] not in index.namesakes:
        return None
    held_by = holders(_office(title), index)
    return min(held_by) if held_by and all(is_namesake(name, one) for one in held_by) else None


def _meant(before: list[str], last: str, bearers: tuple[str, ...], index: Index) -> list[str]:
    """Whom a mention means, by the first name or else by the office before the surname."""
    named = [one for one in bearers if one.split()[0] in before]
    if named or not before:
        return named
    held_by = holders(_office(" ".join(before)), index)
    return [one for one in bearers if held_by and all(same_person(one, holder) for holder in held_by)]


def _office(title: str) -> str:
    """A title as the subject of a sentence."""
    return title if title.lower().startswith("the ") else f"the {title}"


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
