"""One document of a batch that is not read yet."""

import asyncio
import datetime
import hashlib
import stat
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from ...documents import Document
from ...errors import DocumentError, SummarizerError
from ...loading import LARGEST, Source, load

_SMALL = 100_000  # bytes


@dataclass(frozen=True)
class Entry:
    """One document of a batch, not read yet."""

    id: str
    """The id that is asked for; two entries may ask for the same one."""
    origin: str
    """Where it comes from: what identifies it, the same in each run. Of a file it is `places.place`."""
    source: Source = b""
    date: datetime.date | str | None = None
    fault: str | None = None
    """What is wrong with the line that names it, or why it cannot be read."""
    name: str | None = None
    """Name of the file that the source was read from, where it was read already."""
    spelled: str | None = None
    """Its place as the user wrote it; None where nobody wrote one."""

    @property
    def where(self) -> str:
        """Its place as the user wrote it, for messages."""
        return self.spelled or self.origin

    def load(self) -> Document:
        """The document. Errors: `DocumentError`."""
        self._check()
        name = self.name or self.id if isinstance(self.source, bytes) else None
        document = load(self.source, name=name, date=self.date)
        if name is not None and self.name is None and document.date_basis == f"file name {name}":
            return replace(document, date_basis=f"id {name}")
        return document

    def carried(self) -> "Entry":
        """The entry with the content of its file, for a machine that does not have the file. Errors: `DocumentError`."""
        self._check()
        if not isinstance(self.source, Path):
            return self
        try:
            with self.source.open("rb") as file:
                return replace(self, source=file.read(LARGEST + 1), name=self.source.name)
        except (OSError, ValueError) as error:
            raise _unreadable(self.source, error) from error

    def sha256(self) -> str:
        """Hash of all that shapes its document: content, name and date. Errors: `DocumentError`."""
        self._check()
        source = self.source
        if isinstance(source, Path):
            content, name = _digest(source), source.name
        else:
            held = _told(source) if isinstance(source, Document) else source
            held = held if isinstance(held, bytes) else str(held).encode("utf-8", "replace")
            content, name = hashlib.sha256(held), self.id
        content.update(f"\0{name}\0{self.date}".encode("utf-8", "replace"))
        return str(content.hexdigest())

    def content(self) -> "Content":
        """The hash of what it holds, or why there is none."""
        try:
            return Content(self.sha256(), None)
        except SummarizerError as error:
            return Content(None, error)

    async def read(self) -> Document:
        """As `load`; a large file is read in a thread. Errors: `DocumentError`."""
        return self.load() if self._is_small else await asyncio.to_thread(self.load)

    @property
    def _is_small(self) -> bool:
        """Whether it is read in no time."""
        try:
            return not isinstance(self.source, Path) or self.source.stat().st_size < _SMALL
        except OSError:
            return True

    def _check(self) -> None:
        if self.fault is not None:
            raise DocumentError(self.fault, hint="correct it, then run again")
        if isinstance(self.source, Path) and is_special(self.source):
            raise DocumentError(f"{self.source} is no file", hint="save what it gives as a file")


class Content(NamedTuple):
    """The hash of what an entry holds, or why there is none."""

    sha256: str | None
    fault: SummarizerError | None


def _told(document: Document) -> str:
    """All that shapes a brief of a document, in one order."""
    parts = {one.name: getattr(document, one.name) for one in fields(document) if one.name != "name"}
    return repr(parts | {"segments": tuple(document.segments), "gaps": tuple(document.gaps)})


def _digest(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> DocumentError:
    reason = getattr(error, "strerror", None) or str(error)
    hints: dict[type[Exception], str] = {
        IsADirectoryError: "name the files in it",
        PermissionError: "give read permission",
    }
    return DocumentError(f"{path} cannot be read: {reason}", hint=hints.get(type(error), "check the path"))


def is_special(path: Path) -> bool:
    """Whether it is a pipe, a socket or a device: to read it may take for ever."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
