"""Cues of a recording, each with its time, joined to the turns of a conversation."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..documents import Turn
from .reading import Marks

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
