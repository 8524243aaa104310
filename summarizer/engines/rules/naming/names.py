"""Persons in running text, by the grammar of offices: "Secretary of State Ann Lee", "Ann Lee, Head of Navy".

A run is a stretch of capitalised words with the small words between them. It falls into pieces:
offices, which go on as long as their words are words of offices and bodies, and names, which are
what is left. How the pieces follow each other tells which office is whose.
"""

import re
from dataclasses import dataclass

from ..words import is_role, words
from .offices import Office, has_role, split_office
from .pieces import Piece, pieces
from .shapes import is_adjective, may_precede, names_vessel, of_a_pass, plausible
from .tokens import Token, tokenize

DEFINITE = re.compile(
    r"(?:^|\b(?:the|its|his|her|their|our|visiting|new|and|by|with)|['’]s?|[.;:—–-])\s*$", re.IGNORECASE
)
"""Before an office that has one holder."""
LONGEST_RUN = 20_000
"""Characters of running words in which people are looked for; what that costs grows faster than they do."""
BEHIND = re.compile(r"\s*\([^()]*\),\s+(?=[^\W\d_a-z])")
"""What tells each person of a list apart and where the body begins: " (NY-07), Port Board"."""
BEFORE_HOLDER = re.compile(r"(?:(?:of|for) (?:the |its |their )?[\w-]+(?: [\w-]+){0,4})?,")
"""Between an office and its one holder: "the chair of the current session, Ann Lee"."""
OF_COUNTRY = re.compile(r"\b(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})['’]s? $")
LONGEST_COUNTRY = 30
"""Characters of its name, with the mark behind it."""
NAME = re.compile(r"[^\W\d_a-z]\w*(?:[-'’]\w+)?(?: [^\W\d_a-z][\w'’-]+)?")
SEVERAL = re.compile(
    rf"\b(?:Messrs\.?|Mmes\.?|Drs\.?|Senators|Congressmen|Ambassadors|Generals) (?P<names>{NAME.pattern}(?:, {NAME.pattern})*,? (?:and|&) {NAME.pattern})"
)
VENUES = frozenset(
    "palace house hotel residence airport castle hall square villa centre center headquarters building office embassy summit forum conference meeting dinner ceremony".split()
)
"""Where somebody was met: "President Lee at the Summer Palace"."""
OF_ADDRESS = tuple(
    "cllr councillor councilmember councilman councilwoman alderman senator representative trustee".split()
)
"""Titles of each of several members, before a surname."""
TOLD = re.compile(r"\b(?!the\b|its?\b|our\b|their\b|his\b|her\b|who\b|was\b)[a-z]{2,}\b[^()]*,")
"""Between a name and an office that is another one's: "Mr. Lee explained, the President has decided"."""
THE = re.compile(r"\b[Tt]he\s*$")
ELECTED_AS = re.compile(r"\bas\s*$")
"""Before the office that somebody is given who was named before: "to nominate Mr. Lee as Chair, Mr. Ray seconded"."""
CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]* $")
COUNTED = re.compile(r" \d{1,3}\b(?! ?[ap]\.?m)")
"""Behind a district, not a surname: "Commissioner Precinct 3"."""
HOLDER_ENDS = re.compile(r"\.?(?:['’]s?\b|\s*(?:[,.;:()—–]|$)|\s(?:and|as|also|said|met|held)\b)")


@dataclass
class Mention:
    """A person where a sentence names one. Offsets are into the sentence."""

    name: str
    start: int
    end: int
    role: str | None = None
    organization: str | None = None
    possessive: bool = False
    titled: bool = False
    """Whether an office stands before the name; another one before the next name is then the next person's."""
    apposed: bool = False
    """Whether an office stands after the name."""

    def take(self, office: Office) -> None:
        """Add an office to the rank or role it has."""
        if office.role and office.role != self.role:
            self.role = f"{self.role}, {office.role}" if self.role else office.role
        self.organization = self.organization or office.organization


def mentions(sentence: str, *, bare: bool = False) -> list[Mention]:
    """Every person whom the sentence names with an office, a rank or a form of address.

    With `bare`, names of two and more words that stand alone are taken too: for lists of people.
    """
    found = _mentions(sentence, bare=bare)
    if _lost_its_rows(sentence, found):
        for person in found:
            person.organization = None
    return found


def lost_its_rows(text: str) -> bool:
    """Whether a list ran together: of "Ann Lee (X), Port Board Whip Bo Ray (Y), City Council" the board is Ann Lee's.

    Where one body ends and the next person's office begins is not to be told: better no body than the wrong one.
    """
    return len(text) <= LONGEST_RUN and text.count("),") > 1 and _lost_its_rows(text, _mentions(text, bare=True))


def _lost_its_rows(text: str, found: list[Mention]) -> bool:
    behind = [BEHIND.match(text, one.end) for one in found]
    if len(found) < 2 or not all(behind):
        return False
    bodies = [
        text[mark.end() : text.index(one.name, one.start)].strip() != (one.role or "")
        for mark, one in zip(behind, found[1:], strict=False)
        if mark is not None
    ]
    return all(bodies) and (found[0].organization is None or text[: found[0].start].rstrip().endswith("),"))


def _mentions(sentence: str, *, bare: bool = False) -> list[Mention]:
    found: list[Mention] = []
    office: list[Piece] = []  # waiting for its name
    waiting: Mention | None = None  # named, without an office yet
    found_pieces = list(pieces(tokenize(sentence)))
    for at, piece in enumerate(found_pieces):
        if piece.name:
            joined = bool(office) and (piece.joint == "" or _held_by(sentence, office, piece))
            person = _person(sentence, piece, office if joined else [])
            office = []
            waiting = None
            if person is None:
                continue
            if person.titled or bare:
                found.append(person)
            waiting = person
            continue
        if piece.joint == "," and all(token.lower in words().suffixes for token in piece.tokens):
            continue  # "Bo Duval, Jr., Hon. Ann Lee": it belongs to the name before it
        followed = at + 1 < len(found_pieces) and found_pieces[at + 1].name and found_pieces[at + 1].joint == ""
        apposed = piece.joint == "," and piece.role and not followed
        if (
            waiting is not None
            and apposed
            and not TOLD.search(sentence, waiting.end, piece.start)
            and not _full_title(waiting)
        ):
            waiting.take(split_office(sentence[piece.start : piece.end]))
            waiting.end, waiting.apposed = piece.end, True
            if not any(person is waiting for person in found):
                found.append(waiting)
            office = []
            continue
        if waiting is not None and waiting.apposed and piece.joint == "and" and not followed:
            _take_second(sentence, waiting, piece)
            continue
        rank = has_role([token for part in office for token in part.tokens]) and piece.joint == "," and followed
        rank = rank and all(_of_rank(token) for token in piece.tokens)
        if office and piece.joint == "and" and not _one_office(sentence, office[-1], piece):
            office = []
        if not (rank and _between(sentence, office[-1], piece) == ",") and (
            piece.joint not in ("", "and") or not office
        ):
            office = []
        office.append(piece)
        if piece.joint not in ("and", ""):
            waiting = waiting if piece.joint == "," else None
    return sorted([*found, *_several(sentence, found)], key=lambda person: person.start)


def _take_second(sentence: str, person: Mention, piece: Piece) -> None:
    """Add the office behind an "and" to a person who has one behind the name."""
    words_ = sentence[piece.start : piece.end]
    if piece.role or not person.role:
        person.take(split_office(words_))
    elif sentence[person.end : piece.start].strip(" ,").lower() in ("and", "&"):
        person.role = f"{person.role} and {words_}"  # "Assistant Secretary for Roads and Port Affairs"
    person.end = piece.end


def _country_before(sentence: str, office: int) -> str | None:
    """The country whose office it is: "Vietnam's Deputy Prime Minister"."""
    of = OF_COUNTRY.search(sentence, max(0, office - LONGEST_COUNTRY), office)
    named = of["name"].removeprefix("the ").lower() if of else ""
    return of["name"] if of and named in words().countries else None


def _several(sentence: str, found: list[Mention]) -> list[Mention]:
    """Those who share one title: "Messrs. Kern and Brandt"."""
    people = []
    for group in SEVERAL.finditer(sentence):
        for name in NAME.finditer(sentence, group.start("names"), group.end("names")):
            if not any(other.start < name.end() and name.start() < other.end for other in found):
                people.append(Mention(name[0], *name.span(), titled=True))
    return people


def _one_office(sentence: str, before: Piece, after: Piece) -> bool:
    """Whether "and" joins two offices of one person; not in "the Secretary and Mr. Lee", "the President asked and Ambassador Lee"."""
    if all(token.lower in words().honorifics for token in after.tokens):
        return False
    if len(after.tokens) == 1 and after.tokens[0].lower.startswith(OF_ADDRESS) and THE.search(sentence[: before.start]):
        return False  # "the Clerk and Cllr Lee"
    return all(w.strip(",").lower() in ("and", "&", "the", "") for w in _between(sentence, before, after).split())


def _of_rank(token: Token) -> bool:
    known = words()
    return (
        token.lower in known.honorifics
        or token.lower in known.ranks
        or token.lower in ("ambassador", "amb.", "prince", "princess")
    )


def _between(sentence: str, before: Piece, after: Piece) -> str:
    return sentence[before.end : after.start].strip()


def _held_by(sentence: str, office: list[Piece], name: Piece) -> bool:
    """Whether a comma parts an office from its one holder: "the Minister of Fisheries, Ann Lee, said"."""
    full = [token for token in name.tokens if not token.initial]
    return (
        name.joint == ","
        and len(full) > 1
        and any(piece.role for piece in office)
        and BEFORE_HOLDER.fullmatch(_between(sentence, office[-1], name)) is not None
        and DEFINITE.search(sentence, 0, office[0].start) is not None
        and HOLDER_ENDS.match(sentence, name.end) is not None
    )


def _full_title(person: Mention) -> bool:
    """Whether the title before the name is an office rather than a rank, so that no second one is to follow."""
    if not person.titled or not person.role:
        return False
    return any(w.lower() not in words().ranks and is_role(w) for w in person.role.split())


def _is_no_address(sentence: str, token: Token, name: str) -> bool:
    """Whether letters before a name are no form of address: "MS Teams", "CR Exit", or the initial in "Joan M. Davis"."""
    if token.text in ("MS", "CR"):
        return not name.isupper()
    one = token.lower in words().honorifics and len(token.lower.strip(".")) == 1
    return one and CAPITAL_BEFORE.search(sentence[: token.start]) is not None


def _person(sentence: str, piece: Piece, office: list[Piece]) -> Mention | None:
    """The person of a name and the offices before it; None where the shape is none of a person's."""
    near = len(office) - 1
    while near > 0 and office[near].joint != ",":
        near -= 1
    apart = _between(sentence, office[-1], piece) == "," if office else False
    groups = [office] if near <= 0 else [office[:near], office[near:]]
    before = [token for part in groups[-1] for token in part.tokens]
    honorific = bool(before) and before[-1].lower in words().honorifics
    titled = honorific or any(has_role([token for part in group for token in part.tokens]) for group in groups)
    name = sentence[piece.tokens[0].start : piece.tokens[-1].end]
    if before and _is_no_address(sentence, before[-1], name):
        return None
    if not plausible(piece.tokens, before[-1] if titled and not apart else None):
        return None
    if titled and not honorific and not apart and not may_precede(before, piece):
        return None
    district = not honorific and len(piece.tokens) == 1 and COUNTED.match(sentence, piece.end) is not None
    if titled and (
        district or names_vessel(sentence, office[0].start) or of_a_pass(before, piece) or is_adjective(before)
    ):
        return None
    while before and before[-1].lower in words().honorifics:
        before.pop()
    person = Mention(
        name,
        office[0].start if office and (before or len(groups) > 1) else piece.start,
        piece.end,
        possessive=piece.tokens[-1].possessive,
        titled=titled,
    )
    if titled and before and not before[-1].connects:
        person.take(split_office(sentence[before[0].start : before[-1].end]))
    if len(groups) > 1 and not ELECTED_AS.search(sentence, 0, office[0].start):
        person.take(split_office(sentence[office[0].start : office[near - 1].end]))
    if piece.tail and titled:
        rest = [t for t in piece.tail if not t.connects and t.lower != "the"]
        if not (piece.tail[0].lower == "at" and rest[-1].lower in VENUES):
            person.organization = person.organization or sentence[rest[0].start : rest[-1].end]
    elif piece.tail:
        return None  # "Bank of Valletta": a body of no list, not a person
    own = titled and before
    person.organization = person.organization or (_country_before(sentence, person.start) if own else None)
    return person
