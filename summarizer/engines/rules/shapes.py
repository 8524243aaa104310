"""Whether a few words have the shape of a person's name, or of a body."""

from .offices import has_role
from .tokens import tokenize
from .words import words


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
    if spaced and (
        len(full) < 2 or any(words().is_office(p.strip(".,")) and p.lower() not in words().ambiguous for p in full)
    ):
        return False
    if len(parts) == 1:
        word = parts[0]
        return word[0].isalpha() and word.lower() not in words().stops and not word.isdigit()
    small = sum(1 for p in parts if not p[0].isupper() and p.lower() not in words().particles)
    if small and not (loose and small == 1 and len(parts) == 2 and parts[0][0].isupper()):
        return False
    if sum(words().is_office(p) for p in parts) > len(parts) / 2:
        return False
    return all(p[0].isalpha() or p[0] in "'’(" for p in parts) and (
        parts[0].lower() not in words().stops or parts[0].lower() in words().ambiguous
    )


def is_body(text: str) -> bool:
    """Whether words name a body rather than a person or an office: "State", "Defense Department", "JCS"."""
    tokens = tokenize(text)
    known = all(t.connects or t.office or (t.text.isupper() and "." not in t.text) for t in tokens)
    return bool(tokens) and known and len(tokens) <= 5 and not has_role(tokens) and tokens[0].text[0].isupper()
