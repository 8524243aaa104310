"""What the later parts of an entry and its brackets say of the person: role, body, handle; other remarks are left."""

import re

from ....words.short_names import are_initials, shortens
from ..words import words
from .entry_parts import Entry
from .offices import has_role, split_office
from .tokens import tokenize

HANDLE = re.compile(r"@([\w][\w-]*)")
PRONOUNS = re.compile(r"(?:she|he|they|her|him|them|his|hers)(?:\s*/\s*\w+)*", re.IGNORECASE)
REMARKS = re.compile(
    r"(?:external|unverified|me|you|(?:(?:day|night|late|early|morning|evening)s?(?: shift)?|on call|in charge)(?:, (?:on call|in charge))?|ret|retired|flu|(?:un)?well|indisposed|abroad|ill|sick|on leave|leave|holiday|on holiday|(?:remote(?:ly)?|online), .*|(?:from|until|to) item \d.*|remote(?:ly)?|online|virtual(?:ly)?|hybrid|via \w+|(?:by|on|over) (?:the )?(?:telephone|phone|video(?:[- ]?(?:link|conference|call))?|teams|zoom|skype|call)|by (?:conference|video) call|dial(?:l?ed|l?ing)? in|telephone|phone|in person|zoom|late|left early|arrived .*|joined .*|left .*)\.?",
    re.IGNORECASE,
)
FOR_ITEMS = re.compile(
    r"(?:^|[,;]\s*|\s+)(?:(?:for|from|until|to|up to) )?(?:agenda )?items?\s+\d[\d\s,.&–-]*(?:(?:and|to)\s*\d+)?$",
    re.IGNORECASE,
)
"""For what part of the meeting somebody was there: "Director, items 1-2"."""
BRAND = re.compile(r"(?=.*(?:\d[A-Z]|[a-z]\d))\d?[A-Z][A-Za-z]{2,}\d?(?: [A-Z][a-z]+)*")
"""A body with a digit in its name: "1Password", "Web3 Labs"."""
NO_BODY = re.compile(
    r"(?:for|as|instead of|in place of|on behalf of|substitute for|proxy for) |(?-i:[a-z])[a-z]+ing(?: [a-z]+)?$",
    re.IGNORECASE,
)
"""Whom somebody stands in for, or what somebody does: "for Bo Ray", "minuting"."""
JOB = re.compile(
    r"(?:[\w/&-]+ ){0,3}(?:[Ll]ead|[Oo]wner|[Tt]ester|[Dd]esigner|[Dd]eveloper|[Aa]rchitect|[Aa]nalyst|[Ff]acilitator)"
)
"""A job of no list in brackets: "Dev Lead"."""
FUNCTION = re.compile(r"(?P<role>[a-z][\w-]*(?: [\w-]+){0,3}?) (?:at|of|for|with) (?:the )?(?P<body>[A-Z].+)")
"""A function of no list, with its body: "policy lead at Acme"."""
CALLING = re.compile(
    r"(?!(?:for|from|until|to|via|by|with|in|on|at|and|not|no|late|absent|part|partly|also|as|joining|joined|items?|week|day|night|morning|afternoon)\b)[a-z][a-z/&’'-]*(?: [a-z/&’'-]+){0,4}"
)
"""A function of no list ahead of a body, in small letters: "Ann Lee, head keeper, Acme"."""

ORIGIN = re.compile(r"(?:from|representing|on behalf of) (?:the )?(?=[^\W\d_a-z])")
"""Before the body of somebody, behind a comma: "Bo Ray, Jr., from the Port Board"."""


def add_attributes(entry: Entry, rest: list[str]) -> None:
    """Role and organisation from the parts after the name."""
    rest = [ORIGIN.sub("", part) for part in rest]
    roles = [
        part
        for part in rest
        if (has_role(tokenize(part)) and not ("-" in part and part.isupper())) or part.lower() in words().functions
    ]
    others = [part for part in rest if part not in roles]
    if roles:
        role = ", ".join(roles)
        if others:
            entry.organization = entry.organization or ", ".join(others)
        else:
            split = split_office(role)
            role, entry.organization = split.role or role, entry.organization or split.organization
        _add_role(entry, role)
    elif others:
        function = FUNCTION.fullmatch(others[0])
        if function:
            entry.role, others[0] = entry.role or function["role"], function["body"]
        elif len(others) > 1 and CALLING.fullmatch(others[0]) and others[1][0].isupper():
            entry.role = entry.role or others.pop(0)
        entry.organization = entry.organization or ", ".join(others)


def add_remark(entry: Entry, remark: str) -> None:
    """What brackets say of a person: handle, function, organisation; other remarks are left."""
    initials, _, rest = remark.partition(",")
    if are_initials(entry.name, initials):  # "(JB)", "(JB, Chair)"
        entry.aliases.append(initials)
        remark = rest.strip()
    handle = HANDLE.search(remark)
    remark = FOR_ITEMS.sub("", remark)
    if handle:
        entry.aliases.append(handle[1])
    elif (
        not any(c.isalnum() for c in remark)
        or PRONOUNS.fullmatch(remark)
        or REMARKS.fullmatch(remark)
        or (any(c.isdigit() for c in remark) and not BRAND.fullmatch(remark))
    ):
        return
    elif shortens(entry.name, remark) or (not remark.isascii() and not any("a" <= c.lower() <= "z" for c in remark)):
        entry.aliases.append(remark)
    elif remark.lower() in words().functions or JOB.fullmatch(remark):
        _add_role(entry, remark)
    elif has_role(tokenize(remark)):
        split = split_office(remark)
        if split.role:
            _add_role(entry, split.role)
        entry.organization = entry.organization or split.organization
    elif (
        entry.organization is None
        and not NO_BODY.match(remark)
        and (" " not in remark or any(map(str.isupper, remark)))
    ):
        entry.organization = remark


def _add_role(entry: Entry, role: str) -> None:
    """An office beside the one before the name: "Councillor Bo Ray (Chair)"."""
    entry.role = role if not entry.role or entry.role == role else f"{entry.role}, {role}"
