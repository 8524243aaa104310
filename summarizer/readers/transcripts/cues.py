"""Cues of a recording, each with its time: whom labels in their words name, `Anna: Good morning.`, and the turns they join to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...documents import Turn
from ..reading import Marks
from ..text.labelled import find_labels
from ..text.lines import lines_of

_PAUSE = 3.0
"""Seconds of silence after which unnamed cues begin a new paragraph."""


@dataclass(slots=True)
class Cue:
    """What one voice says in one go: a caption, a segment or a word. `speaker` is None where none is named."""

    start: float | None
    """Seconds; None where unknown, such as for words before the first cue of a subtitle file."""
    end: float | None
    text: str
    """Without space around it."""
    speaker: str | None = None
    changes: bool = False
    """Whether somebody else begins to speak here, named or not."""
    spaced: bool = True
    """Whether a space parts it from the cue before it, where both are of one turn."""


def join_cues(cues: Iterable[Cue]) -> tuple[list[Turn], list[Marks]]:
    """Turns of one speaker each, and for each turn the offsets in its text at which its cues begin, with their times."""
    groups: list[list[Cue]] = []
    for cue in cues:
        if groups and _goes_on(cue, groups[-1][-1]):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    turns: list[Turn] = []
    marks: list[Marks] = []
    for group in groups:
        parts: list[str] = []
        begins: list[tuple[int, float | None]] = []
        length = 0
        for cue in group:
            between = " " if parts and cue.spaced else ""
            begins.append((length + len(between), cue.start))
            parts.append(between + cue.text)
            length += len(parts[-1])
        turns.append(Turn(group[0].speaker, "".join(parts), group[0].start))
        marks.append(begins)
    return turns, marks


def gap(end: float | None, start: float | None) -> float | None:
    """Seconds from the end of one cue to the start of another, where both are known."""
    return None if end is None or start is None else start - end


def _goes_on(cue: Cue, last: Cue) -> bool:
    """Whether what is said goes on the turn of the cue before."""
    if cue.speaker != last.speaker or cue.changes:
        return False
    if cue.speaker is not None or not cue.spaced:
        return True
    if (cue.start is None) != (last.start is None):
        return False
    silence = gap(last.end, cue.start)
    return silence is None or silence < _PAUSE


def named(cues: list[Cue]) -> list[Cue]:
    """The same cues, each of one line, with those speakers; who is named otherwise stays."""
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


def named_by_line(cues: list[Cue]) -> list[Cue]:
    """Cues of several lines, with those speakers; as they are where a speaker is known, or no label names one."""
    if any(cue.speaker is not None for cue in cues):
        return cues
    apart = named([*_lines(cues)])
    return apart if any(cue.speaker is not None for cue in apart) else cues


def _lines(cues: Iterable[Cue]) -> Iterator[Cue]:
    for cue in cues:
        for number, line in enumerate(cue.text.split("\n")):
            yield replace(cue, text=line, spaced=cue.spaced or number > 0)
