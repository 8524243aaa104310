"""What a reader makes of a file, whatever its format: a text as one would type it, or the turns of a conversation."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ..documents import Gap, Message, Turn


@dataclass(frozen=True)
class Written:
    """A text, canonical and in the marks of Markdown where the file has structure.

    A heading is `# ...`, a list item `- ...` or `1. ...`, a row of a table `| ... | ... |`, each on a line of its
    own; a blank line parts paragraphs.
    """

    text: str
    title: str | None = None
    """As the file gives it beside its text; else it is sought in the text."""
    date: datetime.date | None = None
    """As the file gives it for its reader (a press page's date, a mail's), never when it was saved."""
    date_basis: str | None = None
    """Where that date stands."""
    pages: Sequence[int] = ()
    """Offsets in the text at which the pages begin, in order; empty where the format has none."""
    gaps: Sequence[Gap] = ()
    """Parts of the file that hold no text, such as a scanned page."""
    messages: Sequence[tuple[int, Message]] = ()
    """Of a mail: offsets in the text from which on it is another message, or nobody's own words, in order."""


Marks = Sequence[tuple[int, float | None]]
"""Offsets in the words of a turn at which something begins, each with its time in seconds where known."""


@dataclass(frozen=True)
class Spoken:
    """Turns in their order, each as `Document.from_turns` takes it."""

    turns: Sequence[Turn]
    marks: Sequence[Marks] = ()
    """For each turn, where its cues begin; empty where a turn has one time only."""
    title: str | None = None
    notes: Sequence[str] = ()
    """Lines in which it says something of itself, besides what is said."""
    date: datetime.date | None = None
    date_basis: str | None = None
