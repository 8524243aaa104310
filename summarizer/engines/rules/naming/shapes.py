"""Whether a few words have the shape of a person's name, of a body, or of several people, and whether what stands in the
place of a name is likely a person's: not a ship's, a mountain pass's, or a body's."""

import re

from ..words import is_office, is_role, words
from .offices import has_role
from .pieces import Piece
from .tokens import Token, tokenize

PEOPLE_OF = re.compile(
    r"(?:friends|members|representatives|officials|delegates|students|residents|volunteers|parents|colleagues|employees|staff) (?:of|from|for)\b",
    re.IGNORECASE,
)
"""How a group is called after what its people have in common."""
OURS = re.compile(r"^(?:and )?(?:(?:the|our|my|your|their|its|all) )+", re.IGNORECASE)
FROM_BODY = re.compile(r"\s(?:from|with|representing|on behalf of)\s|(?<=\w )\w+\s(?:of|at|for)\s", re.IGNORECASE)
"""Between somebody and a body: "Bea from Acme Ltd", "Ann Lee of the Port Company"."""
INITIAL = re.compile(r"[AI] (?:[A-Z] )?[A-Z][a-z'’]")
"""How a name begins whose initial is a word as well: "A Bree", "I J Kane"."""
SMALL_NAME = re.compile(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,}){1,2}")
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


def is_name(text: str, *, spaced: bool = False, loose: bool = False) -> bool:
    """Whether a text has the shape of a listed person's name: one to five words, capitalised, or a handle.

    With `spaced`, at least two words are asked for, none of which is an office word; with `loose`,
    the second of two words may be in small letters.
    """
    text = text.strip()
    parts = text.split()
    if not parts or len(parts) > 7 or len(text) > 60 or any(c in text for c in '/:=<>{}#?!"“”'):
        return False
    full = [p for p in parts if p.lower() not in words().honorifics]
    if spaced and (len(full) < 2 or any(is_office(p.strip(".,")) and p.lower() not in words().ambiguous for p in full)):
        return False
    if len(parts) == 1:
        word = parts[0]
        return word[0].isalpha() and word.lower() not in words().stops
    small = sum(1 for p in parts if not p[0].isupper() and p.lower() not in words().particles)
    if small and not (loose and small == 1 and len(parts) == 2 and parts[0][0].isupper()):
        return False
    if sum(is_office(p) for p in parts) > len(parts) / 2:
        return False
    return all(p[0].isalpha() or p[0] in "'’(" for p in parts) and (
        parts[0].lower() not in words().stops
        or parts[0].lower() in words().ambiguous
        or INITIAL.match(text) is not None
    )


def names_matter(text: str) -> bool:
    """Whether words of a title are of a matter or an office and so nobody's name: "Financial Update", "Roads Committee"."""
    parts = [part.strip("(),").lower().removesuffix("’s").removesuffix("'s") for part in text.split()]
    known = (
        part in words().stops or is_office(part) or is_office(part.removesuffix("s"))
        for part in parts
        if part not in words().particles and part not in words().ambiguous
    )
    return any(known)


def is_body(text: str) -> bool:
    """Whether words name a body rather than a person or an office: "State", "Defense Department", "JCS"."""
    tokens = tokenize(text)
    known = all(t.connects or t.office or (t.text.isupper() and "." not in t.text) for t in tokens)
    return bool(tokens) and known and len(tokens) <= 5 and not has_role(tokens) and tokens[0].text[0].isupper()


def is_small_name(text: str) -> bool:
    """Whether words in small letters may be a full name: "ann lee". That they are one has to be shown by what stands beside them."""
    return (
        text.islower()
        and SMALL_NAME.fullmatch(text) is not None
        and not any(part in words().stops or is_office(part) for part in text.split())
    )


def is_group(text: str) -> bool:
    """Whether words name a body or several people, and so nobody in particular: "Infra Team", "Acme Ltd", "our lawyers".

    Only by words that are no surnames as well: "Jack Works" may be a person.
    """
    plain = OURS.sub("", text.strip(" .*_"), count=1)
    parts = plain.lower().rstrip(".").split()
    if not parts or plain[0] == "@" or FROM_BODY.search(plain):
        return False
    if PEOPLE_OF.match(plain) or (parts[0] in words().collectives and parts[1:2] in (["of"], ["for"])):
        return True
    singular = parts[-1].removesuffix("s")
    beside = plain != text.strip(" .*_") or any(is_office(part) for part in parts[:-1])
    several = singular != parts[-1] and is_role(singular) and beside
    office = any(is_role(part) and part not in words().bodies for part in parts[:-1])
    return several or (parts[-1] in words().collectives and not office and parts[0] not in words().honorifics)


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
