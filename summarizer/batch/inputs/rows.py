"""Entries for files, and for the rows of lists that name documents."""

from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from .entry import Entry
from .ids import within
from .places import place

_FIELDS = ("id", "text", "path", "date")
_SHOWN = 200  # characters of the names of fields


def of_file(path: Path, folder: Path | None = None, *, fault: str | None = None) -> Entry:
    """A file as a document. In a folder its id keeps the folders below, so that the briefs lie as the files do."""
    parts = path.relative_to(folder).parts if folder else (path.name,)
    return Entry(within("/".join([*parts[:-1], path.stem])), place(path), path, fault=fault, spelled=str(path))


class Listing:
    """A list of documents, from row to row."""

    def __init__(self, path: PurePath, where: str | None = None) -> None:
        """where: its address, if it is not on this machine."""
        self._path = path
        self._place = place(path) if where is None else where
        self._spelled = str(path) if where is None else where

    def document(self, fields: Any, number: int) -> Entry:
        """The entry for one line or row. A path in it counts from where the list lies; without an id, the document is that file."""
        if not isinstance(fields, dict):
            return self.faulty(number, "is not JSON of a document")
        given, fields = fields, _filled(fields)
        own, text, named, date = (fields.get(name) for name in _FIELDS)
        if own is not None and (not isinstance(own, str | int) or isinstance(own, bool)):
            return self.faulty(number, "has an `id` that is no text")
        if (fault := _fault(fields, given)) is not None:
            return self.faulty(number, fault, own)
        entry = replace(self._entry(number, own), date=date)
        if text is not None:
            return replace(entry, source=text.encode("utf-8", "replace"))
        file = Path(self._path.parent, str(named))
        if own is None:
            return replace(entry, id=within(file.stem), origin=place(file), source=file)
        return replace(entry, source=file)

    def carried(self, fields: Any, number: int) -> Entry:
        """The entry for a row from another machine, which has to hold the text itself."""
        if isinstance(fields, dict) and "path" in fields:
            return self.faulty(number, "names a `path`; what is read from there needs a `text`", fields.get("id"))
        return self.document(fields, number)

    def faulty(self, number: int, what: str, own: str | int | None = None) -> Entry:
        """An entry with a fault, in place of the document that a line should name. what: what is wrong with the line. own: the
        id in it, if it has one."""
        return replace(self._entry(number, own), fault=f"line {number} of {self._spelled} {what}")

    def _entry(self, number: int, own: str | int | None) -> Entry:
        """The entry for a row, without what it holds."""
        line = f":{number}"
        name = within(f"{self._path.stem}-{number}" if own is None else str(own))
        return Entry(name, f"{self._place}{line if own is None else f'#{own}'}", spelled=f"{self._spelled}{line}")


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields without those that are left blank, as programs write what they do not have; a text may be empty, which is a
    fault of the document, unless a path stands for it."""
    blank = {name for name in _FIELDS if isinstance(value := fields.get(name), str) and not value.strip()}
    if not ("path" in fields and "path" not in blank):
        blank.discard("text")
    return {name: value for name, value in fields.items() if name not in blank}


def _fault(fields: dict[str, Any], given: dict[str, Any]) -> str | None:
    """What keeps a line from being a document. given: with what is left blank."""
    told = [name for name in ("text", "path") if fields.get(name) is not None]
    for name in (*told, "date"):
        if not isinstance(fields.get(name), str | None):
            return f"has a `{name}` that is no text"
    if len(told) == 2:
        return "has a `text` and a `path`; one of them is needed"
    if not told and "path" in given:
        return "has nothing in its `path`"
    if not told:
        return f"has no `text` or `path` (its fields are {', '.join(map(str, fields))[:_SHOWN] or 'none'})"
    return None
