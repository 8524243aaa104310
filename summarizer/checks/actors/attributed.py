"""Who is told to have said something, in a record that labels its voices: "Ann suggested ..." of words that are Ben's."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.scripts import running
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, Text, is_promise, texts
from ..grounds import Grounds, Index, Line
from ..proper import name_parts
from ..words import listed

_AND = r"(?:and|but|while|whereas|und|aber|während|et|mais|tandis que|y|pero|e|ma)"
_CLAUSE = re.compile(rf"(?<=[.!?;])\s+|;\s*|, (?={_AND}\b)")
_OPENING = re.compile(rf"\W*(?:{_AND} )?(?:the |der |die |le |la |el |il |l['’])?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_FOLLOWED = re.compile(r"\s+(?=[^\W\d_])(?![A-Z])(?!(?:and|or|und|oder|et|ou|y|e|o)\b)")
"""What stands behind a subject that is one voice: a word in small letters, which joins no other to it."""
_ANSWERS = re.compile(
    r"(?:\w+ly |also |then )?(?:(?:agree|disagree|accept|approv|support|oppos|object|reject|refus|den(?:y|ie)|confirm|repl|answer|respond|react|promis|welcom|thank|back|second)\w*"
    r"|(?:took|takes|will|is|was|has|had|did)\b)",
    re.IGNORECASE,
)
"""How a clause goes on that tells of an answer, whose words need not be those of the one who gives it."""
_PROPOSES = re.compile(
    r"(?:\w+ly |also |then )?(?:suggest|propos|recommend|rais|mov|ask|warn|point|mention|introduc)\w*", re.IGNORECASE
)
"""How a clause goes on that tells of words of one's own, which a nod is not."""
_LEAST = 0.6  # of the words of a clause that another voice says, where they are that one's
_MOST = 0.25  # of them that the voice itself says, where they are not its own
_FEW = 3  # words, in a clause or an answer, of which shares tell nothing


class _Told(NamedTuple):
    """A clause that begins with one of the voices of a record."""

    voice: str
    said: str


def check_attributed(item: Item, grounds: Grounds, report: Report) -> None:
    """What a text tells of one voice must not be the words of another alone."""
    if is_promise(item) or not grounds.lines or len(grounds.index.voices) <= 1:
        return
    if any(line.speaker is None for line in grounds.lines):
        return
    for text in list(texts(item, Part.CLAIM)):
        for told in _told(text, grounds.index):
            other = _another_speaks(told, grounds) or _told_by_another(told, grounds)
            if other is not None:
                report.note("speaker", "absent", f'It is {other} who speaks in the quoted words, not "{told.voice}".')


def _told(text: Text, index: Index) -> Iterator[_Told]:
    """The clauses of a text whose subject is a voice of the record."""
    for clause in _CLAUSE.split(text.value):
        opening = _OPENING.match(clause)
        begin = opening.end() if opening is not None else 0
        named = {voice: _named_until(clause, begin, voice) for voice in index.voices}
        end = max(named.values())
        voices = [voice for voice, until in named.items() if until == end]
        if end > begin and len(voices) == 1 and _FOLLOWED.match(clause, end):
            yield _Told(voices[0], clause[end:])


def _named_until(clause: str, begin: int, voice: str) -> int:
    """Where the words of a voice's name end that stand at a place, behind titles."""
    label = running(voice).split()
    end = begin
    for word in _WORD.finditer(clause, begin):
        said = running(word[0])
        if said in label:
            end = word.end()
        elif said not in listed("titles"):
            break
    return end


def _another_speaks(told: _Told, grounds: Grounds) -> str | None:
    """Who speaks all quoted words, where these neither are of the voice nor name it."""
    speakers = {line.speaker for line in grounds.lines if line.speaker is not None}
    if len(speakers) != 1 or any(_is_of(told.voice, line) or _names(line.text, told.voice) for line in grounds.lines):
        return None
    return next(iter(speakers))


def _is_of(voice: str, line: Line) -> bool:
    """Whether a line is of a voice, by its label or a part of it."""
    ours, theirs = set(running(voice).split()), set(running(line.speaker or "").split())
    return ours <= theirs or theirs <= ours


def _names(text: str, voice: str) -> bool:
    return not set(running(text).split()).isdisjoint(one for one in name_parts(voice) if len(one) > 1)


def _told_by_another(told: _Told, grounds: Grounds) -> str | None:
    """Who says what a clause tells of a voice that is quoted as well, for other words."""
    own = [line for line in grounds.lines if _is_of(told.voice, line)]
    stems = stems_of(told.said)
    if not own or len(stems) < _FEW or _ANSWERS.match(told.said.lstrip()):
        return None
    others = [line.number for line in grounds.lines if line not in own]
    proposes = _PROPOSES.match(told.said.lstrip()) is not None
    if not proposes and any(
        len(content_words(line.quoted)) <= _FEW and line.number > min(others, default=0) for line in own
    ):
        return None  # "Yes." makes the words of the question one's own
    held = _share(stems, own)
    voices: dict[str, list[Line]] = {}
    for line in grounds.lines:
        if line.speaker is not None and line not in own and not _names(line.text, told.voice):
            voices.setdefault(line.speaker, []).append(line)
    best = max(voices, key=lambda one: _share(stems, voices[one]), default=None)
    if best is None or held > _MOST or _share(stems, voices[best]) < _LEAST:
        return None
    return best


def _share(stems: frozenset[str], lines: Sequence[Line]) -> float:
    said = frozenset[str]().union(*(stems_of(line.quoted) for line in lines))
    return len(shared(stems, said)) / len(stems)
