"""One entry of a list of people, in the many ways in which people are listed.

"Ann Lee", "Ann Lee (Acme)", "Ann Lee (@ann)", "@ann", "Ann Lee - Acme", "Ann Lee, Chair, Acme", "NEA—Ann Lee",
"Mr. Ann Lee, Minister, French Embassy", "Ambassador Lee of France", "The Secretary".
"""

import re

from ....words.short_names import are_initials, leaves_out_none, without_nickname
from .entry_details import HANDLE, JOB, add_attributes, add_remark
from .entry_parts import Entry, head_of, split_parts, without_style
from .names import mentions
from .offices import has_role
from .shapes import is_body, is_group, is_name, is_small_name
from .tokens import tokenize

BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)(?:[)\]]|\Z)")
LOOSE_HANDLE = re.compile(r"(?<=[\w.]) (@[\w-]+)\s*\Z")
"""A handle behind a name, without brackets: "Ann Lee @ann"."""
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
CALLED_IN_FULL = re.compile(r"\s*@(?=[^\W\d_a-z][\w.'’-]+ [^\W\d_a-z])")
"""The sign before somebody who is called by the full name, as editors of notes set it: "@Ann Lee"."""
LONGEST_ENTRY = 400


def read_entry(text: str) -> Entry | None:
    """The person of one entry, or None where it names nobody."""
    if len(text) > LONGEST_ENTRY or NOBODY.fullmatch(text.strip()):
        return None
    if (called := CALLED_IN_FULL.match(text)) is not None and (entry := read_entry(text[called.end() :])) is not None:
        entry.start += called.end()
        return entry
    handle = HANDLE.match(text.strip())
    if handle and not re.match(r"\s+[A-Z]", text.strip()[handle.end() :]):
        return Entry(handle[1], text.index("@") + 1)
    text, before = without_style(LOOSE_HANDLE.sub(r"(\1", text))
    initials = INITIALS.match(text)
    if initials:
        entry = _after_initials(text, initials)
    else:
        entry = _after_code(text) or _after_bare_initials(text) or _in_parts(text)
    if entry is not None:
        entry.start += before
    return entry


def _after_initials(text: str, initials: re.Match[str]) -> Entry | None:
    """ "JB: Jo Bell", and "NSC: Ann Lee", where the letters are those of a body; not "AI: landed"."""
    entry = read_entry(text[initials.end() :])
    if entry is None:
        return None
    entry.start += initials.end()
    if leaves_out_none(initials[1], entry.name):
        entry.aliases.append(initials[1])
    elif entry.name.islower():
        return None
    else:
        entry.organization = entry.organization or initials[1]
    return entry


def _after_code(text: str) -> Entry | None:
    code = CODE.match(text)
    entry = read_entry(text[code.end() :]) if code else None
    if code is None or entry is None:
        return None
    entry.start += code.end()
    entry.organization = entry.organization or code[1]
    return entry


def _after_bare_initials(text: str) -> Entry | None:
    called = BARE_INITIALS.match(text)
    entry = read_entry(text[called.end() :]) if called else None
    if called is None or entry is None or not are_initials(entry.name, called[1]):
        return None
    entry.start += called.end()
    entry.aliases.append(called[1])
    return entry


def _in_parts(text: str) -> Entry | None:
    """An entry by its parts between commas and dashes."""
    plain, nickname = without_nickname(WIDE_GAP.sub(lambda m: ",".ljust(len(m[0])), text))
    plain = _without_brackets(plain)
    parts = [(part, at) for part, at in split_parts(plain) if part]
    if not parts:
        return None
    group = is_group(parts[0][0])
    if (entry := _behind_body(parts, group=group) or _in_brackets_of_body(text, *parts[0])) is not None:
        return entry
    head, at = parts[0]
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
    entry.aliases.extend([nickname] if nickname else [])
    return entry


def _behind_body(parts: list[tuple[str, int]], *, group: bool) -> Entry | None:
    """ "State—Mr. Lee": the body first."""
    if len(parts) < 2 or not (group or is_body(parts[0][0])) or is_body(parts[1][0]):
        return None
    entry = head_of(*parts[1])
    if entry is None or not is_name(entry.name, spaced=group and entry.role is None):
        return None
    entry.organization = entry.organization or parts[0][0]
    add_attributes(entry, [part for part, _ in parts[2:]])
    return entry


def _in_brackets_of_body(text: str, head: str, at: int) -> Entry | None:
    """ "Norway (Mr Bo Ray)"."""
    held = BRACKETS.fullmatch(text[at + len(head) :].rstrip(" ."))
    if held is None or not is_body(head) or not any(person.titled for person in mentions(held[1])):
        return None
    entry = read_entry(held[1])
    if entry is not None:
        entry.start += at + len(head) + held.start(1)
        entry.organization = entry.organization or head
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
