"""Bodies and people whose names share a word: the Ministry of Defence is not the Ministry of Health, nor Ann Lee Ann Moor."""

import re
from collections.abc import Sequence

from ..stems import folded
from .proper import capitalised, name_parts, stands
from .words import listed

_BODY = re.compile(
    r"\b(?P<kind>[^\W\d_]+) (?:für|der|des|de la|de l['’]|du|de|d['’]|del|della|dell['’]|dei|di|de los|de las) ?(?P<own>[A-ZÀ-Ý][\w-]+)"
)
_FULL = 2  # words of a full name


def is_another(name: str, other: str) -> bool:
    """Whether two names have in common only the word for the kind of body, or a first name, and each a name of its own."""
    ours, theirs = _parts(name), _parts(other)
    common = [part for part in ours if _holds(other, part)]
    own = [part for part in ours if part not in common]
    rest = [part for part in theirs if not _holds(name, part)]
    if not common or not own or not rest or any(_is_acronym(name, part) for part in own):
        return False
    return set(common) <= listed("bodies") or _first_only(name, other, common)


def body_in(text: str, name: str) -> str | None:
    """The body of the kind that a name says, of which a text speaks by another name: "le ministère de la Santé"."""
    parts = name_parts(name)
    for found in _BODY.finditer(text):
        kind, own = folded(found["kind"]), folded(found["own"])
        if kind in listed("bodies") and kind in parts and own not in parts and len(parts) > 1:
            return found[0]
    return None


def _parts(name: str) -> Sequence[str]:
    """The words of a name that begin with a capital, or say what kind of body it is."""
    written = {part for word in capitalised(name) for part in name_parts(word)}
    return [part for part in name_parts(name) if part in written or part in listed("bodies")]


def _holds(text: str, part: str) -> bool:
    return stands(part, text)


def _is_acronym(name: str, part: str) -> bool:
    return part.upper() in name and len(part) > 1


def _first_only(name: str, other: str, common: Sequence[str]) -> bool:
    """Whether two full names of people share the first name only."""
    one, two = name_parts(name), name_parts(other)
    people = len(one) == _FULL and len(two) == _FULL and all(word[0].isupper() for word in f"{name} {other}".split())
    return people and list(common) == [one[0]] and one[0] == two[0]
