"""Who is to act, in the words of a next step: "Ann to send it", "@ann: send it", "send it (Ann)"."""

import re
from collections.abc import Iterator

from ....words.closed_classes import NAME_PARTICLES
from ..layout.page import Page
from ..layout.rows import Row
from ..naming.entry_details import HANDLE
from ..naming.shapes import is_name
from ..people.roster import name_key
from ..words import is_office, is_role, words

# "Ann Lee to", "@ann will", "Ann and Bo to", "All to". The verb follows.
NAME = rf"@?[A-Z@][\w.'’-]*(?: (?:@?[A-Z][\w.'’-]*|{NAME_PARTICLES}))*"
_FURTHER = rf"(?:(?:\s*,\s*|\s*[&+]\s*|\s+and\s+|\s*/\s*){NAME})*"
"""Those who are named beside the first one."""
_NAMES = rf"{NAME}{_FURTHER}"
_ASIDE = r"(?:\s*\([^()]{2,60}\)(?=\s+(?:to|will|shall|should|must)\s))?"
"""What is told of an owner in brackets, before the verb: "Ann Lee (Treasurer) to send it"."""
LEADING_OWNER = re.compile(
    rf"(?P<owner>(?:{NAME}|all|everyone|everybody|[Tt]he [a-z]+|[A-Z][a-z]+ [a-z]+s){_FURTHER}){_ASIDE}\s+(?:to|will|shall|should|must|is to|are to|(?:has |have )?(?:agreed|volunteered|undertaken|undertook|offered|promised) to)\s+(?P<task>\S.*)",
    re.DOTALL,
)
HANDLES = re.compile(
    r"(?P<owner>@[\w-]+(?:\s*(?:,|&|\+|and|/)\s*@[\w-]+)*)"
    + _ASIDE
    + r"\s*(?:[:–—-]\s*|\s+)(?:(?:to|will|shall|should|must)\s+)?(?P<task>[^@\s].*)",
    re.DOTALL,
)
CALLED_IN_FULL = re.compile(
    r"@(?P<owner>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)\s*(?:[:–—-]\s*)?(?:(?:to|will|shall|should) )?(?P<task>[a-z].*)",
    re.DOTALL,
)
"""Somebody who is called by the full name: "@Ann Lee change the form"."""
BRACKETED_OWNER = re.compile(rf"[\[(](?P<owner>{_NAMES})[\])]\s*:?\s+(?:to\s+)?(?P<task>\S.*)", re.DOTALL)
"""Whose step it is, before it: "[Ann] ask the yard", "(@ann) ask the yard"."""
LABELLED_OWNER = re.compile(
    rf"\[?(?P<owner>{_NAMES})\]?(?: \([^()]{{2,30}}\)(?=:))?\s*(?::|\s(?:[–—]|--?|→|->|=>))\s+(?P<task>\S.*)", re.DOTALL
)
SMALL_OWNER = re.compile(
    r"(?P<owner>[a-z][\w-]{1,20})\s*(?::|\s[–—-]|\s(?:to|will|should))\s+(?P<task>\S.*)", re.DOTALL
)
"""The same of somebody who is written in small letters: "bert: ask the yard"."""
PRESENT_OWNER = re.compile(rf"(?P<owner>{NAME}) (?P<task>[a-z]{{2,}}s (?!(?:is|are|was|were|be)\b)\S.*)", re.DOTALL)
"""A next step in the form of the present: "Ann Lee informs the crews"."""
OWNER_AT_END = re.compile(rf"(?P<task>\S.{{8,}}?):\s+(?P<owner>{NAME})", re.DOTALL)
TRAILING_OWNER = re.compile(
    r"(?P<task>.*?\S)\s*(?:[(\[](?P<owner>[^()\[\]]{2,60}?)(?:, (?:by|before|due|until) [^()\[\]]{2,40})?[)\]]|\s[-–—]\s(?P<dash>[@A-Z][\w .'’-]{1,40}))\s*[.;]?(?:\s*[(\[][^()\[\]]{0,60}[)\]])*",
    re.DOTALL,
)
OWNER_FIELD = re.compile(
    r"(?P<task>.*?\S)[\s;,.(\[–—-]*\b(?:owners?|assignees?|assigned to|responsible|lead)\s*:\s*(?P<owner>[^;,()\[\]]{2,60}?)[)\]]?\s*(?:[;,.].*)?",
    re.DOTALL | re.IGNORECASE,
)
GROUPS = frozenset(
    """
    all everyone staff secretariat chair chairs team board committee council group editors members maintainers
    secretary treasurer clerk
    """.split()
)
ARTEFACTS = frozenset(
    "PR PRS MR RFC ADR API URL PDF FAQ CI CD UI UX DB SQL CSV CSS HTML SDK CLI CPU GPU TBD TBC TBA ETA NB FYI AOB POC KPI OKR".split()
)
"""Short words in capitals that are nobody's initials."""
REQUESTS = frozenset(
    "ask tell get invite remind use request help allow encourage contact email chase urge instruct prompt nudge persuade convince want"
    " need expect enable require push ping call phone ring approach commission hire engage appoint have let".split()
)
"""Verbs that begin an order about somebody else: "Ask Ann to ..."."""
VERBS = frozenset("RESOLVED AGREED DECIDED NOTED APPROVED VOTED MOVED ADOPTED ACTION".split())
"""Words in capitals by which minutes mark what was done; no part of a name."""
_NAME = r"[^\W\d_a-z][^\W\d_]*[a-zà-ÿ][^\W\d_]*"
_FORMS = (
    re.compile(rf".*\((?P<who>{_NAME}(?:(?:, ?| ?& ?| and |/){_NAME}){{0,3}})\)[.\s]*", re.DOTALL),
    re.compile(rf"(?P<who>{_NAME}(?:(?:, ?| ?& ?| and |/){_NAME}){{0,3}})(?: [–—-]|:) \S.*", re.DOTALL),
)
"""Where they stand: "ring the mill (Ann)", "Ann - ring the mill"."""
_FEWEST = 2
_SHARE = 0.6


def split_owner(text: str, people: frozenset[str]) -> tuple[str | None, str]:
    """Who is to act and what is left to do."""
    called = CALLED_IN_FULL.fullmatch(text)
    if called is not None and set(name_key(called["owner"])) <= people:
        return called["owner"], called["task"]
    for pattern in (BRACKETED_OWNER, HANDLES, LEADING_OWNER, OWNER_FIELD, TRAILING_OWNER, LABELLED_OWNER):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        owner = match["owner"] or match.groupdict().get("dash") or ""
        if (
            not owns(owner, people)
            or _is_asked(owner, people)
            or (pattern is BRACKETED_OWNER and _is_tag(owner, people))
        ):
            continue
        return owner.replace("@", "").strip(), match["task"]
    for pattern in (PRESENT_OWNER, SMALL_OWNER, OWNER_AT_END):
        match = pattern.fullmatch(text.rstrip(" .;"))
        if match and set(name_key(match["owner"])) <= people and owns(match["owner"], people):
            return match["owner"].replace("@", "").strip(), match["task"]
    return None, text


def _is_asked(owner: str, people: frozenset[str]) -> bool:
    """Whether a request stands before the name: in "Ask Ann to send it" she is not the one who asks."""
    first = owner.split()[0].lower()
    return " " in owner and first in REQUESTS and first not in people


def _is_tag(owner: str, people: frozenset[str]) -> bool:
    """Whether brackets hold a mark such as "[WIP]" rather than somebody."""
    return not (owner.startswith("@") or is_name(owner, spaced=True) or set(name_key(owner)) & people)


def owns(owner: str, people: frozenset[str]) -> bool:
    """Whether words name somebody who can act: a handle, a known person, two words in the shape of a name, a body."""
    parts = [p.strip() for p in re.split(r",|&|\+|/|\band\b", owner) if p.strip()]
    return bool(parts) and all(_one_owns(part, people) for part in parts)


def _describes(word: str) -> bool:
    """Whether a word in small letters may open a name: an article, an office, a particle."""
    return word in ("the", "our") or is_office(word) or is_role(word) or word in NAME_PARTICLES.split("|")


def _one_owns(part: str, people: frozenset[str]) -> bool:
    if HANDLE.fullmatch(part) or part.lower().removeprefix("the ") in GROUPS:
        return True
    key = tuple(word.removesuffix("'s") for word in name_key(part))  # "Mr Lee's team"
    said = part.split()
    if not key or any(c.isdigit() for c in part) or said[-1] in ARTEFACTS or not VERBS.isdisjoint(said):
        return False  # "Add PR"
    if said[0].islower() and said[0] not in people and len(said) > 1 and not _describes(said[0]):
        return False  # "check with @ann?"
    if any(word in people for word in key):
        return True
    if part.isupper() and 2 <= len(part) <= 5 and part.isalpha():
        return True
    if len(part) == 1:  # "H to ask Bo", where one who is known begins so
        return part.isupper() and part != "I" and sum(word[0] == part.lower() for word in people) == 1
    office = any(is_office(w) for w in part.split())
    return is_name(part, spaced=True) or (
        office
        and part[0].isupper()
        and len(part.split()) <= 5
        and part.split()[-1].lower() in words().bodies | words().roles
    )


def owners_of_list(page: Page, entries: list[Row]) -> frozenset[str]:
    """Words of the names of those who own most of these entries, all in one form; none where a word of them is common."""
    for form in _FORMS:
        found = [match["who"] for row in entries if (match := form.fullmatch(row.text))]
        if len(found) < _FEWEST or len(found) < _SHARE * len(entries):
            continue
        names = {name for who in found for name in _names(who)}
        if all(_is_somebody(page, name) for name in names):
            return frozenset(word for name in names for word in name_key(name))
    return frozenset()


def _names(who: str) -> Iterator[str]:
    return (part for part in re.split(r", ?| ?& ?| and |/", who) if part)


def _is_somebody(page: Page, name: str) -> bool:
    lower = name.lower()
    if not is_name(name) or name.upper() in ARTEFACTS or is_office(name) or lower in words().stops:
        return False
    return re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", page.text) is None
