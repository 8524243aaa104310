"""Whose office it is, by a line that names people with theirs."""

import re

from ..uniting.names import name_words
from .proper import name_parts, shares_name
from .words import listed

_NAME = r"(?:[A-Z][\w'’.-]+(?: (?:de|da|von|van|der|í|al|bin|el) | )?){1,4}"
_AFTER = re.compile(rf"(?P<comma>,)? (?P<name>{_NAME})")
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?P<mark>, (?:the |an? )?| ?\((?:the )?| - )$")
_LABELLED = re.compile(rf"[*_]*:[*_]* (?P<name>{_NAME})")
_OFFICE = re.compile(r"(?:the )?(?P<office>[a-z][\w-]+(?: [a-z][\w-]+){0,2})", re.IGNORECASE)
_JOINED = re.compile(r"[,\s](?:and|et|y|e|und|&) (?:[A-Z]\w{0,3}\.? )?$")
_LEAST = 2  # words with a capital that a bearer's name has


def other_bearer(attribute: str, name: str, text: str) -> str | None:
    """Who bears an office in a text, if it is plainly somebody else than `name`; None where it is not plain.

    "State Secretary Mircea Danciu", "Deputy Minister, Desislava Koleva", "Karim Haddad (deputy mayor)".
    """
    found = None
    if attribute not in text:
        return None  # which spares making a pattern of it
    for place in re.finditer(rf"\b{re.escape(attribute)}(?!\w)", text):
        before, after = text[: place.start()], text[place.end() :]
        bearer = _bearer(before, after)
        if bearer is None or shares_name(name, bearer):
            return None
        if not name_words()["roles"].isdisjoint(bearer.lower().split()):
            return None  # an office or a body: "Chief of the London Bureau, Herald Tribune"
        if after.startswith(",") and shares_name(name, before):
            return None  # a list: "General Adler, head of the northern army, Admiral Ruiz"
        found = bearer
    return found


def bears(subject: str, name: str, text: str) -> bool:
    """Whether a subject is an office, "the Clerk", that a text gives to a person of this name: "Ann Lee (Clerk)", "Clerk: Ann Lee"."""
    office = _OFFICE.fullmatch(subject.strip())
    if office is None or shares_name(name, subject):
        return False
    for place in re.finditer(rf"(?<!\w){re.escape(office['office'])}(?!\w)", text, re.IGNORECASE):
        after = text[place.end() :]
        labelled = _LABELLED.match(after)
        bearer = labelled["name"] if labelled else _bearer(text[: place.start()], after)
        if bearer is not None and shares_name(name, bearer):
            return True
    return False


def _bearer(before: str, after: str) -> str | None:
    left, right = _BEFORE.search(before), _AFTER.match(after)
    bracketed = left is not None and "(" in left["mark"]
    if right is not None and not bracketed and (right["comma"] is None or left is None):
        name = right["name"]
    elif left is not None:
        name = left["name"]
    else:
        return None
    if left is not None and name == left["name"] and _JOINED.search(before[: left.start()]):
        return None  # "Julie Pasquier and Bruno Keller (parents)": of both
    telling = [part for part in name_parts(name) if part not in listed("titles")]
    return name.strip() if len(name.split()) >= _LEAST and telling else None
