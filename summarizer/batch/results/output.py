"""Where the briefs of a batch go, and the two files that say what became of it."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, cast

from pydantic import BaseModel
from pydantic_core import to_json as to_json_bytes

from ...bookkeeping import versions
from ...documents import Document
from ...errors import OutputError
from ...exports.forms import FORMS
from ...exports.json import in_order, to_json
from ...files import replace_file
from ...schemas import CheckedBrief
from ..accounts.ledger import Ledger
from ..accounts.records import Record
from ..names import BRIEFS, DOCUMENTS, FAILED, MANIFEST

_STATES = ("complete", "incomplete", "failed")


class Output(Protocol):
    """Where briefs go."""

    def has(self, record: Record) -> bool:
        """Whether the brief of that record is there."""
        ...

    def forms(self, own: str, brief: BaseModel, document: Document) -> tuple[bytes, ...]:
        """What is to be put there for the brief of a document; in whichever process."""
        ...

    def put(self, own: str, forms: tuple[bytes, ...]) -> tuple[int, bytes | None]:
        """Put it there; returns its size, and what the ledger is to keep. Errors: `OSError`."""
        ...

    def drop(self, own: str) -> None:
        """Take away what was put there, if anything: it is of another text than the document has now. Errors: `OSError`."""
        ...


class _InFolder:
    """A folder with the files of briefs, `ID.brief.json` and `ID.brief.md` or `.html`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def drop(self, own: str, forms: Iterable[str] = FORMS) -> None:
        """As `Output.drop`, of the files in these forms."""
        for form in forms:
            self._path(own, form).unlink(missing_ok=True)

    def _path(self, own: str, form: str = "json") -> Path:
        return self._folder / f"{own}.brief.{form}"


class BriefFiles(_InFolder):
    """One file for each brief, and one in another form beside it, where that is wanted."""

    def __init__(self, folder: Path, form: str = "json") -> None:
        """form: one of `FORMS`."""
        super().__init__(folder)
        self._form = form

    def has(self, record: Record) -> bool:
        """As `Output.has`: a file that is not as long as it was written does not count."""
        try:
            is_whole = self._path(record.id).stat().st_size == record.bytes
        except OSError:
            return False
        return is_whole and self._path(record.id, self._form).exists()

    def forms(self, own: str, brief: BaseModel, document: Document) -> tuple[bytes, ...]:
        """As `Output.forms`: JSON, then the page beside it."""
        content = _json(brief).encode()
        if self._form == "json":
            return (content,)
        return content, FORMS[self._form](cast(CheckedBrief, brief), document).encode()

    def put(self, own: str, forms: tuple[bytes, ...]) -> tuple[int, bytes | None]:
        """As `Output.put`."""
        content, *pages = forms
        path = self._path(own)
        path.parent.mkdir(parents=True, exist_ok=True)
        for page in pages:
            replace_file(self._path(own, self._form), page)
        replace_file(path, content)
        self.drop(own, FORMS.keys() - {"json", self._form})  # of an earlier run, and nobody would write it again
        return len(content), None


class BriefLines(_InFolder):
    """All briefs in one file of JSON lines. They are kept in the ledger until it is written, in the order of the inputs;
    what earlier runs wrote of them in files of their own goes."""

    def has(self, record: Record) -> bool:
        """As `Output.has`."""
        return record.kept

    def forms(self, own: str, brief: BaseModel, document: Document) -> tuple[bytes, ...]:
        """As `Output.forms`."""
        fields = in_order(brief) if isinstance(brief, CheckedBrief) else brief.model_dump(mode="json")
        return (to_json_bytes({"id": own, **fields}),)

    def put(self, own: str, forms: tuple[bytes, ...]) -> tuple[int, bytes | None]:
        """As `Output.put`."""
        (line,) = forms
        self.drop(own)
        return len(line), line


@contextmanager
def writing(own: str) -> Iterator[None]:
    """Within it, a brief is put where it goes. Errors: `OutputError`, which is the end of the run: the place takes no more."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"the brief of {own} cannot be written: {error.strerror}",
            hint="free disk space, or give write permission, then run again",
        ) from error


def write_summary(
    ledger: Ledger, settings: dict[str, Any], *, total: int | None, seconds: float, stopped: str | None
) -> dict[str, Any]:
    """Writes `manifest.json`, `documents.jsonl` and `failed.jsonl`, and `briefs.jsonl` if briefs are kept in the ledger;
    returns the first.

    total: documents of the inputs, where they could be counted: a run that stopped has not met them all.
    """
    counts, usage, bill = ledger.counts(), ledger.usage(), ledger.bill()
    settled = sum(counts.get(state, 0) for state in _STATES)
    undone = max(counts.get("new", 0), (total or 0) - settled)
    manifest = {
        "format": "batch/1",
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "run": ledger.run,
        "seconds": round(seconds, 1),
        "stopped": stopped,
        "documents": {
            "listed": settled + undone,
            **{state: counts.get(state, 0) for state in _STATES},
            "undone": undone,
        },
        "shortfalls": ledger.shortfalls(),
        "usage": asdict(usage) | {"cost": _dollars(usage.cost)},
        "answers_paid": bill.answers,
        "settings": settings,
        "versions": versions(),
    }
    settled_ones = (record for state in _STATES for record in ledger.records(state))
    replace_file(ledger.folder / DOCUMENTS, _lines(map(_entered, settled_ones)))
    replace_file(ledger.folder / FAILED, _lines(map(_failure, ledger.records("failed"))))
    briefs, path = ledger.briefs(), ledger.folder / BRIEFS
    if (first := next(briefs, None)) is not None:
        replace_file(path, (brief.encode() + b"\n" for brief in chain([first], briefs)))
    else:
        path.unlink(missing_ok=True)  # of a run in another form: what it held is no longer so
    replace_file(ledger.folder / MANIFEST, json.dumps(manifest, indent=2, ensure_ascii=False).encode() + b"\n")
    return manifest


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    return (json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _entered(record: Record) -> dict[str, Any]:
    """A row of `documents.jsonl`, by which a program joins briefs and costs with its own list of documents: `source` is where
    the document stood, with its id there."""
    usage = {name: getattr(record.usage, name) for name in ("requests", "prompt_tokens", "completion_tokens")}
    cost = _dollars(record.usage.cost)
    return _place(record) | {"state": record.state, "shortfall": record.shortfall, **usage, "cost": cost}


def _failure(record: Record) -> dict[str, Any]:
    return _place(record) | {name: getattr(record, name) for name in ("reason", "message", "hint", "attempts")}


def _place(record: Record) -> dict[str, Any]:
    return {"id": record.id, "source": record.origin}


def _dollars(cost: float | None) -> float | None:
    """Without what adding up in binary leaves behind; a token costs more than the last place that is kept."""
    return None if cost is None else round(cost, 12)


def _json(brief: BaseModel) -> str:
    return to_json(brief) if isinstance(brief, CheckedBrief) else brief.model_dump_json(indent=2) + "\n"
