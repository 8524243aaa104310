"""Documents as files, and as the rows of lists name them."""

from pathlib import Path, PurePath
from typing import Any

from .entry import Entry
from .ids import safe
from .places import place


def of_file(path: Path, folder: Path | None = None, *, fault: str | None = None) -> Entry:
    """A file as a document. In a folder its id keeps the folders below, so that the briefs lie as the files do."""
    parts = path.relative_to(folder).parts if folder else (path.name,)
    name = "/".join([*map(safe, parts[:-1]), safe(path.stem)])
    return Entry(name, place(path), path, fault=fault, spelled=str(path))


class Listing:
    """A list of documents, from row to row."""

    def __init__(self, path: PurePath, where: str | None = None) -> None:
        """where: it stands, if that is no place of this machine."""
        self._path = path
        self._place = place(path) if where is None else where
        self._spelled = str(path) if where is None else where

    def document(self, fields: Any, number: int) -> Entry:
        """Of one line or row. A path in it counts from where the list lies; without an id, the document is that file."""
        if not isinstance(fields, dict):
            return self.faulty(number, "is not JSON of a document")
        text, named, date = fields.get("text"), fields.get("path"), fields.get("date")
        own = fields.get("id")
        if own is not None and not (isinstance(own, str | int) and str(own).strip()):
            return self.faulty(number, "has an `id` that is no text")
        if date is not None and not isinstance(date, str):
            return self.faulty(number, "has a `date` that is no text")
        if isinstance(text, str) == isinstance(named, str):
            return self.faulty(number, "needs a `text` or a `path`, and not both")
        row = f":{number}" if own is None else f"#{own}"
        spelled = f"{self._spelled}{row}"
        if isinstance(text, str):
            name = safe(f"{self._path.stem}-{number}" if own is None else str(own))
            return Entry(name, f"{self._place}{row}", text.encode("utf-8", "replace"), date, spelled=spelled)
        file = Path(self._path.parent, str(named))
        if own is None:
            return Entry(safe(file.stem), place(file), file, date, spelled=spelled)
        return Entry(safe(str(own)), f"{self._place}{row}", file, date, spelled=spelled)

    def carried(self, fields: Any, number: int) -> Entry:
        """Of a row that does not lie on this machine: its text has to be in it."""
        if isinstance(fields, dict) and "path" in fields:
            return self.faulty(number, "names a `path`; what is read from there needs a `text`")
        return self.document(fields, number)

    def faulty(self, number: int, what: str) -> Entry:
        """In the place of a document that a line should name. what: is wrong with it."""
        name, row = safe(f"{self._path.stem}-{number}"), f":{number}"
        fault = f"line {number} of {self._spelled} {what}"
        return Entry(name, f"{self._place}{row}", fault=fault, spelled=f"{self._spelled}{row}")
