"""A sentence cut into offices and names.

A run is a stretch of capitalised words with the small words between them. It falls into offices,
which go on as long as their words are words of offices and bodies, and names, which are what is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..words import words
from .offices import before_body, has_role, opens_small_office, small_office_end
from .tokens import Token

PLURALS = frozenset({"people", "women", "men", "children", "workers", "farmers", "citizens", "veterans"})
ARTICLES = frozenset({"the", "a", "an", "its", "our", "their", "his", "her", "who", "is", "was", "as"})


@dataclass(frozen=True, slots=True)
class Piece:
    """An office or a name inside a run: tokens `first` to `last`, both inclusive."""

    tokens: tuple[Token, ...]
    name: bool
    joint: str
    """What stands before it: "" (nothing), "and", "," or another mark or word."""
    tail: tuple[Token, ...] = ()
    """Words after a name that say where it belongs: "of Thailand"."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return (self.tail or self.tokens)[-1].end

    @property
    def role(self) -> bool:
        return not self.name and has_role(list(self.tokens))


def pieces(tokens: list[Token]) -> Iterator[Piece]:
    """The offices and names of a sentence in their order."""
    at = 0
    office_end = -1  # of an office in small letters, which a name may follow
    while at < len(tokens):
        joint = "" if at == office_end else _joint(tokens, at)
        if tokens[at].capital:
            end = _run_end(tokens, at)
            if end < len(tokens) and opens_small_office(tokens, at, end):
                end = small_office_end(tokens, end)
                yield Piece(tuple(tokens[at:end]), name=False, joint=joint)
                office_end = end
            else:
                yield from _cut(tokens[at:end], joint)
            at = end
        elif tokens[at].text.isalpha() and tokens[at].office:
            end = small_office_end(tokens, at)
            if has_role(before_body(tokens[at:end])):
                yield Piece(tuple(tokens[at:end]), name=False, joint=joint)
                office_end = end
                at = max(end, at + 1)
            else:
                at += 1
        else:
            at += 1


def _joint(tokens: list[Token], at: int) -> str:
    """The word or mark before a position, articles and relative words skipped."""
    look = at - 1
    while look >= 0 and (tokens[look].lower in ARTICLES or tokens[look].bracketed):
        look -= 1
    if look < 0:
        return "."
    if tokens[look].stop:
        return "."
    return tokens[look].lower


def _run_end(tokens: list[Token], at: int) -> int:
    """End of the run of capitalised words that begins there; small words only between two of them."""
    last, look = at, at + 1
    while look < len(tokens) and not (tokens[last].stop or _owns(tokens, last)) and look - last <= 3:
        token = tokens[look]
        if token.capital or (token.text == "," and last == look - 1 and _enumerates(tokens, at, look)):
            last = look
        elif not (token.connects or token.particle or token.bracketed):
            break
        look += 1
    return last + 1


def _owns(tokens: list[Token], at: int) -> bool:
    """Whether a possessive ends the run; in "People's Republic", "Minister's Office" it is part of the name of a body."""
    token = tokens[at]
    if not token.possessive or token.lower in PLURALS:
        return False
    body = at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].lower in words().bodies
    return not (body and token.role)


def _enumerates(tokens: list[Token], at: int, comma: int) -> bool:
    """Whether a comma stands inside the name of a body: "Ministry of Trade, Ports and Fisheries"."""
    known = words()
    if not any(
        (t.lower in known.bodies or t.role) and tokens[i + 1].connects for i, t in enumerate(tokens[at : comma - 1], at)
    ):
        return False
    look = comma + 1
    while look < len(tokens) and look - comma <= 8:
        token = tokens[look]
        if token.text in ("and", "&"):
            return (
                look > comma + 1 and look + 1 < len(tokens) and tokens[look + 1].capital and not tokens[look + 1].role
            )
        if token.text != "," and not (token.capital and token.office and not token.role):
            return False
        look += 1
    return False


def _cut(run: list[Token], joint: str) -> Iterator[Piece]:
    """Cut a run into offices and names. An "and" divides, unless it stands inside an office."""
    begin = at = 0
    while at < len(run):
        if run[at].text in ("and", "&") and at > begin:
            yield Piece(tuple(run[begin:at]), name=False, joint=joint)
            joint, begin = "and", at + 1
            at += 1
            continue
        if not _of_name(run, at, begin):
            at += 1
            continue
        end = at + 1
        while end < len(run) and _of_name(run, end, begin):
            end += 1
        start = _name_start(run, begin, at, end)
        if start is None:
            at = end
            continue
        if start > begin:
            yield Piece(tuple(run[begin:start]), name=False, joint=joint)
            joint = ""
        stop = end
        if end < len(run) and run[end].lower in ("of", "from", "at"):
            while stop < len(run) and not _ends_tail(run, stop):
                stop += 1
        yield Piece(tuple(run[start:end]), name=True, joint=joint, tail=tuple(run[end:stop]))
        begin = at = stop
        joint = "and" if stop < len(run) and run[stop].text in ("and", "&") else ""
        if joint:
            begin = at = stop + 1
    if begin < len(run):
        yield Piece(tuple(run[begin:]), name=False, joint=joint)


def _ends_tail(run: list[Token], at: int) -> bool:
    """Whether a body after a name ends here; "Ministry of Trade and Fisheries" goes on."""
    text = run[at].text
    if text in ("and", "&"):
        follows = run[at + 1] if at + 1 < len(run) else None
        within = any(token.lower in words().bodies for token in run[max(0, at - 4) : at])
        return not (
            within
            and follows is not None
            and follows.office
            and not follows.role
            and follows.lower not in words().bodies | words().nations | words().countries
        )
    if text == "for":
        return run[at - 1].lower not in words().bodies
    return text in ("in", "on", "to", "with")


def _name_start(run: list[Token], begin: int, at: int, end: int) -> int | None:
    """Where the name in `run[at:end]` begins; None where these words belong to a body."""
    addressed = at > begin and run[at - 1].lower in words().honorifics
    if end < len(run) and run[end].capital and not run[end].bracketed and not (addressed and run[end].role):
        return None  # "Heartland Alliance": an office word follows
    before = run[at - 1] if at > begin else None
    if before is not None and _goes_on_as_body(run, begin, at, end):
        return None
    if before is not None and before.connects and end - at > 1 and run[end - 1].lower in words().regions:
        return None  # "Secretary of the Committee of the Guangxi Zhuang Autonomous Region"
    if before is not None and before.connects and before.text not in ("and", "&"):
        # "Mayor of London Ann Lee": the first word is the place.
        return at + 1 if end - at >= 3 and has_role(run[begin:at]) else None
    return at


def _goes_on_as_body(run: list[Token], begin: int, at: int, end: int) -> bool:
    """Whether the words after an office are the rest of its body: "Director of the American Press Union", "League of African Women"."""
    of = next((i for i in range(begin, at) if run[i].connects and run[i].text not in ("and", "&")), None)
    if of is None:
        return False
    before, last = run[at - 1], run[end - 1].lower
    within = of < at - 1  # words of the body stand between "of" and what looks like a name
    return within and (before.lower in words().nations or (last in words().bodies and end - at > 1))


def _of_name(run: list[Token], at: int, begin: int) -> bool:
    """Whether a word may belong to a person's name."""
    token = run[at]
    after_name = at > begin and run[at - 1].capital and not run[at - 1].office
    if token.particle or token.lower in words().suffixes:
        return after_name or (token.particle and at + 1 < len(run) and run[at + 1].capital)
    if not token.capital or token.bracketed or token.lower in words().honorifics:
        return False
    if not token.office:
        return True
    alone = at + 1 == len(run) or not run[at + 1].capital
    if at > begin and alone and run[at - 1].lower in words().honorifics and not token.role:
        return True  # "Mr. White"
    if at > begin and not alone and token.lower in words().ambiguous and run[at - 1].lower in words().honorifics:
        return not run[at + 1].office  # "Hon. Dean Lee"
    if token.lower in words().nations and after_name and at + 1 == len(run):
        return True  # "Ilter Turkmen"
    if token.lower not in words().ambiguous or (at > begin and run[at - 1].connects):
        return False
    followed = at + 1 < len(run) and run[at + 1].capital and not run[at + 1].office
    titled = at > begin and run[at - 1].role and not token.role
    return (after_name and (at + 1 == len(run) or not run[at + 1].capital)) or (titled and followed)
