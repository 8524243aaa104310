"""Whether words in the place of a name are likely a person's: not a ship's, a mountain pass's, or a body's."""

import re

from ..words import words
from .pieces import Piece
from .tokens import Token

LONGEST_NAME = 5
"""Words, initials included and particles left out."""
VESSEL = re.compile(
    r"\b(?:ship|vessel|trawler|ferry|yacht|boat|tanker|freighter|schooner|tug|steamer|barge)\s$", re.IGNORECASE
)
"""Before the name of a ship that looks like a person's: "the trawler Lady Agnes"."""
GLUED = re.compile(r"(?:[^\W\d_a-z]\.){1,2}[^\W\d_a-z][a-z’'-]{2,}")
"""An initial and a surname without a space: "D.Gankh"."""
LONGEST_VESSEL = 12
"""Characters of such a word."""


def names_vessel(sentence: str, office: int) -> bool:
    """Whether a word for a ship stands before the office at that place."""
    return VESSEL.search(sentence, max(0, office - LONGEST_VESSEL), office) is not None


def of_a_pass(office: list[Token], piece: Piece) -> bool:
    """Whether "Col" is a mountain pass rather than a colonel: "Col de Brume"."""
    return bool(office) and office[-1].text == "Col" and piece.tokens[0].particle


def is_adjective(office: list[Token]) -> bool:
    """Whether "General" or "Major" is no rank: "College of General Practitioners", "Move Major Release Cadence"."""
    if len(office) < 2 or office[-1].lower not in ("general", "major"):
        return False
    before = office[-2]
    if before.text in ("of", "on", "for"):
        return len(office) > 2 and not office[-3].role
    return before.capital and not before.office


def may_precede(office: list[Token], piece: Piece) -> bool:
    """Whether an office may stand before a name without a comma; in small letters only a role of people, before a full name."""
    last = office[-1]
    if not last.text.islower():
        return True
    full = [token for token in piece.tokens if not token.initial and not token.particle]
    return last.role and last.lower not in words().firms_too and len(full) > 1


def plausible(tokens: tuple[Token, ...], title: Token | None) -> bool:
    """Whether words have the shape of a person's name; `title` is the word of an office right before them."""
    full = [token for token in tokens if not token.initial and token.lower not in words().suffixes]
    if (
        not full
        or sum(not t.particle for t in tokens) > LONGEST_NAME
        or any(c.isdigit() for token in tokens for c in token.text)
    ):
        return False
    if len(tokens) > 1:
        return not all(token.text.isupper() and len(token.text) > 1 for token in full)
    if title is None and GLUED.fullmatch(full[0].text):
        return True
    if title is None or full[0].text.isupper() or len(full[0].text) < 2 or full[0].lower in words().boilerplate:
        return False  # "Councillors Present"
    return title.lower not in words().weak_titles and not full[0].lower.endswith("ing")
