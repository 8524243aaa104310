"""One entry of a list of people, in the many ways in which people are listed.

"Ann Lee", "Ann Lee (Acme)", "Ann Lee (@ann)", "@ann", "Ann Lee - Acme", "Ann Lee, Chair, Acme", "NEA—Ann Lee",
"Mr. Ann Lee, Minister, French Embassy", "Ambassador Lee of France", "The Secretary".
"""

import re

from ....nicknames import without_nickname
from .entry_details import HANDLE, JOB, add_attributes, add_remark
from .entry_heads import Entry, head_of
from .entry_parts import split_parts, without_style
from .names import mentions
from .offices import has_role
from .shapes import are_initials, bears, is_body, is_group, is_name, is_small_name
from .tokens import tokenize

BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
CODE = re.compile(r"([A-Z]{1,5}(?:/[A-Z]{1,5})*)\s*[—–-]\s*(?=[A-Z][\w.]*\s)")
"""An office symbol before the name: "NEA—", "S/P—"."""
INITIALS = re.compile(r"[*_]*([A-Z]{2,4})\s*[:=]\s+(?=\w)")
"""Initials by which the minutes call somebody: "JB: Jo Bell"."""
BARE_INITIALS = re.compile(r"([A-Z]{2,4})\s+(?=[A-Z][\w.’'-]*[^\W\d_A-Z])")
"""The same in a column of their own: "JB  Jo Bell"."""
WIDE_GAP = re.compile(r" {3,}")
NOBODY = re.compile(
    r"(?:none|n/?a|(?:and )?(?:myself|me|us|yours truly)|nobody|no one|tbd|tbc|everyone|all|various|others?|(?:and )?(?:the )?other [a-z]{3,}(?: [a-z]{2,}){0,6}|(?:and )?the undersigned|et al\.?|see .*|(?:\d+|one|two|three|four|five|six|several|some|a few|no|members of the) .*|public|unknown|quorum.*|and|\W*)",
    re.IGNORECASE,
)
PARTY = re.compile(
    r"(?:observers?|witness(?:es)?|guests?|visitors?|participants?|attendees?|experts?|speakers?|someone|somebody)",
    re.IGNORECASE,
)
"""Words for those who were there that name nobody."""
LONGEST_ENTRY = 400


def read_entry(text: str) -> Entry | None:
    """The person of one entry, or None where it names nobody."""
    if len(text) > LONGEST_ENTRY or NOBODY.fullmatch(text.strip()):
        return None
    handle = HANDLE.match(text.strip())
    if handle and not re.match(r"\s+[A-Z]", text.strip()[handle.end() :]):
        return Entry(handle[1], text.index("@") + 1)
    text, before = without_style(text)
    code = CODE.match(text)
    if code:
        inner = read_entry(text[code.end() :])
        if inner is not None:
            inner.start += code.end() + before
            inner.organization = inner.organization or code[1]
            return inner
    initials = INITIALS.match(text)
    if initials:
        inner = read_entry(text[initials.end() :]) or _called(text[initials.end() :], initials[1])
        if inner is not None:
            inner.start += initials.end() + before
            if bears(inner.name, initials[1]):
                inner.aliases.append(initials[1])
            elif inner.name.islower():
                return None  # "AI: landed"
            else:  # "NSC: Ann Lee"
                inner.organization = inner.organization or initials[1]
        return inner
    called = BARE_INITIALS.match(text)
    if called and (inner := read_entry(text[called.end() :])) is not None and are_initials(inner.name, called[1]):
        inner.start += called.end() + before
        inner.aliases.append(called[1])
        return inner
    plain = WIDE_GAP.sub(lambda m: ",".ljust(len(m[0])), text)
    plain, nickname = without_nickname(plain)
    plain = _without_brackets(plain)
    parts = [(m_text, at) for m_text, at in split_parts(plain) if m_text]
    if not parts:
        return None
    group = is_group(parts[0][0])
    if len(parts) > 1 and (group or is_body(parts[0][0])) and not is_body(parts[1][0]):
        inner = head_of(*parts[1])  # "State—Mr. Lee": the body first
        if inner is not None and is_name(inner.name, spaced=group and inner.role is None):
            inner.organization = inner.organization or parts[0][0]
            add_attributes(inner, [part for part, _ in parts[2:]])
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
    nobody = group or PARTY.fullmatch(head) or NOBODY.fullmatch(head)
    entry = None if nobody else head_of(head, at) or _in_small_letters(text, head, at)
    if entry is None:
        return None
    rest = [
        part
        for part, _ in parts[1:]
        if not (NOBODY.fullmatch(part) or HANDLE.fullmatch(part) or part.endswith(("?", "!")))
    ]
    if entry.role == entry.name and rest and is_name(rest[0], spaced=True):
        # "The French Ambassador, M. Herve Alphand": the office first, its holder after it.
        named = head_of(rest[0], parts[1][1])
        if named is not None:
            entry, rest = Entry(named.name, named.start, role=entry.role), rest[1:]
    elif entry.role == entry.name and rest and (last := mentions(plain)[-1:]) and last[0].end == len(plain.rstrip()):
        # "Chairman, Board of Trade General Ann Lee": a long office, its holder at the end.
        begin = plain.rindex(last[0].name)
        entry, rest = Entry(last[0].name, begin, role=text[entry.start : begin].strip(" ,")), []
    add_attributes(entry, rest)
    _add_remarks(entry, text, nickname)
    entry.start += before
    entry.aliases.extend([nickname] if nickname else [])
    return entry


def names_group(text: str) -> bool:
    """Whether an entry names a body or several people and nobody besides: it belongs in a list of people all the same."""
    return is_group(_without_brackets(text)) and read_entry(text) is None


def _without_brackets(text: str) -> str:
    """The text with blanks for its brackets, or with a comma where words follow a full name: "Ann Lee (@ann) ACME"."""

    def blank(found: re.Match[str]) -> str:
        follows = text[found.end() :].lstrip()[:1].isupper()
        named = found[1].startswith("@") or is_name(text[: found.start()], spaced=True)
        return ("," if follows and named else "").ljust(len(found[0]))

    return BRACKETS.sub(blank, text)


def _called(text: str, initials: str) -> Entry | None:
    """Somebody in small letters whom the initials before the name bear out: "JB: jo bell (@jo)"."""
    head, at = split_parts(_without_brackets(text))[0]
    if not is_small_name(head) or "".join(part[0] for part in head.split()).upper() != initials:
        return None
    entry = Entry(head, at)
    _add_remarks(entry, text)
    return entry


def _in_small_letters(text: str, head: str, at: int) -> Entry | None:
    """Somebody in small letters beside whom brackets have a handle or an office: "jo bell (@jo)", "jo bell (Trustee)"."""
    remark = BRACKETS.match(text, at + len(head))
    if remark is None or not is_small_name(head):
        return None
    borne = (
        HANDLE.fullmatch(remark[1])
        or JOB.fullmatch(remark[1])
        or (remark[1].istitle() and has_role(tokenize(remark[1])))
    )
    return Entry(head, at) if borne else None


def _add_remarks(entry: Entry, text: str, nickname: str | None = None) -> None:
    """What the brackets after the name say."""
    for remark in BRACKETS.finditer(text):
        if remark.start() > entry.start and remark[1] != nickname:
            add_remark(entry, remark[1].strip())
