"""Whom the quoted words mean without a name: "the Minister" of the one minister of the document, "she" of who acts before."""

import re
from functools import lru_cache

from ..grounds import Grounds
from ..proper import shares_name
from ..words import listed
from .bearers import holds_office

_OFFICES = re.compile(r"\b(?i:the) (?P<office>[A-Za-z][\w-]+(?: [A-Z][\w-]+){0,2})")
_OPENS = re.compile(
    r"\W*(?:he|she|they|er|sie|il|elle|ils|elles|él|ella|ellos|ellas|egli|lui|lei|essi)\b", re.IGNORECASE
)
_SUBJECT = 7  # words of a sentence among which its subject is named


def is_meant(name: str, claim: str, grounds: Grounds) -> bool:
    """Whether the quoted words may mean this name: by the office that its bearer has, or by a pronoun that opens them.

    claim: where the name stands, maybe with that office before it: "President Chiang" of "the President".
    """
    return any(shares_name(name, one) for one in _before_pronouns(grounds)) or any(
        holds_office(f"the {office}", name, grounds.index) or _is_titled(office, name, claim, grounds)
        for office in _offices(grounds.quoted)
    )


@lru_cache(maxsize=256)
def _offices(text: str) -> set[str]:
    words = (found["office"].split() for found in _OFFICES.finditer(text))
    return {
        " ".join(one[:size])
        for one in words
        for size in range(1, len(one) + 1)
        if one[size - 1].lower() in listed("titles")
    }


def _is_titled(office: str, name: str, claim: str, grounds: Grounds) -> bool:
    """Whether a claim gives somebody the office, and the document gives it to nobody else."""
    if re.search(rf"\b{re.escape(office)} {re.escape(name)}\b", claim) is None:
        return False
    return all(one == name for one in re.findall(rf"\b{re.escape(office)} ([A-Z]\w+)", grounds.index.document.text))


def _before_pronouns(grounds: Grounds) -> list[str]:
    """The openings of the sentences before those quoted lines that open with a pronoun."""
    document = grounds.index.document
    numbers = [line.number - 1 for line in grounds.lines if line.number > 1 and _OPENS.match(line.quoted)]
    return [" ".join(document.line_text(number).split()[:_SUBJECT]) for number in numbers]
