"""Rows of a list that name no person but a side, "U.S. Side:", "UNITED KINGDOM", and rows that are surely a person's."""

import re

from ....words.short_names import leaves_out_none
from ..naming.entries import NOBODY, read_entry
from ..naming.shapes import is_body, is_name
from ..naming.tokens import tokenize
from ..words import is_role, words
from .labels import read_label
from .rows import Row

LONGEST_SIDE = 60
LONGEST_PERSON = 160
"""Characters of an entry that stands on a row without any mark of a list."""
AROUND = re.compile(
    r"^(?:for|from|on behalf of|representing) (?:the )?|^the (?=\w+ (?:side|delegation))|\s+(?:participants|side|delegation)$",
    re.IGNORECASE,
)
SIDE_LABEL = re.compile(r"(?:for|from|on behalf of|representing) (?:the )?(?P<side>\w.{1,50})", re.IGNORECASE)
"""A label before the people of one side: "For the company:"."""
GROUP_WORDS = frozenset(
    {"the", "participants", "side", "delegation", "others", "foreign", "for", "from", "representing"}
)
GROUP_NOUN = re.compile(r"\b(?:side|delegation|participants|foreign|others)\b", re.IGNORECASE)
STATE_WORDS = frozenset({"united", "soviet", "republic", "kingdom", "union"})
PART_OF_SIDE = re.compile(
    r"\s*(?:and )?(?P<label>(?:for|from|representing|on behalf of) [^,:;]{2,40}(?=[,:])|[^,:;]{2,40}(?=:))[,:]\s*",
    re.IGNORECASE,
)
CODED = re.compile(r"(?:[—–-]|:)\s*(?:\S+\.?\s+){0,2}$")
"""What parts a body from its people: "State—Mr. Lee"."""
FOLLOWS_NAME = re.compile(r"\s*(?:$|[,;(\[|–—-]|(?:of|to|for|from)\s)")
SENTENCE_END = re.compile(r"\b[a-z]{2,}[.?!]$")
DISTRIBUTION = re.compile(
    r"(?:copies(?: to)?|cc|distribution|distributed to|(?:action|copy|info|information) (?:to|copies)|classification)",
    re.IGNORECASE,
)
"""Labels before those to whom a record goes."""
NO_SIDE = re.compile(
    rf"{DISTRIBUTION.pattern}|(?:drafted|prepared|reported|approved|cleared|recorded|transcribed|typed|reviewed) by|drafter|drafting officers?|authors?|signed|"
    r"to|from|through|via|ref|for (?:the )?(?:record|information|action|approval|decision|discussion|signature|attention|reference|immediate release)\b.*|subjects?|summary|agenda|background|"
    r"introduction|enclosures?|attachments?|references?|(?:date|time|place|venue|location)(?:(?: and |/| & )(?:date|time|place))?(?: of .*)?"
    r"|(?:the )?motions? (?:was |is )?(?:carried|passed|approved|adopted|failed|lost|defeated|by|to)\b.*",
    re.IGNORECASE,
)
"""Labels of a record that stand before no people who took part."""


def side_of(text: str) -> str | None:
    """The side that a row names in so many words, else None: "Norwegian Side", "For the union", "U.S./U.K."."""
    label, gap, rest = re.split(r"(\t| {3,})", text, maxsplit=1) if "\t" in text or "   " in text else (text, "", "")
    text = (rest if gap and read_label(label) else text).strip(" *_\t")  # "PARTICIPANTS     U.S."
    plain = text.rstrip(" :–—-")
    if not plain or len(plain) > LONGEST_SIDE or NO_SIDE.fullmatch(plain):
        return None
    labelled = SIDE_LABEL.fullmatch(plain) is not None and plain != text
    tokens = [t for t in tokenize(plain) if t.text != "/"]
    nation = any(_of_nation(t.text) for t in tokens) or GROUP_NOUN.search(plain) is not None
    bodies = all(t.connects or t.lower in GROUP_WORDS or t.office for t in tokens)
    if labelled and tokens[-1].role:
        return None  # "From the editor:"
    if not labelled and not (nation and bodies and not any(t.role for t in tokens)):
        return None
    return AROUND.sub("", AROUND.sub("", plain)).strip() or plain


def body_of(label: str, rest: str) -> str | None:
    """The body that a label names before one of its people: "Defense: Deputy Secretary Clem", "NSC: Mr. Ray"."""
    label = label.strip(" *_")
    tokens = tokenize(label)
    body = all(t.connects or t.text.isupper() or t.office for t in tokens)
    if not body or not tokens or any(t.role for t in tokens) or not is_person(rest):
        return None
    entry = read_entry(rest)
    return None if entry is None or leaves_out_none(label, entry.name) else label  # "JB: Jo Bell"


def by_side(text: str) -> list[tuple[str | None, str, int]]:
    """Side, words and offset of each part of "US: Mr. Lee, Mr. Ray; UK: Lord Crome"; empty where most parts name none."""
    found: list[tuple[str | None, str, int]] = []
    at = 0
    for part in text.split(";"):
        match = PART_OF_SIDE.match(part)
        side = side_of(f"{match['label']}:") if match else None
        begin = match.end() if match and side else 0
        found.append((side, part[begin:].rstrip(" ."), at + begin))
        at += len(part) + 1
    sided = sum(side is not None for side, _, _ in found)
    return found if sided == len(found) or (sided > 1 and sided > len(found) / 2) else []


def opens_side(rows: list[Row], at: int) -> bool:
    """Whether a row names a side, and the row below it is one of its people."""
    if at + 1 >= len(rows):
        return False
    text = rows[at].text.strip(" *_")
    side = side_of(text) is not None or (text.endswith(":") and is_body(text[:-1]) and not NO_SIDE.fullmatch(text[:-1]))
    return side and is_person(rows[at + 1].text)


def is_person(text: str, *, titled: bool = False) -> bool:
    """Whether a row is nothing but a person with an office, a form of address or a body: "Mr. Lee, EUR", "The Secretary".

    With `titled`, a body is not enough: "Ann Lee (Acme)" may be a heading.
    """
    text = text.strip(" *_")
    if len(text) > LONGEST_PERSON or SENTENCE_END.search(text) or NOBODY.fullmatch(text) or re.search(r":\s", text):
        return False
    entry = read_entry(text)
    if entry is None or any(c.isdigit() for c in entry.name) or not _ends_name(text, entry.start + len(entry.name)):
        return False
    if entry.role:
        return entry.role == entry.name or is_name(entry.name)
    first = text.split()[0].lower()
    addressed = first in words().honorifics or first in words().ranks
    coded = CODED.search(text[: entry.start]) is not None
    return addressed or ((coded or not titled) and bool(entry.organization) and is_name(entry.name, spaced=True))


def _ends_name(text: str, at: int) -> bool:
    """Whether a name ends there: before a mark, a body or an office."""
    follows = text[at:].split()
    return FOLLOWS_NAME.match(text, at) is not None or (bool(follows) and is_role(follows[0]))


def _of_nation(word: str) -> bool:
    lower = word.lower()
    return lower in words().countries or lower in words().nations or lower in STATE_WORDS
