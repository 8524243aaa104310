"""From whatever a caller holds to a `Document`: a path, bytes, a stream, standard input, or the text itself."""

import datetime
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from .dating.forms import find_absolute
from .documents import Document, Segment, canonical
from .errors import DocumentError
from .header import find_kind, find_title
from .origin import Origin, find_date
from .readers.formats import read
from .readers.mail.authors import messages_of, with_messages
from .readers.reading import Spoken, Written
from .readers.text.plain import read_text
from .words.languages import detect_language

LARGEST = 50_000_000
"""Bytes of a source, at the most; some 8,000 pages of text."""

_Unread = str | os.PathLike[str] | bytes | IO[str] | IO[bytes]
Source = _Unread | Document

_FILE_SUFFIX = re.compile(
    r"\.(?:txt|text|md|markdown|vtt|srt|log|rst|asc|docx?|pdf|rtf|odt|html?|eml|msg|json|jsonl|csv|tsv|ttml|dfxp|xml|lrc|ass|ssa)\Z",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S*(?:[/\\]\S*|\S\.[A-Za-z][A-Za-z0-9]{0,7})\Z")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/\S+\Z", re.IGNORECASE)
"""Also as a path spells it, which has no two slashes together."""
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad\ufeff]")


def load(source: Source, *, name: str | None = None, date: datetime.date | str | None = None) -> Document:
    """Read a source as a document: prose, Markdown, minutes, a transcript in text, captions, CSV or JSON, or a file of Office, the web or mail.

    - a `Path` is a file, and `"-"` is standard input;
    - a `str` of several lines is the text itself; of one line, it is a file if there is one of that name, an error
      if it looks like the name of one, and else the text itself;
    - `bytes` and streams hold the text of a file; a `Document` is returned as it is, but for `name` and `date`.

    The format is told from the content. `name` stands for the source in messages and briefs (by default the name of
    the file); `date` says when the document is from, as a `date` or in words such as `2023-06-01` or `1 June 2023`.
    Without it, the date is looked for in the head of the document, then in the file name; today is never assumed.

    Errors: `DocumentError`, where there is nothing to read; it says what to do.
    """
    given = _day(date)
    name = name and canonical(name)
    if isinstance(source, Document):
        changed = source if name is None else replace(source, name=name)
        return changed if given is None else replace(changed, date=given, date_basis="given")
    content, own_name = _read(source)
    name = name or own_name
    reading = read(content, name)
    document = _spoken(reading, name) if isinstance(reading, Spoken) else _written(reading, name)
    if not document.segments:
        raise DocumentError(f"{name} holds no words, only markup.", hint="Check that it is the right file.")
    return document if given is None else replace(document, date=given, date_basis="given")


def _written(reading: Written, name: str) -> Document:
    text = reading.text
    if not reading.gaps:
        _refuse_unreadable(text, name)
    elif not _VISIBLE.search(text):
        raise DocumentError(
            f"{name} holds no text that can be read: {reading.gaps[0].place} {reading.gaps[0].reason}.",
            hint="Run text recognition over it first.",
        )
    language = detect_language(text)
    segments = _paged(read_text(text, language), reading.pages)
    if messages := reading.messages or messages_of(text):
        segments = with_messages(text, segments, messages, reading.title or "")
    title = reading.title or find_title(text, segments)
    date, basis = reading.date, reading.date_basis
    if date is None:
        date, basis = _dated(find_date(text, segments, name, language))
    kind = find_kind(text, segments, title)
    return Document(text, segments, name, kind, title, date, basis, language, reading.gaps)


def _spoken(reading: Spoken, name: str) -> Document:
    if not any(turn.text.strip() for turn in reading.turns):
        raise DocumentError(f"{name} holds no words.", hint="Check that it is the right file.")
    date, basis = reading.date, reading.date_basis
    if date is None:
        date, basis = _dated(find_date("\n".join([reading.title or "", *reading.notes]), [], name, None))
    plain = Document.from_turns(reading.turns, name=name, title=reading.title)
    segments = _timed(plain.segments, reading.marks) if reading.marks else plain.segments
    return replace(plain, segments=segments, kind="transcript", date=date, date_basis=basis)


def _paged(segments: list[Segment], pages: Sequence[int]) -> list[Segment]:
    """The segments with the page that each begins on."""
    return [replace(each, page=bisect_right(pages, each.start)) for each in segments] if pages else segments


def _timed(segments: Sequence[Segment], marks: Sequence[Sequence[tuple[int, float | None]]]) -> list[Segment]:
    """The segments with the time of the cue that each begins in, where their turn joins several."""
    timed: list[Segment] = []
    first, block = 0, -1
    for segment in segments:
        if segment.block != block:
            first, block = segment.start, segment.block
        cue = bisect_right(marks[block], segment.start - first, key=lambda mark: mark[0]) - 1
        time = marks[block][cue][1]
        timed.append(segment if segment.time == time else replace(segment, time=time))
    return timed


def _dated(origin: Origin | None) -> tuple[datetime.date | None, str | None]:
    return (None, None) if origin is None else (origin.date, origin.basis)


def _day(date: datetime.date | str | None) -> datetime.date | None:
    if isinstance(date, datetime.datetime):
        return date.date()
    if date is None or isinstance(date, datetime.date):
        return date
    found = find_absolute(date.strip()) if isinstance(date, str) else ()
    if len(found) != 1:
        raise DocumentError(f"{date!r} is no date.", hint="Write it as YYYY-MM-DD.")
    return found[0].date


def _read(source: _Unread) -> tuple[str | bytes, str]:
    """What a source holds and the name it goes by."""
    if isinstance(source, bytes):
        _refuse_large(len(source), "document")
        return source, "document"
    if isinstance(source, str):
        return _read_words(source)
    if isinstance(source, os.PathLike):
        return _read_file(Path(source))
    return read_stream(source)


def _read_words(source: str) -> tuple[str | bytes, str]:
    """A `str`: standard input, a file, or the text itself."""
    if source == "-":
        return _content(sys.stdin.buffer, "standard input"), "standard input"
    line = source.strip()
    if len(source.splitlines()) == 1 and len(line) < 1_000 and "\0" not in line:
        if _exists(source):
            return _read_file(Path(source))
        if _ADDRESS.match(line):
            raise _not_fetched(line)
        if _FILE_NAME.match(line) or _FILE_SUFFIX.search(line):
            raise DocumentError(
                f"There is no file {line}.",
                hint="Check the path. To pass text that looks like a path, pass it as bytes.",
            )
    _refuse_large(len(source), "The text")
    return source, "document"


def _not_fetched(address: str) -> DocumentError:
    return DocumentError(f"{address} is a web address; nothing is fetched.", hint="Save the page or file first.")


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):  # too long, or characters that no path can hold
        return False


def _read_file(path: Path) -> tuple[str | bytes, str]:
    try:
        if path.is_dir():
            raise DocumentError(f"{path} is a directory.", hint="Name a file in it.")
        with path.open("rb") as file:
            name = canonical(path.name)
            return _content(file, name), name
    except FileNotFoundError as error:
        if _ADDRESS.match(str(path)):
            raise _not_fetched(path.as_posix().replace(":/", "://", 1)) from error
        raise DocumentError(f"There is no file {path}.", hint="Check the path.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path} cannot be read: {reason}.", hint="Check the path and its permissions.") from error


def read_stream(stream: IO[str] | IO[bytes]) -> tuple[str | bytes, str]:
    """What an open file gives, and its name. Errors: `DocumentError`, also for what is nothing to read from."""
    if not hasattr(stream, "read"):
        raise DocumentError(
            f"A {type(stream).__name__} is no source.", hint="Pass a path, text, bytes, an open file or a Document."
        )
    own = getattr(stream, "name", None)
    name = canonical(Path(own).name) if isinstance(own, str) else "document"
    try:
        return _content(stream, name), name
    except (OSError, ValueError) as error:  # closed, open for writing, or read with another encoding than it has
        raise DocumentError(f"{name} cannot be read: {error}", hint="Pass its path, or open it as bytes.") from error


def _content(stream: IO[str] | IO[bytes], name: str) -> str | bytes:
    content = stream.read(LARGEST + 1)
    _refuse_large(len(content), name)
    return content


def _refuse_large(size: int, name: str) -> None:
    if size > LARGEST:
        raise DocumentError(
            f"{name} is larger than {LARGEST // 1_000_000} MB, the most that is read.",
            hint="Split it, or pass only the part that is wanted.",
        )


def _refuse_unreadable(text: str, name: str) -> None:
    if "\0" in text:
        raise DocumentError(f"{name} holds NUL characters, so it is no text.", hint="Check how it was decoded.")
    if not _VISIBLE.search(text):
        raise DocumentError(f"{name} is empty.", hint="Check that it is the right file.")
