"""What a batch is given, document by document: files, folders, patterns, JSON lines, a CSV manifest, a list."""

import glob
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any

from ..documents import Document
from ..errors import DocumentError, SettingsError
from ..loading import Source, read_stream
from ..readers.formats import read
from ..readers.reading import Spoken
from . import remote, tables
from .encoded import decoded, opened
from .entry import Entry, is_special
from .ids import safe
from .ledger import LEDGER

_PATTERN = re.compile(r"[*?\[]")
_TABLES = (".csv", ".tsv")
_SHOWN = 200  # characters of the names of fields
_HEAD = 100  # lines that tell whether a file lists documents


def entry_of(source: "Source | Entry", number: int) -> Entry:
    """A source that a program passes, the so-manieth: a file goes by its path, all else by its number. An id becomes a
    path within the folder, wherever else it would lead."""
    if isinstance(source, Entry):
        own = "/".join(map(safe, str(source.id).split("/")))  # an id may be the number of a row
        return replace(_held(source), id=own, origin=str(source.origin))
    if (path := _file_of(source)) is not None:
        return _of_file(path, None)
    name = safe(source.name) if isinstance(source, Document) else f"document-{number}"
    return _held(Entry(name, f"#{number}", source))


def _held(entry: Entry) -> Entry:
    """The same with its source as what it holds: the path of a file, or what a stream gives."""
    if (path := _file_of(entry.source)) is not None:
        return replace(entry, source=path)
    if isinstance(entry.source, str | bytes | Document | os.PathLike):
        return entry
    try:
        content, _ = read_stream(entry.source)
    except DocumentError as error:
        return replace(entry, source=b"", fault=str(error))
    return replace(entry, source=content)


def _file_of(source: Source) -> Path | None:
    """The path that a source is, or is spelled as, where it has one line and a file stands there."""
    if isinstance(source, os.PathLike):
        return Path(source)
    return Path(source) if isinstance(source, str) and "\n" not in source and os.path.isfile(source) else None


def entries(inputs: Sequence[str], *, without: Path | None = None, stdin: IO[str] | None = None) -> Iterator[Entry]:
    """The documents that the inputs name, in order, each read from the disk when it is asked for.

    inputs: paths of files and folders, glob patterns, JSON lines with `text` or `path` (and `id`, `date`), a CSV file
        with the same columns, an address of JSON lines or Parquet with `text` in a bucket, or `-` for a list of paths (or such JSON lines) on standard input. Of a folder all
        files are taken but hidden ones. without: a folder to leave out, which is where the briefs go.

    Errors: `SettingsError` for an input that is not there, raised before the first document.
    """
    without = without.resolve() if without else None
    for given in inputs:
        if remote.is_remote(given):
            remote.files(given)
            continue
        if given != "-" and _is_folder(Path(given)) and _is_within(Path(given), without):
            raise SettingsError(
                f"{given} is the folder for the briefs, or lies in it", hint="name another folder for the briefs"
            )
        if given != "-" and not _is_there(Path(given)) and not (_PATTERN.search(given) and _matches(given)):
            raise SettingsError(f"there is no file {given}", hint="check the path, or quote the pattern")
        if given != "-" and is_special(Path(given)):
            raise SettingsError(
                f"{given} is neither a file nor a folder",
                hint="save what it gives as a file; - reads a list from a pipe",
            )
    return _entries(inputs, without, stdin)


def count(inputs: Sequence[str], *, without: Path | None = None) -> int | None:
    """How many documents `entries` will give; None where standard input lists them. Documents are not read."""
    return None if "-" in inputs else sum(1 for _ in entries(inputs, without=without))


def _entries(inputs: Sequence[str], without: Path | None, stdin: IO[str] | None) -> Iterator[Entry]:
    for given in inputs:
        if given == "-":
            yield from _listed(stdin or _standard_input())
        elif remote.is_remote(given):
            for system, name in remote.files(given):
                where = str(system.unstrip_protocol(name)) if "://" in given else given
                yield from (_of_row(row, where, number) for number, row in remote.rows(system, name))
        elif _is_folder(path := Path(given)):
            yield from (_of_file(file, path) for file in _files(path, without))
        elif _is_there(path):
            yield from _of_path(path)
        else:
            for match in _matches(given):
                if not _is_within(match, without):
                    yield from _of_path(match)


def _matches(pattern: str) -> list[Path]:
    return sorted(path for path in map(Path, glob.glob(pattern, recursive=True)) if path.is_file())


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    """All files below, in the order of their names; hidden ones, links to folders, pipes and devices are left out. What
    cannot be looked into, a folder or a link, is given too: that it cannot be read is said of it as of a document."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in found:
        if path.name.startswith(".") or _is_within(path, without):
            continue
        if os.path.isdir(path):
            if not path.is_symlink() and not (path / LEDGER).is_file():  # nor the briefs of another batch
                yield from _files(path, without)
        elif not is_special(path):
            yield path


def _is_there(path: Path) -> bool:
    """Also where it may not be looked at: that is said of it as of a document."""
    try:
        return path.exists()
    except OSError:
        return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_within(path: Path, folder: Path | None) -> bool:
    return folder is not None and PurePath(os.path.realpath(path)).is_relative_to(folder)


def _of_path(path: Path) -> Iterator[Entry]:
    """The documents that a file lists, or the file as a document."""
    kind = path.suffix.lower()
    if kind in (".jsonl", ".ndjson") and _lists_documents(path):
        with opened(path) as file:
            yield from _of_lines(map(decoded, file), path)
    elif kind in (".jsonl", ".ndjson") and (fault := _no_list(path)) is not None:
        yield replace(_of_file(path, None), fault=f"{path} {fault}")
    elif kind in _TABLES and tables.is_list(path):
        for number, row in tables.rows(path):
            yield _faulty(path, number, row) if isinstance(row, str) else _of_fields(row, path, number)
    elif kind in _TABLES and (fault := tables.fault(path)) is not None:  # as one document it would be paid for in vain
        yield replace(_of_file(path, None), fault=f"{path} {fault}")
    else:
        yield _of_file(path, None)


def _listed(lines: Iterable[str]) -> Iterator[Entry]:
    """Of standard input: a path in each line, or the JSON of a document."""
    here = Path("standard input")
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith("{"):
            yield _of_line(line, here, number)
        elif line:
            yield from _of_path(Path(line))


def _standard_input() -> IO[str]:
    """Names that are no UTF-8 come through. Its buffer is its own, as the end of the process would wait for the common one
    where a thread waits for a line."""
    try:
        return open(sys.stdin.fileno(), encoding="utf-8-sig", errors="surrogateescape", closefd=False)
    except (OSError, ValueError, AttributeError):  # something else stands in its place
        if sys.stdin is None:
            raise SettingsError("standard input is closed", hint="pipe a list of paths in, or name files") from None
        return sys.stdin


def _of_lines(lines: Iterable[str], path: Path) -> Iterator[Entry]:
    return (_of_line(line, path, number) for number, line in enumerate(lines, 1) if line.strip())


def _of_line(line: str, path: Path, number: int) -> Entry:
    fields = _json(line)
    if not isinstance(fields, dict):
        return _faulty(path, number, "is not JSON of a document")
    return _of_fields(fields, path, number)


def _of_fields(fields: dict[str, Any], path: PurePath, number: int) -> Entry:
    """The document of one line or row. A path in it counts from where the list lies."""
    text, named, date = fields.get("text"), fields.get("path"), fields.get("date")
    own = fields.get("id")
    if own is not None and not (isinstance(own, str | int) and str(own).strip()):
        return _faulty(path, number, "has an `id` that is no text")
    if date is not None and not isinstance(date, str):
        return _faulty(path, number, "has a `date` that is no text")
    if isinstance(text, str) == isinstance(named, str):
        return _faulty(path, number, "needs a `text` or a `path`, and not both")
    file = Path(path.parent, named) if isinstance(named, str) else None
    name = str(own) if own is not None else file.stem if file else f"{path.stem}-{number}"
    origin = f"{path}#{own}" if own is not None else f"{path}:{number}"
    return Entry(safe(name), origin, str(text).encode("utf-8", "replace") if file is None else file, date)


def _of_row(row: Any, where: str, number: int) -> Entry:
    """The document of a row that does not lie on this machine: its text has to be in it."""
    path = PurePosixPath(where)
    if not isinstance(row, dict):
        made = _faulty(path, number, "is not JSON of a document")
    elif "path" in row:
        made = _faulty(path, number, "names a `path`; what is read from there needs a `text`")
    else:
        made = _of_fields(row, path, number)
    return replace(made, origin=made.origin.replace(str(path), where, 1))


def _faulty(path: PurePath, number: int, what: str) -> Entry:
    return Entry(safe(f"{path.stem}-{number}"), f"{path}:{number}", fault=f"line {number} of {path} {what}")


def _of_file(path: Path, folder: Path | None) -> Entry:
    """A file as a document. In a folder its id keeps the folders below, so that the briefs lie as the files do."""
    parts = path.relative_to(folder).parts if folder else (path.name,)
    name = "/".join([*map(safe, parts[:-1]), safe(path.stem)])
    return Entry(name, str(path), path)


def _lists_documents(path: Path) -> bool:
    """Whether the first object in it that could be one is a document, and not an entry of a transcript, which the readers
    take. A line that is broken says nothing of the others."""
    try:
        return any(
            "speaker" not in fields
            for fields in islice((each for each in _head(path) if {"text", "path"} & each.keys()), 1)
        )
    except (OSError, ValueError):
        return False


def _head(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of its first lines. Errors: `OSError`, `ValueError`."""
    with opened(path) as file:
        for line in islice((line for line in map(decoded, file) if line.strip()), _HEAD):
            if isinstance(fields := _json(line), dict):
                yield fields


def _no_list(path: Path) -> str | None:
    """What keeps JSON lines from being a list; None for a transcript. As one document they would be paid for in vain."""
    try:
        first = next(_head(path), None)
        with path.open("rb") as file:
            beginning = b"".join(islice(file, _HEAD))
        reading = read(beginning, path.name)
        is_transcript = isinstance(reading, Spoken) and any(turn.speaker or turn.time for turn in reading.turns)
    except (OSError, ValueError, DocumentError):  # whoever reads it as a document says what is wrong
        return None
    if first is None or is_transcript:
        return None
    return f"has no `text` or `path` in its lines (their fields are {', '.join(map(str, first))[:_SHOWN]})"


def _json(line: str) -> Any:
    """What the line says; None where it is broken."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
