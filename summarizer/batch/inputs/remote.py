"""Lists of documents, and briefs, in buckets and in Parquet: whatever fsspec reaches and pyarrow reads."""

import datetime
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO, Any

from ...errors import CallerError, OutputError, SettingsError
from ...extras import how_to_install
from . import jsonlines
from .encoded import as_text

_SUFFIXES = (".jsonl", ".ndjson", ".parquet")
_ROWS = 256  # of Parquet that are read at once
_GROUP = 1000  # briefs that are written at once


def is_remote(given: str) -> bool:
    """Whether it is for this module: an address such as `s3://bucket/list.jsonl`, or a Parquet file anywhere."""
    return "://" in given or given.endswith(".parquet")


def files(address: str) -> list[tuple[Any, str]]:
    """The files that an address, which may hold a pattern, names: file system and path. Errors: `SettingsError`."""
    _refuse_other(address)
    with _reached(address):
        import fsspec

        system, _, paths = fsspec.get_fs_token_paths(address, mode="rb", expand=True)
        found = [(system, path) for path in sorted(paths) if system.isfile(path)]
    if not found:
        raise SettingsError(f"there is no file {address}", hint="check the address, and what you may read there")
    return found


def check(address: str) -> None:
    """Make sure that `write` knows the form and has what it needs, before anything is paid for. Errors: `SettingsError`."""
    _refuse_other(address)
    with _reached(address):
        import fsspec

        fsspec.url_to_fs(address)
        if address.endswith(".parquet"):
            import pyarrow.parquet  # noqa: F401


def rows(system: Any, path: str) -> Iterator[tuple[int, Any]]:
    """Number and fields of each row; of JSON lines as `jsonlines.rows`."""
    with system.open(path, "rb") as file:
        yield from _of_parquet(file) if path.endswith(".parquet") else jsonlines.rows_of(as_text(file))


def write(address: str, briefs: Iterable[str]) -> None:
    """Put briefs, each the JSON of one line, in place in one step. Errors: `SettingsError`, `OutputError`.

    A Parquet file gets the columns `id`, `status` and `brief`, which is the JSON.
    """
    check(address)
    with _reached(address, OutputError):
        import fsspec

        system, path = fsspec.url_to_fs(address)
        system.makedirs(system._parent(path), exist_ok=True)
        with system.transaction, system.open(path, "wb") as file:
            if path.endswith(".parquet"):
                _write_parquet(file, iter(briefs))
            else:
                file.writelines(f"{brief}\n".encode() for brief in briefs)


def _of_parquet(file: IO[bytes]) -> Iterator[tuple[int, Any]]:
    import pyarrow.parquet

    table = pyarrow.parquet.ParquetFile(file)
    columns = [name for name in table.schema_arrow.names if name in ("id", "text", "path", "date")]
    number = 0
    for batch in table.iter_batches(_ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield number, {name: _plain(value) for name, value in row.items() if value is not None}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _write_parquet(file: IO[bytes], briefs: Iterator[str]) -> None:
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(name, pyarrow.string()) for name in ("id", "status", "brief")])
    with pyarrow.parquet.ParquetWriter(file, schema) as writer:
        while group := list(islice(briefs, _GROUP)):
            read = [json.loads(brief) for brief in group]
            made = [
                {"id": each["id"], "status": each.get("status"), "brief": brief}
                for each, brief in zip(read, group, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_pylist(made, schema))


def _refuse_other(address: str) -> None:
    if not address.endswith(_SUFFIXES):
        raise SettingsError(
            f"{address} is neither JSON lines nor Parquet", hint=f"its name has to end in {' or '.join(_SUFFIXES)}"
        )


@contextmanager
def _reached(address: str, fault: type[CallerError] = SettingsError) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        missing = error.name if error.name in ("fsspec", "pyarrow") else None
        raise SettingsError(
            f"{address} cannot be reached: {error}",
            hint=how_to_install("data") if missing else "install what it names",
        ) from error
    except FileNotFoundError as error:
        raise SettingsError(f"there is no file {address}", hint="check the address") from error
    except (OSError, ValueError) as error:
        raise fault(f"{address} cannot be reached: {error}", hint="check the address and your access to it") from error
