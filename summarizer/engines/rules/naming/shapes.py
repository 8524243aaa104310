"""Whether a few words have the shape of a person's name, of a body, or of several people."""

import re

from ..words import is_office, is_role, words
from .offices import has_role
from .tokens import tokenize

OURS = re.compile(r"^(?:and )?(?:(?:the|our|my|your|their|its|all) )+", re.IGNORECASE)
FROM_BODY = re.compile(r"\s(?:from|with|representing|on behalf of)\s|(?<=\w )\w+\s(?:of|at|for)\s", re.IGNORECASE)
"""Between somebody and a body: "Bea from Acme Ltd", "Ann Lee of the Port Company"."""
INITIAL = re.compile(r"[AI] (?:[A-Z] )?[A-Z][a-z'’]")
"""How a name begins whose initial is a word as well: "A Bree", "I J Kane"."""
SMALL_NAME = re.compile(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,}){1,2}")


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
    if parts[0] in words().collectives and parts[1:2] in (["of"], ["for"]):
        return True
    singular = parts[-1].removesuffix("s")
    beside = plain != text.strip(" .*_") or any(is_office(part) for part in parts[:-1])
    several = singular != parts[-1] and is_role(singular) and beside
    office = any(is_role(part) and part not in words().bodies for part in parts[:-1])
    return several or (parts[-1] in words().collectives and not office and parts[0] not in words().honorifics)
