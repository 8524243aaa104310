"""Speakers whom labels in the words of a recording name, such as `Anna: Good morning.`"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .cues import Cue
from .labelled import find_labels
from .lines import lines_of


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
