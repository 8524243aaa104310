"""Names that settle themselves: a pronoun, which stays as written, and a name that the document does not hold."""

import re
from collections.abc import Iterator

from ...schemas import RejectionReason
from ...words.stems import stems_of
from ..fields import Text
from ..grounds import Grounds
from ..proper import capitalised, holds_name, known, name_parts, shares_name
from ..words import listed
from .case import AGREES, UNCHECKED, Case, Ruling, absent, against, instead
from .clause import Clause
from .doers import done_by

_WHOSE = frozenset("her his their its our my your".split())  # "Ms Osei and her listeners"
_ENGLISH = re.compile(r"\b(?:the|of|and|for)\b")


def pronoun_or_unknown(case: Case) -> Ruling | None:
    """The actor is given by a pronoun or a group, or by a name that the document does not hold."""
    if not is_unresolved(case.text.value):
        return unknown(case.text, case.grounds)
    return _unresolved(case.text.value, case.clause)


def _unresolved(name: str, clause: Clause | None) -> Ruling | None:
    doer = done_by(clause) if clause is not None else None
    if doer is not None and not shares_name(name, doer):
        return None
    if clause is not None and clause.subject and shares_name(name, clause.subject):
        return AGREES
    if clause is not None and clause.certain and not clause.person and holds_name(clause.subject):
        return absent(instead(clause.subject, name))
    return UNCHECKED


def unknown(text: Text, grounds: Grounds) -> Ruling | None:
    """A name of which the document does not hold a telling word."""
    missing = next(iter(sorted(_missing(text.value, grounds), key=str.islower)), "")
    if missing and _in_other_language(missing, text.value, grounds):
        return absent(f'"{text.value}" is told in another language than the document.')
    return against(f'"{missing}" does not stand in the document.', RejectionReason.UNSUPPORTED) if missing else None


def is_unresolved(name: str) -> bool:
    """Whether a name is a pronoun or a group that no single name stands for: "they", "both sides"."""
    return all(word in listed("unresolved") for word in name_parts(name)) and not holds_name(name)


def _missing(name: str, grounds: Grounds) -> Iterator[str]:
    """The telling words of a name that the document does not hold."""
    stems = grounds.index.stems
    for part in (one for one in name_parts(name) if one not in _WHOSE):
        written = next((word for word in capitalised(name) if part in word.lower()), part)
        if not known(written, grounds) and stems.isdisjoint(stems_of(part)):
            yield written


def _in_other_language(missing: str, name: str, grounds: Grounds) -> bool:
    """Whether a name is put into English for a document that is not: a word for a body or an office stands there otherwise.

    Of a document in another script also the names do, which letters cannot compare.
    """
    if grounds.index.language in (None, "en") or not _ENGLISH.search(name):
        return False
    return missing.islower() or (missing.isascii() and not grounds.index.is_latin)
