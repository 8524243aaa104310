"""WebVTT and SRT: cues become turns, consecutive cues of one speaker one turn."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..documents import Turn
from .labelled import find_labels, seconds
from .lines import lines_of

_TIMING = re.compile(
    r"[^\S\n]*+(?P<start>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})[^\S\n]*-->[^\S\n]*(?P<end>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})"
)
_SUBTITLES = re.compile(rf"WEBVTT(?=\s|\Z)|(?:\d{{1,9}}[^\S\n]*+\n)?+{_TIMING.pattern}")
_OTHER_BLOCK = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?=\s|:|\Z)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,50}){0,9}\s(?P<name>[^<>\n]{0,200})>|(?P<close></v>)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<(?:\d+:)?\d{2}:\d{2}\.\d{3}>|\{\\[^{}\n]{1,80}\}")
_NEW_SPEAKER = re.compile(r"\s*(?:>>+|»)\s*")
_PAUSE = 3.0
"""Seconds of silence after which unnamed cues begin a new paragraph."""


@dataclass(slots=True)
class Cue:
    """What one voice says in one cue, on one line; `speaker` is None where the cue names none."""

    start: float
    end: float
    text: str
    speaker: str | None = None
    changes: bool = False
    """Whether somebody else begins to speak here, named or not."""


def is_subtitles(text: str) -> bool:
    """Whether a text begins as WebVTT or SRT files do."""
    return bool(_SUBTITLES.match(text.lstrip()))


def title_of(text: str) -> str | None:
    """What stands after `WEBVTT` on the first line."""
    first = text.lstrip().split("\n", 1)[0]
    return first.removeprefix("WEBVTT").strip(" \t-–") or None if first.startswith("WEBVTT") else None


def read_subtitles(text: str) -> tuple[list[Turn], list[list[tuple[int, float]]]]:
    """The turns of a file whose line breaks are all `\\n`, and for each the offsets in its text at which cues begin.

    An offset stands with the start of its cue in seconds.
    """
    cues = [cue for cue in _named(list(_cues(text))) if cue.text]
    turns: list[Turn] = []
    marks: list[list[tuple[int, float]]] = []
    last: Cue | None = None
    for cue in cues:
        joins = last is not None and cue.speaker == last.speaker and not cue.changes
        if joins and cue.speaker is None and last is not None and cue.start - last.end >= _PAUSE:
            joins = False
        if joins:
            said = turns[-1].text
            marks[-1].append((len(said) + 1, cue.start))
            turns[-1] = turns[-1]._replace(text=f"{said} {cue.text}")
        else:
            turns.append(Turn(cue.speaker, cue.text, cue.start))
            marks.append([(0, cue.start)])
        last = cue
    return turns, marks


def _cues(text: str) -> Iterator[Cue]:
    """What is said, a line at a time, in the order of the file."""
    rolling = "<c>" in text
    said = ""
    for start, end, payload in _payloads(text):
        for cue in _voices(start, end, payload):
            # Captions made by machines roll: each cue repeats the line before it.
            if not (rolling and cue.text == said):
                yield cue
            said = cue.text


def _payloads(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Start, end and lines of each cue, without its number or name."""
    cue: tuple[float, float, list[str]] | None = None
    for block in re.split(r"\n(?:[^\S\n]*\n)+", text):
        lines = block.split("\n")
        timed = [number for number, line in enumerate(lines) if _TIMING.match(line)]
        if not timed and cue is not None and not _OTHER_BLOCK.match(block) and not block.strip().isdigit():
            cue[2].extend(lines)  # a blank line inside the words of a cue
        for number in range(timed[0] if timed else len(lines), len(lines)):
            timing = _TIMING.match(lines[number])
            if timing is None:
                assert cue is not None  # the first of these lines is a timing
                cue[2].append(lines[number])
                continue
            if cue is not None:
                if number > timed[0] and cue[2] and cue[2][-1].strip().isdigit():
                    cue[2].pop()  # the number of this cue, without a blank line before it
                yield cue
            cue = (seconds(timing["start"]), seconds(timing["end"]), [])
    if cue is not None:
        yield cue


def _voices(start: float, end: float, payload: list[str]) -> Iterator[Cue]:
    """The lines of a cue, each with the voice tag in force."""
    voice: str | None = None
    dashes = sum(line.lstrip().startswith(("-", "–")) for line in payload) > 1
    for line in payload:
        at = 0
        for tag in _VOICE.finditer(line):
            yield from _spoken(start, end, line[at : tag.start()], voice, dashes)
            voice = _plain(tag["name"]) or None if tag["name"] else None
            at = tag.end()
        yield from _spoken(start, end, line[at:], voice, dashes)


def _spoken(start: float, end: float, words: str, voice: str | None, dashes: bool) -> Iterator[Cue]:
    text = _plain(words)
    marked = _NEW_SPEAKER.match(text)
    if marked:
        text = text[marked.end() :]
    dashed = dashes and text[:1] in ("-", "–")
    if dashed:
        text = text[1:].lstrip()
    if text:
        yield Cue(start, end, text, voice, changes=bool(marked) or dashed)


def _plain(words: str) -> str:
    """Without tags, with entities read, on one line."""
    return " ".join(html.unescape(_TAG.sub("", words)).split())


def _named(cues: list[Cue]) -> list[Cue]:
    """The same cues with the speakers that labels in their words name, such as `Anna: Good morning.`"""
    unnamed = [cue for cue in cues if cue.speaker is None]
    joined = "\n".join(cue.text for cue in unnamed)
    labels = find_labels(joined, lines_of(joined))
    offset = 0
    current: str | None = None
    for number, cue in enumerate(unnamed):
        length = len(cue.text)
        label = labels.get(number)
        if label is not None and label.speaker is not None:
            current = label.speaker
            cue.text = cue.text[label.body - offset :].lstrip()
        elif cue.changes:
            current = None
        cue.speaker = current
        offset += length + 1
    return cues
