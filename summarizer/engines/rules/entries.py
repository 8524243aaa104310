"""One entry of a list of people, in the many ways in which people are listed.

"Ann Lee", "Ann Lee (Acme)", "Ann Lee (@ann)", "@ann", "Ann Lee - Acme", "Ann Lee, Chair, Acme", "NEA—Ann Lee",
"Mr. Ann Lee, Minister, French Embassy", "Ambassador Lee of France", "The Secretary".
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ...nicknames import shortens, without_nickname
from .names import mentions
from .offices import has_role, split_office
from .tokens import Token, tokenize
from .words import words

HANDLE = re.compile(r"@([\w][\w-]*)")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
CODE = re.compile(r"([A-Z]{1,5}(?:/[A-Z]{1,5})*)\s*[—–-]\s*(?=[A-Z][\w.]*\s)")
"""An office symbol before the name: "NEA—", "S/P—"."""
STYLE = re.compile(
    r"(?:(?-i:HE|H\.E\.)|(?:his|her|their|your) (?:royal |imperial )?(?:excellency|highness|majesty|honou?r),?|(?:the )?(?:rt\.?|right|most) hon(?:ou?rable|\.)?|the (?:honou?rable|reverend))\s+",
    re.IGNORECASE,
)
INITIALS = re.compile(r"([A-Z]{2,3})\s*[:=]\s+(?=\w)")
"""Initials by which the minutes call somebody: "JB: Jo Bell"."""
SEPARATOR = re.compile(r"\s*[,;|\t]\s*|\s+[-–—]+\s+|\s*—\s*|:\s+")
WIDE_GAP = re.compile(r" {3,}")
NOBODY = re.compile(
    r"(?:none|n/?a|nobody|no one|tbd|tbc|everyone|all|various|others?|et al\.?|see .*|(?:\d+|one|two|three|four|five|six|several|some|a few|no|members of the) .*|public|unknown|quorum.*|and|\W*)",
    re.IGNORECASE,
)
PRONOUNS = re.compile(r"(?:she|he|they|her|him|them|his|hers)(?:\s*/\s*\w+)*", re.IGNORECASE)
REMARKS = re.compile(
    r"(?:ret|retired|flu|ill|sick|on leave|leave|holiday|on holiday|(?:remote(?:ly)?|online), .*|(?:from|until|to) item \d.*|remote(?:ly)?|online|virtual(?:ly)?|hybrid|via \w+|(?:by|on|over) (?:the )?(?:telephone|phone|video(?:[- ]?(?:link|conference|call))?|teams|zoom|skype|call)|by (?:conference|video) call|dial(?:l?ed|l?ing)? in|telephone|phone|in person|zoom|late|left early|arrived .*|joined .*|left .*)\.?",
    re.IGNORECASE,
)
SHORT_END = re.compile(r"(?:[^\W\d_] [^\W\d_a-z]|\b(?:[JS]r|[A-Z](?:\.[A-Z])+))\.$")
"""A full stop that belongs to the last word: "Sunil R.", "Bo Ray, Jr.", "Acme U.S."."""
FOR_ITEMS = re.compile(
    r"(?:^|[,;]\s*|\s+)(?:(?:for|from|until|to|up to) )?(?:agenda )?items?\s+\d[\d\s,.&–-]*(?:(?:and|to)\s*\d+)?$",
    re.IGNORECASE,
)
"""For what part of the meeting somebody was there: "Director, items 1-2"."""
JOB = re.compile(
    r"(?:[\w/&-]+ ){0,3}(?:[Ll]ead|[Oo]wner|[Tt]ester|[Dd]esigner|[Dd]eveloper|[Aa]rchitect|[Aa]nalyst|[Ff]acilitator)"
)
"""A job of no list in brackets: "Dev Lead"."""
PARTY = re.compile(
    r"(?:observers?|witness(?:es)?|guests?|visitors?|participants?|attendees?|experts?|speakers?|someone|somebody)",
    re.IGNORECASE,
)
"""Words for those who were there that name nobody."""
FROM = re.compile(r"\s(?:from|of|at|with|representing|on behalf of|for)\s+(?:the\s+)?(?=[A-Z])")
"""Between a name and its body: "Bea from Acme"."""
FUNCTION = re.compile(r"(?P<role>[a-z][\w-]*(?: [\w-]+){0,3}?) (?:at|of|for|with) (?:the )?(?P<body>[A-Z].+)")
"""A function of no list, with its body: "policy lead at Acme"."""
LONGEST_ENTRY = 400


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


def read_entry(text: str) -> Entry | None:
    """The person of one entry, or None where it names nobody."""
    if len(text) > LONGEST_ENTRY or NOBODY.fullmatch(text.strip()):
        return None
    handle = HANDLE.match(text.strip())
    if handle and not re.match(r"\s+[A-Z]", text.strip()[handle.end() :]):
        return Entry(handle[1], text.index("@") + 1)
    text, before = _without_style(text)
    code = CODE.match(text)
    if code:
        inner = read_entry(text[code.end() :])
        if inner is not None:
            inner.start += code.end() + before
            inner.organization = inner.organization or code[1]
            return inner
    initials = INITIALS.match(text)
    if initials:
        inner = read_entry(text[initials.end() :])
        if inner is not None:
            inner.start += initials.end() + before
            inner.aliases.append(initials[1])
            return inner
    plain = WIDE_GAP.sub(lambda m: ",".ljust(len(m[0])), text)
    plain, nickname = without_nickname(plain)
    plain = BRACKETS.sub(lambda m: " " * len(m[0]), plain)
    parts = [(m_text, at) for m_text, at in _split(plain) if m_text]
    if not parts:
        return None
    if len(parts) > 1 and is_body(parts[0][0]) and not is_body(parts[1][0]):
        inner = _head(*parts[1])  # "State—Mr. Lee": the body first
        if inner is not None and is_name(inner.name):
            inner.organization = inner.organization or parts[0][0]
            _attributes(inner, [part for part, _ in parts[2:]])
            inner.start += before
            return inner
    head, at = parts[0]
    held = BRACKETS.fullmatch(text[at + len(head) :].rstrip(" ."))
    if held and is_body(head) and any(person.titled for person in mentions(held[1])):
        inner = read_entry(held[1])  # "Norway (Mr Bo Ray)"
        if inner is not None:
            inner.start += at + len(head) + held.start(1) + before
            inner.organization = inner.organization or head
            return inner
    entry = None if PARTY.fullmatch(head) or NOBODY.fullmatch(head) else _head(head, at)
    if entry is None:
        return None
    rest = [part for part, _ in parts[1:] if not NOBODY.fullmatch(part) and not HANDLE.fullmatch(part)]
    if entry.role == entry.name and rest and is_name(rest[0], spaced=True):
        # "The French Ambassador, M. Herve Alphand": the office first, its holder after it.
        named = _head(rest[0], parts[1][1])
        if named is not None:
            entry, rest = Entry(named.name, named.start, role=entry.role), rest[1:]
    elif entry.role == entry.name and rest and (last := mentions(plain)[-1:]) and last[0].end == len(plain.rstrip()):
        # "Chairman, Board of Trade General Ann Lee": a long office, its holder at the end.
        begin = plain.rindex(last[0].name)
        entry, rest = Entry(last[0].name, begin, role=text[entry.start : begin].strip(" ,")), []
    _attributes(entry, rest)
    for remark in BRACKETS.finditer(text):
        if remark.start() > entry.start and remark[1] != nickname:
            _remark(entry, remark[1].strip())
    entry.start += before
    entry.aliases.extend([nickname] if nickname else [])
    return entry


def is_body(text: str) -> bool:
    """Whether words name a body rather than a person or an office: "State", "Defense Department", "JCS"."""
    tokens = tokenize(text)
    known = all(t.connects or t.office or (t.text.isupper() and "." not in t.text) for t in tokens)
    return bool(tokens) and known and len(tokens) <= 5 and not has_role(tokens) and tokens[0].text[0].isupper()


def _without_style(text: str) -> tuple[str, int]:
    """The entry without "His Excellency" or "The Honorable", and how many characters that were."""
    style = STYLE.match(text)
    return (text[style.end() :], style.end()) if style else (text, 0)


def _split(text: str) -> list[tuple[str, int]]:
    found, at = [], 0
    for match in SEPARATOR.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    return [
        (trimmed(text[a:b]), a + len(text[a:b]) - len(text[a:b].lstrip(" .*_"))) for a, b in _with_suffixes(text, found)
    ]


def _with_suffixes(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of an entry, "Jr." and "III" with the name that they follow."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        first = re.match(r"\s*(\w+)\.?(?=\s|$)", text[a:b])
        if len(joined) == 1 and text[a:b].strip(" .").lower() in words().suffixes:
            joined[0] = (joined[0][0], b)
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


def _head(head: str, at: int) -> Entry | None:
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
        while rest and (rest[0].lower in words().honorifics or rest[0].lower in words().ranks):
            rest = rest[1:]
        if len(rest) < len(tokens) and rest and is_name(head[rest[0].start :]):
            title = head[: rest[0].start].strip()
            role = title if any(t.lower in words().ranks for t in tokens[: -len(rest)]) else None
            return Entry(head[rest[0].start :], at + rest[0].start, role)
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


def _attributes(entry: Entry, rest: list[str]) -> None:
    """Role and organisation from the parts after the name."""
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
        entry.role = role if not entry.role or entry.role == role else f"{entry.role}, {role}"
    elif others:
        function = FUNCTION.fullmatch(others[0])
        if function:
            entry.role, others[0] = entry.role or function["role"], function["body"]
        entry.organization = entry.organization or ", ".join(others)


def _remark(entry: Entry, remark: str) -> None:
    """What brackets say of a person: handle, function, organisation; other remarks are left."""
    handle = HANDLE.search(remark)
    remark = FOR_ITEMS.sub("", remark)
    if handle:
        entry.aliases.append(handle[1])
    elif (
        not any(c.isalnum() for c in remark)
        or PRONOUNS.fullmatch(remark)
        or REMARKS.fullmatch(remark)
        or any(c.isdigit() for c in remark)
    ):
        return
    elif shortens(entry.name, remark) or (not remark.isascii() and not any("a" <= c.lower() <= "z" for c in remark)):
        entry.aliases.append(remark)
    elif remark.lower() in words().functions or JOB.fullmatch(remark):
        entry.role = entry.role or remark
    elif has_role(tokenize(remark)):
        split = split_office(remark)
        entry.role = entry.role or split.role
        entry.organization = entry.organization or split.organization
    elif entry.organization is None:
        entry.organization = remark
