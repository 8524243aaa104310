"""A list of people in one row, cut into its entries."""

import re

from ....words.short_names import are_initials
from ..naming.entry_parts import FROM, trimmed
from ..naming.names import mentions
from ..naming.shapes import is_group, is_name, is_small_name
from ..naming.tokens import tokenize
from ..words import is_office, is_role, words

PLURAL_TITLE = re.compile(r"(?:[^\W\d_a-z]\w+ )?(?P<role>[^\W\d_a-z][a-z]+)s\.?\s(?=[^\W\d_a-z])")
"""A title of several: "Senators Lee", "Council Members Ann Lee"."""

ONE_BRACKET = re.compile(r"(?P<name>[^()]+?)(?: \((?P<remark>[^()]*)\))?")
PAIR = re.compile(r"(?P<one>[^,;:()]+?) (?:and|&) (?P<other>[^,;:()]+?) [–—-] [^\W\d_a-z].*")
LEAD = re.compile(r"\A[ .\t\n]*(?:(?:and|&)\s+)?")
"""Before a piece of a list: "; and Members Ann Lee"."""
OFFICE_HALF = re.compile(r"[A-Z][a-z]+ and ")


def split_people(text: str) -> list[tuple[str, int]]:
    """Entries of a list in one row, each with its offset: "Ann Lee (Acme), Bo Ray, Chair; and Cy Fox"."""
    pieces = [part for whole in _pieces(text) for piece in _titled(*whole) for part in _of_one_title(*piece)]
    joined: list[tuple[str, int]] = []
    for piece, at in pieces:
        if ";" not in text and joined and _belongs(piece, joined[-1][0]) and not _is_apart(piece, joined):
            _, start = joined[-1]
            if len(joined) > 1 and OFFICE_HALF.fullmatch(text[start:at]):
                joined.pop()  # "Ann Lee, Resident and Humanitarian Coordinator"
                _, start = joined[-1]
            joined[-1] = (text[start : at + len(piece)], start)
        else:
            joined.append((piece, at))
    return joined


def _pieces(text: str) -> list[tuple[str, int]]:
    depth, at, found = 0, 0, []
    mark = r"[()\[\]]|;|,|\band\b|\s&\s" if ";" not in text else r"[()\[\]]|;"
    mark += r"|\s(?=@)" if text.startswith("@") else ""  # "@Ann Lee @Bo Ray"
    for match in re.finditer(mark, text):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            found.append((at, match.start()))
            at = match.end()
    found.append((at, len(text)))
    cleaned = []
    for a, b in found:
        piece = text[a:b]
        bare = LEAD.sub("", piece)
        if bare.strip(" .\t") and not (found[1:] and bare.strip() == "in attendance"):
            cleaned.append((trimmed(bare), b - len(bare)))
    return cleaned


def _titled(piece: str, at: int) -> list[tuple[str, int]]:
    """The people of a stretch between semicolons in which each name has its title: "Cllr Hale (Chair), Cllr Bright"."""
    parts = _pieces(piece)
    each = len(parts) > 1 and (
        all((named := mentions(part)) and named[0].titled and named[0].start == 0 for part, _ in parts)
        or all("(" in part and is_full_name(part) for part, _ in parts)
        or (len(parts) > 3 and all(is_full_name(part) or _opens_with_title(part) for part, _ in parts))
        or (len(parts) > 2 and "(" in piece and all(is_full_name(part) for part, _ in parts))
    )
    each = each or (len(parts) == 2 and "," not in piece and all(is_full_name(part) for part, _ in parts))
    return [(part, at + offset) for part, offset in parts] if each else [(piece, at)]


def _opens_with_title(part: str) -> bool:
    named = mentions(part)
    return len(named) == 1 and named[0].titled and named[0].start == 0 and named[0].end == len(part)


def pair_of(text: str) -> list[tuple[str, int]]:
    """Two people who share what a dash leads to, each with the offset: "Ann Lee and Bo Ray – Port Board"."""
    pair = PAIR.fullmatch(text)
    if pair is None or not (is_full_name(pair["one"]) and is_full_name(pair["other"])):
        return []
    return [(pair["one"], 0), (text[pair.start("other") :], pair.start("other"))]


def is_full_name(piece: str) -> bool:
    """Whether a piece is a name of two words or more, with nothing but a bracket behind it."""
    entry = ONE_BRACKET.fullmatch(piece)
    if entry is None:
        return False
    if entry["remark"] and are_initials(entry["name"], entry["remark"]):
        return True  # "Alan White (AW)"
    return is_name(entry["name"], spaced=True) and not is_group(entry["name"])


def _of_one_title(piece: str, at: int) -> list[tuple[str, int]]:
    """The people who share one title: "Council Members Ann Lee (Ward 1), Bo Ray and Cy Fox"."""
    title = PLURAL_TITLE.match(piece)
    if title is None or not is_role(title["role"]) or is_role(title[0].split()[-1]):
        return [(piece, at)]
    begin = at + title.end()
    return [(part, begin + offset) for part, offset in _pieces(piece[title.end() :])]


def _is_apart(piece: str, joined: list[tuple[str, int]]) -> bool:
    """Whether a body is listed beside people, and is nobody's: with an article after one who has a bracket, or after several bare names."""
    if not is_group(piece):
        return False
    before = [entry for entry, _ in joined[-2:]]
    bare = len(before) > 1 and not any(re.search(r"[,)\]]", entry) or is_group(entry) for entry in before)
    return bare or (before[-1].endswith((")", "]")) and piece.startswith(("the ", "our ", "The ")))


def _belongs(piece: str, before: str) -> bool:
    """Whether a piece says something of the person before it rather than naming the next one."""
    tokens = tokenize(piece)
    if piece.isupper() and len(piece) > 1 and "." not in piece:
        return True  # "IATSE"
    if piece.lower() in words().functions:
        return True
    if is_small_name(piece.partition(" (")[0]):
        return False  # "jo bell (Trustee)"
    if piece.lower().strip(".") in words().suffixes or piece.lower() in words().postnominals:
        return True
    if mentions(piece) or piece.startswith("@"):
        return False
    head, bracket, _ = piece.partition(" (")
    if bracket and not tokens[0].office and is_name(head, spaced=True):
        return False  # "Alan Pope (Port Board)"
    origin = FROM.search(piece)
    name = piece[: origin.start()] if origin else ""
    if is_name(name) and not any(is_office(w) for w in name.split()):
        return False  # "Bea from Acme"
    offices = sum(t.office for t in tokens if t.capital or t.text.isalpha())
    return offices > 0 and not (len(tokens) <= 3 and tokens[0].lower in words().ambiguous)
