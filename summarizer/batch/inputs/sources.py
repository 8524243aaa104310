"""What a batch is given, document by document: files, folders, patterns, JSON lines, a CSV manifest, a list."""

import glob
import os
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any

from ...documents import Document
from ...errors import DocumentError, SettingsError
from ...loading import Source, read_stream
from ...readers.spreadsheets import NAMES as TABLES
from ..names import LEDGER
from . import jsonlines, remote, tables
from .entry import Entry, is_special
from .ids import safe, within
from .rows import Listing, of_file

_PATTERN = re.compile(r"[*?\[]")
_LINES = (".jsonl", ".ndjson")


def entry_of(source: "Source | Entry", number: int) -> Entry:
    """The entry for a source that a program passes. number: of the source, by which it is known unless it is a file.

    An id becomes a path within the folder, wherever else it would lead.
    """
    if isinstance(source, Entry):
        own = within(str(source.id))  # it may be the number of a row
        return replace(_held(source), id=own, origin=str(source.origin))
    if (path := _file_of(source)) is not None:
        return of_file(path)
    name = safe(source.name) if isinstance(source, Document) else f"document-{number}"
    return _held(Entry(name, f"#{number}", source))


def _held(entry: Entry) -> Entry:
    """The entry with its source as a path, or as what a stream gives."""
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
        with the same columns, an address of JSON lines or Parquet with `text` in a bucket, or `-` for a list of paths (or
        such JSON lines) on standard input. Of a folder all files are taken but hidden ones. without: a folder to leave
        out, which is where the briefs go.

    Errors: `SettingsError` for an input that is not there, raised before the first document.
    """
    without = without.resolve() if without else None
    for given in inputs:
        if remote.is_remote(given):
            remote.files(given)
        elif given != "-":
            _check(given, without)
    return _entries(inputs, without, stdin)


def _check(given: str, without: Path | None) -> None:
    """Make sure that an input on this machine is there, and may be one. Errors: `SettingsError`."""
    if not given:  # a variable of the shell that is not set; as a path it would be the current folder, all of it
        raise SettingsError("an input is empty", hint="name a file, a folder or a pattern")
    path = Path(given)
    if os.path.isdir(path) and _is_within(path, without):
        raise SettingsError(
            f"{given} is the folder for the briefs, or lies in it", hint="name another folder for the briefs"
        )
    if not _is_there(path):
        found = _matches(given) if _PATTERN.search(given) else []
        if not found:
            raise SettingsError(f"there is no file {given}", hint="check the path, or quote the pattern")
        if all(_is_within(each, without) for each in found):
            raise SettingsError(
                f"all that {given} finds is in the folder for the briefs", hint="name another folder for the briefs"
            )
    if is_special(path):
        raise SettingsError(
            f"{given} is neither a file nor a folder", hint="save what it gives as a file; - reads a list from a pipe"
        )


def count(inputs: Sequence[str], *, without: Path | None = None) -> int | None:
    """How many documents `entries` will give; None where standard input lists them. Documents are not read."""
    return None if "-" in inputs else sum(1 for _ in entries(inputs, without=without))


def _entries(inputs: Sequence[str], without: Path | None, stdin: IO[str] | None) -> Iterator[Entry]:
    for given in inputs:
        if given == "-":
            yield from _listed(stdin or _standard_input())
        elif remote.is_remote(given):
            for system, name in remote.files(given):
                listing = _carried(given, system, name)
                yield from (listing.carried(row, number) for number, row in remote.rows(system, name))
        elif os.path.isdir(path := Path(given)):
            for file in _files(path, without):
                yield from _of_path(file, path)
        elif _is_there(path):
            yield from _of_path(path)
        else:
            for match in _matches(given):
                if not _is_within(match, without):
                    yield from _of_path(match)


def _carried(given: str, system: Any, name: str) -> Listing:
    if "://" in given:
        where = str(system.unstrip_protocol(name))
        return Listing(PurePosixPath(where), where)
    return Listing(Path(name if _PATTERN.search(given) else given))


def _matches(pattern: str) -> list[Path]:
    found = map(Path, glob.glob(pattern, recursive=True))
    return sorted(path for path in found if not (os.path.isdir(path) or is_special(path)))


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    """All files below, in the order of their names, and behind them those to which links to folders lead; hidden ones,
    pipes and devices are left out. What cannot be looked into, a folder or a link, is given too: that it cannot be read
    is said of it as of a document."""
    met: set[str] = set()
    links = deque([folder])
    while links:
        yield from _below(links.popleft(), without, met, links)


def _below(folder: Path, without: Path | None, met: set[str], links: deque[Path]) -> Iterator[Path]:
    """met: the folders that were looked into, whose links lead in circles. links: to be added to."""
    if (real := os.path.realpath(folder)) in met:
        return
    met.add(real)
    try:
        found = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in found:
        if path.name.startswith(".") or _is_within(path, without):
            continue
        if os.path.isdir(path):
            if os.path.isfile(path / LEDGER):  # the briefs of another batch
                continue
            if path.is_symlink():
                links.append(path)
            else:
                yield from _below(path, without, met, links)
        elif not is_special(path):
            yield path


def _is_there(path: Path) -> bool:
    """Whether there is such a file; also where that cannot be found out: then its entry says so."""
    try:
        return path.exists()
    except OSError:
        return True


def _is_within(path: Path, folder: Path | None) -> bool:
    return folder is not None and PurePath(os.path.realpath(path)).is_relative_to(folder)


def _of_path(path: Path, folder: Path | None = None) -> Iterator[Entry]:
    """The documents that a file lists, or the file as a document. folder: in which it was found."""
    kind = path.suffix.lower()
    if kind in _LINES and jsonlines.is_list(path):
        listing = Listing(path)
        yield from (listing.document(fields, number) for number, fields in jsonlines.rows(path))
    elif kind in TABLES and tables.is_list(path):
        listing = Listing(path)
        for number, row in tables.rows(path):
            yield listing.faulty(number, row) if isinstance(row, str) else listing.document(row, number)
    else:
        fault = jsonlines.fault(path) if kind in _LINES else tables.fault(path) if kind in TABLES else None
        yield of_file(path, folder, fault=fault and f"{path} {fault}")  # as one document it would be paid for in vain


def _listed(lines: Iterable[str]) -> Iterator[Entry]:
    """Of standard input: a path in each line, or the JSON of a document."""
    here = Listing(PurePath("standard input"), "standard input")
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith("{"):
            yield here.document(jsonlines.said(line), number)
        elif line:
            yield from _of_path(Path(line))


def _standard_input() -> IO[str]:
    """Names that are no UTF-8 come through. Its buffer is its own, as the end of the process would wait for the common one
    where a thread waits for a line."""
    try:
        return open(sys.stdin.fileno(), encoding="utf-8-sig", errors="surrogateescape", closefd=False)
    except (OSError, ValueError):  # something else stands in its place
        return sys.stdin
