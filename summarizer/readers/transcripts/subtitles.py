"""WebVTT, SRT and SBV: cues become turns, consecutive cues of one speaker one turn."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...documents import Turn
from ..reading import Marks
from ..text.labels import seconds
from ..text.speaker_names import is_name
from .cues import Cue, gap, join_cues, named

_TIME = r"(?:\d+:\d{1,2}:\d{1,2}|\d{1,2}:\d{2})(?:[.,]\d{1,6})?"
"""Also as programs write it that take the formats lightly: `0:0:7.5`, `00:00:07`."""
_SETTING = r"(?:vertical|line|position|size|align|region|[XY][12]):\S+"
_TIMING = re.compile(
    rf"\s*+(?P<start>{_TIME})\s*-->\s*(?P<end>{_TIME})(?:\s+{_SETTING})*+(?P<words>\s.*|)\Z", re.IGNORECASE
)
_SBV = re.compile(r"(?m)^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})[^\S\n]*$")
"""The line of the times of a cue as YouTube writes it, which is all that tells its captions from SRT."""
_HEADER = re.compile(r"WEBVTT(?=\s|\Z)")
_COMMENT = re.compile(r"NOTE(?=[ \t]|\Z)")
_DEFINITION = re.compile(r"(?:STYLE|REGION)[ \t]*\Z")
_NUMBER = re.compile(r"[^\S\n]*+(?P<number>\d{1,9})[^\S\n]*+\Z")
_NAMED = re.compile(r"\d{1,9}\s+\"(?P<name>[^\"\n]{1,80})\"\s+\(\d+\)")
"""The name of a cue in Webex, which says who speaks: `1 "Anna Berg" (3055912448)`."""
_CLASSES = r"(?:\.[^\s<>.]{1,50}){0,9}"
_VOICE = re.compile(rf"<v{_CLASSES}\s(?P<name>[^<>\n]{{0,200}})>|(?P<close></v>)", re.IGNORECASE)
# The tags of the formats and no others: `a <b and c> d` is words. Only these three hold more than classes.
_TAG = re.compile(
    rf"<(?:c|b|i|u|ruby|rt){_CLASSES}>|<(?:v|lang|font){_CLASSES}(?:\s[^<>\n]{{0,200}})?>"
    r"|</(?:c|b|i|u|ruby|rt|v|lang|font)>|<(?:\d+:)?\d{2}:\d{2}\.\d{3}>|\{\\[^{}\n]{1,80}\}",
    re.IGNORECASE,
)
_NEW_SPEAKER = re.compile(r"\s*(?:>>+|»)\s*")
_TOUCH = 0.05
"""Seconds between two cues, at the most, of which the second rolls on from the first."""


@dataclass(slots=True)
class Payload:
    """The lines of a cue and its place in time, in seconds; without one, they stand before the first cue."""

    lines: list[str]
    start: float | None = None
    end: float | None = None
    voice: str | None = None
    """Whom the name of the cue names."""


def is_subtitles(text: str) -> bool:
    """Whether a text begins as WebVTT, SRT or SBV files do."""
    first, second, *_ = [*text.lstrip().split("\n", 2), ""]
    if _HEADER.match(first) or _SBV.match(first):
        return True
    numbered = _number(first) is not None
    timing = _timing(second if numbered else first)
    # Words on the line of a time are what speech recognition prints, and whole seconds alone may be hours of the day.
    if timing is None or timing["words"].strip():
        return False
    return numbered or not timing["start"].replace(":", "").isdigit()


def title_of(text: str) -> str | None:
    """What stands after `WEBVTT` on the first line."""
    first = text.lstrip().split("\n", 1)[0]
    return first.removeprefix("WEBVTT").strip(" \t-–") or None if first.startswith("WEBVTT") else None


def notes_of(text: str) -> list[str]:
    """The lines of the comments above the first cue, which say what the file is: `NOTE Broadcast 9 September 2025`."""
    lines = text.strip().split("\n")
    first = next((at for at, line in enumerate(lines) if _timing(line)), len(lines))
    notes = (
        line
        for at in range(1, first)
        if lines[0].startswith("WEBVTT") and _COMMENT.match(lines[at])
        for line in lines[at : _block_end(lines, at)]
    )
    return [words for line in notes if (words := line.removeprefix("NOTE").strip())]


def read_subtitles(text: str) -> tuple[list[Turn], list[Marks]]:
    """The turns of a file whose line breaks are all `\\n`, and for each the offsets in its text at which cues begin.

    An offset stands with the start of its cue in seconds, or None where the words stand before the first cue.
    """
    if _SBV.match(text.lstrip()):
        text = _SBV.sub(r"\1 --> \2", text)
    return turns_of(list(_payloads(text)), rolling="<c>" in text)


def turns_of(payloads: list[Payload], *, rolling: bool = False) -> tuple[list[Turn], list[Marks]]:
    """As `read_subtitles`; rolling: whether a cue may begin with the last line of the one before it."""
    return join_cues(cue for cue in named(list(_cues(payloads, rolling))) if cue.text)


def _cues(payloads: list[Payload], rolling: bool) -> Iterator[Cue]:
    """What is said, a line at a time, in the order of the file."""
    last: Cue | None = None
    for payload in _headed(payloads):
        spoken = list(_voices(payload))
        # Captions made by machines roll: each cue repeats the last line of the one before, at once and on its first.
        repeats = rolling and last is not None and bool(spoken) and _rolls_on(spoken[0], last)
        yield from spoken[1:] if repeats else spoken
        last = spoken[-1] if spoken else last


def _rolls_on(cue: Cue, last: Cue) -> bool:
    silence = gap(last.end, cue.start)
    same = cue.text == last.text and cue.speaker == last.speaker and not cue.changes
    return same and silence is not None and silence <= _TOUCH


def _payloads(text: str) -> Iterator[Payload]:
    """What stands before the first cue, and the cues in order, without their numbers, names and comments."""
    lines = text.strip().split("\n")
    web = lines[0].startswith("WEBVTT")
    payload = Payload([])
    at = _block_end(lines, 0) if web else 0
    number = _number(lines[at - 1]) if at else None
    due: int | None = 1  # the number that the next cue bears where cues are numbered
    voice: str | None = None  # whom the name of the next cue names
    begins = True  # whether a block can begin here
    while at < len(lines):
        line = lines[at]
        timing = _timing(line)
        blank = not line.strip()
        if timing is not None:
            yield payload
            words = [each for each in [timing["words"]] if each.strip()]
            payload = Payload(words, seconds(timing["start"]), seconds(timing["end"]), voice)
            voice = None
            due, number = None if number is None else number + 1, None
        elif begins and web and (_COMMENT.match(line) or (payload.start is None and _DEFINITION.match(line))):
            at = _block_end(lines, at)
            continue
        elif _is_identifier(lines, at, due, names=web and begins, numbers=begins):
            number = _number(line)
            named = _NAMED.fullmatch(line.strip())
            voice = named["name"] if named else None
        elif not blank:
            payload.lines.append(line)  # a blank line may stand inside the words of a cue
        begins = blank
        at += 1
    yield payload


def _headed(payloads: list[Payload]) -> list[Payload]:
    """The same cues; where the first line of each is a name, as Teams prints its transcripts, it is the voice."""
    said = [payload for payload in payloads if any(map(str.strip, payload.lines))]
    names = {payload.lines[0] for payload in said}
    if len(names) < len(said) and all(len(payload.lines) > 1 and is_name(payload.lines[0]) for payload in said):
        for payload in said:
            payload.voice = payload.lines.pop(0)
    return payloads


def _block_end(lines: Sequence[str], at: int) -> int:
    """Index of the first line behind a header or comment: blank, or the timing of a cue."""
    return next((n for n in range(at, len(lines)) if not lines[n].strip() or _timing(lines[n])), len(lines))


def _is_identifier(lines: Sequence[str], at: int, due: int | None, *, names: bool, numbers: bool) -> bool:
    """Whether a line is the name or number of the cue that follows: `names`, `numbers` say what can stand here.

    Anywhere else a number is words, unless it is the one that is due and nothing but blank lines part it from a cue.
    """
    number = _number(lines[at])
    if (names or (numbers and number is not None)) and at + 1 < len(lines) and _timing(lines[at + 1]):
        return bool(lines[at].strip())
    if number is None or number != due:
        return False
    following = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), None)
    return following is not None and _timing(lines[following]) is not None


def _timing(line: str) -> re.Match[str] | None:
    return _TIMING.match(line) if "-->" in line else None


def _number(line: str) -> int | None:
    number = _NUMBER.match(line)
    return int(number["number"]) if number else None


def _voices(payload: Payload) -> Iterator[Cue]:
    """The lines of a cue, each with the voice tag in force."""
    voice = payload.voice
    dashes = sum(line.lstrip().startswith(("-", "–")) for line in payload.lines) > 1
    for line in payload.lines:
        at = 0
        for tag in _VOICE.finditer(line):
            yield from _spoken(payload, line[at : tag.start()], voice, dashes)
            voice = _plain(tag["name"]) or None if tag["name"] else None
            at = tag.end()
        yield from _spoken(payload, line[at:], voice, dashes)


def _spoken(payload: Payload, words: str, voice: str | None, dashes: bool) -> Iterator[Cue]:
    text = _plain(words)
    marked = _NEW_SPEAKER.match(text)
    if marked:
        text = text[marked.end() :]
    dashed = dashes and text[:1] in ("-", "–")
    if dashed:
        text = text[1:].lstrip()
    if text:
        yield Cue(payload.start, payload.end, text, voice, changes=bool(marked) or dashed)


def _plain(words: str) -> str:
    """Without tags, with entities read, on one line."""
    return " ".join(html.unescape(_TAG.sub("", words)).split())
