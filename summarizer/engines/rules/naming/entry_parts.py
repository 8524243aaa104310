"""The parts of an entry between its marks, "Ann Lee", "Chair", "Acme", and whom the first of them names."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ..words import words
from .names import mentions
from .offices import has_role
from .shapes import is_name
from .tokens import Token, tokenize

STYLE = re.compile(
    r"(?:(?-i:HE|H\.E\.)|(?:his|her|their|your) (?:royal |imperial )?(?:excellency|highness|majesty|honou?r),?|(?:the )?(?:rt\.?|right|most) hon(?:ou?rable|\.)?|the (?:honou?rable|reverend))\s+",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s*[,;|\t]\s*|\s+[-–—]+\s+|\s*—\s*|:\s+")
LEGAL_FORM = re.compile(r"(?:Inc|Ltd|LLC|LLP|PLC|plc|GmbH|Corp|S\.A|B\.V)\.?")
SHORT_END = re.compile(r"(?:[^\W\d_] [^\W\d_a-z]|\b(?:[JS]r|[A-Z](?:\.[A-Z])+))\.$")
"""A full stop that belongs to the last word: "Sunil R.", "Bo Ray, Jr.", "Acme U.S."."""
FROM = re.compile(r"\s(?:from|of|at|with|representing|on behalf of|for)\s+(?:the\s+)?(?=[A-Z])")
"""Between a name and its body: "Bea from Acme"."""


def without_style(text: str) -> tuple[str, int]:
    """The entry without "His Excellency" or "The Honorable", and how many characters that were."""
    style = STYLE.match(text)
    return (text[style.end() :], style.end()) if style else (text, 0)


def split_parts(text: str) -> list[tuple[str, int]]:
    """The words between the marks of an entry, and where they stand in it."""
    found, at = [], 0
    for match in SEPARATOR.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    return [
        (trimmed(text[a:b]), a + len(text[a:b]) - len(text[a:b].lstrip(" .*_"))) for a, b in _with_suffixes(text, found)
    ]


def _with_suffixes(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of an entry, "Jr." and "III" with the name that they follow, "Inc." with its company."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        first = re.match(r"\s*(\w+)\.?(?=\s|$)", text[a:b])
        if len(joined) == 1 and text[a:b].strip(" .").lower() in words().suffixes:
            joined[0] = (joined[0][0], b)
        elif joined and LEGAL_FORM.fullmatch(text[a:b].strip()):
            joined[-1] = (joined[-1][0], b)  # "Chair, Acme, Inc."
        elif len(joined) == 1 and first and first[0].endswith(".") and first[1].lower() in words().suffixes:
            joined[0] = (joined[0][0], a + first.end())  # "Bo Ray, Jr. Acme Ferries"
            joined.append((a + first.end(), b))
        else:
            joined.append((a, b))
    return joined


def trimmed(text: str) -> str:
    """Without marks around it; the full stop of an initial stays: "Sunil R."."""
    plain = text.strip(" \t*_").lstrip(".")
    return plain if SHORT_END.search(plain) else plain.rstrip(" .")


@dataclass
class Entry:
    """A listed person; offsets are into the entry's text."""

    name: str
    start: int
    role: str | None = None
    organization: str | None = None
    aliases: list[str] = field(default_factory=list)

    @property
    def office_alone(self) -> bool:
        """Whether somebody is named by the office only: "The Secretary"."""
        return self.name == self.role and self.name[0].isupper()


def head_of(head: str, at: int) -> Entry | None:
    """The first part of an entry: a name, an office with a name, or an office alone."""
    tokens = tokenize(head)
    if not tokens:
        return None
    first = tokens[0]
    honorific = first.lower in words().honorifics or first.lower in words().ranks
    if honorific or (first.office and not _given_name(head)) or first.lower == "the":
        named = mentions(head)
        if named:
            person = named[-1]
            behind = head[head.index(person.name) + len(person.name) :].strip()
            role = person.role or (behind if _is_office(tokenize(behind)) else None)  # "Mr Ann LEE Minister of Ports"
            return Entry(person.name, at + head.index(person.name), role, person.organization)
        rest = tokens
        while rest and rest[0].lower in words().honorifics:
            rest = rest[1:]
        if len(rest) < len(tokens) and rest and is_name(head[rest[0].start :]):
            return Entry(head[rest[0].start :], at + rest[0].start)
        office = tokens[1:] if first.lower == "the" else tokens
        after = _after_office(office)
        if after:
            at += after[0].start
            return Entry(head[after[0].start :], at, role=head[office[0].start : after[0].start].strip())
        if len(office) <= 8 and _is_office(office):
            return Entry(head, at, role=head)
        return None
    origin = FROM.search(head)
    if origin and is_name(head[: origin.start()]) and not has_role(tokens):
        return Entry(head[: origin.start()], at, organization=head[origin.end() :])
    if is_name(head, loose=True):
        last = tokens[-1]
        if len(tokens) > 2 and last.lower in words().postnominals and last.lower not in words().suffixes:
            return Entry(head[: last.start].strip(" ,"), at, role=last.text)
        return Entry(head, at)
    named = mentions(head)
    return Entry(named[0].name, at + head.index(named[0].name), named[0].role, named[0].organization) if named else None


def _after_office(tokens: list[Token]) -> list[Token]:
    """The name after an office that rarely stands before one in running text, but does in lists: "Director Lee"."""
    at = len(tokens)
    while at and tokens[at - 1].capital and tokens[at - 1].text.isalpha() and not tokens[at - 1].office:
        at -= 1
    office, name = tokens[:at], tokens[at:]
    return name if 1 <= len(name) <= 3 and office and office[-1].role and _is_office(office) else []


def _is_office(tokens: list[Token]) -> bool:
    """Whether these words are an office and nothing else: not "President spoke first"."""
    first = tokens[0] if tokens else None
    return (
        first is not None
        and first.capital
        and (first.role or first.lower in words().in_offices)
        and has_role(tokens)
        and all(
            t.connects or not t.text[0].isalpha() or t.office or (t.capital and before.connects)
            for before, t in pairwise(tokens)
        )
    )


def _given_name(head: str) -> bool:
    """Whether an entry begins with a first name that is an office word too: "Dean Ray"."""
    tokens = tokenize(head)
    return tokens[0].lower in words().ambiguous and 2 <= len(tokens) <= 3 and not tokens[1].office
