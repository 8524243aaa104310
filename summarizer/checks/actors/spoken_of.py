"""Of whom a subject without a name may speak, and of whom it cannot: "the firm", "she", "they"."""

import re

from ..grounds import Grounds, Line
from ..proper import name_parts, shares_name
from ..words import listed
from .clause import Clause

_MYSELF = re.compile(r"\b(?:I|me|my|us|we|our)\b")
_MALE, _FEMALE = r"(?:Mr|Sir|Lord)", r"(?:Mrs|Ms|Miss|Dame|Lady|Madam)"
_BODY_AS_CALLED = re.compile(
    r"\b(?:the|its|their) (?:firm|company|group|contractor|supplier|operator|association|society|union|council|board|authority|agency|bank|utility|cooperative)\Z",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?<!of )(?<!from )(?<!in )(?<!at )(?<!for )\b(?P<name>(?:[A-Z][\w'’.-]+ )*[A-Z][\w'’-]+),? who\W*\Z"
)
_FOR_A_BODY = re.compile(r"\b(?:for|on behalf of|representing) (?:the|its|his|her)\b", re.IGNORECASE)


def called_so_by_its_voice(name: str, clause: Clause) -> bool:
    """Whether the subject may be the body for which the source speaks: "Phil Dray, for the contractor, said the firm would"
    of Dray & Sons, but not of Phil Dray."""
    described = _BODY_AS_CALLED.search(clause.subject) and _FOR_A_BODY.search(clause.source)
    return described is not None and not all(part in clause.source.lower() for part in name_parts(name))


def of_another(clause: Clause) -> bool:
    """Whether the subject is a pronoun with which nobody speaks of themselves; in "she'll have it from me" both act."""
    return clause.subject.lower().split()[-1:] in (["he"], ["she"]) and _MYSELF.search(clause.after) is None


def meant_by_who(clause: Clause, name: str) -> str | None:
    """For whom "who" stands where it is not the one who is named before: "Anna will lend it to Ben, who will"."""
    found = _WHO.search(clause.subject)
    if found is None or shares_name(name, found["name"]) or not shares_name(name, clause.subject):
        return None
    return found["name"]


def speaks_of_others(clause: Clause, name: str, line: Line | None) -> bool:
    """Whether a speaker tells what others will do: "They will release the files", "The port will"."""
    words = clause.subject.lower().split()
    others = clause.certain and not clause.person and listed("unresolved").isdisjoint(words)
    named = line is not None and shares_name(name, line.text)
    return (words[-1:] == ["they"] or others) and not named and _MYSELF.search(line.text if line else "") is None


def of_other_sex(name: str, subject: str, grounds: Grounds) -> str | None:
    """How the document calls somebody for whom a pronoun cannot stand: "Mr Hale", where it says "she"."""
    pronoun = subject.split()[-1].lower() if subject else ""
    title = {"she": _MALE, "he": _FEMALE}.get(pronoun)
    last = name_parts(name)[-1]
    called = re.compile(rf"\b{title}\.? (?:[A-Z][\w'’-]+ ){{0,2}}{re.escape(last)}\b", re.IGNORECASE) if title else None
    found = called.search(grounds.index.document.text) if called else None
    return found[0] if found else None
