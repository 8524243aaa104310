"""The one path from a source to a checked brief."""

import datetime
import hashlib
import json
import platform
import time
from dataclasses import asdict
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import cast

from pydantic import BaseModel
from typing_extensions import TypeVar

from . import dates
from .assembly import assemble
from .coverage import cover
from .documents import Document
from .drafting import Drafted, Engine, draft
from .engines.answers import salvage
from .engines.connect import connect
from .engines.model import ModelEngine
from .engines.rules.engine import RulesEngine
from .errors import InvalidAnswer, SchemaError, SettingsError
from .grounding import ground
from .llm import LLM, Fault
from .loading import Source as Readable, load
from .merging import merge
from .prompts import load_prompt
from .schemas import Brief, BriefDraft, PromptUsed, Run, Source, draft_schema
from .support import check
from .sync import run
from .windows import split

B = TypeVar("B", bound=BaseModel, default=Brief)


async def asummarize(
    source: Readable,
    *,
    model: str | LLM | None = None,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
) -> B:
    """The checked brief of one document.

    source: a path, a text, bytes, an open file or a `Document`.
    model: what drafts, as `connect` takes it ("openai:NAME") or gives it; None for the built-in rules,
        which need no key and no network, read English only and make the default schema only.
    date: of the document, as an ISO date, where its text does not say; relative dates count from it.
    schema: `Brief`, or a class of your own whose items derive from `Evidenced`.
    prompt: the name of a prompt or the path of a prompt file; the default one for None.

    Errors: `CallerError`, `ProviderError`, `ModelError`, all of them `SummarizerError`.
    """
    document = load(source, date=date)
    engine = _engine(model, schema, prompt)
    started = time.perf_counter()
    windows = split(document, engine.window)
    drafted = await draft(engine, document, windows)
    drafted.drafts = [merge(drafted.drafts)] if drafted.drafts else [draft_schema(schema)()]
    return _checked(drafted, document, schema, _run(engine, drafted, len(windows)), started)


def summarize(
    source: Readable,
    *,
    model: str | LLM | None = None,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
) -> B:
    """`asummarize` for code that is not asynchronous; works inside a running event loop and from any thread."""
    return run(asummarize(source, model=model, date=date, schema=schema, prompt=prompt))


def verify(
    claimed: BaseModel | str | bytes,
    source: Readable,
    *,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
) -> B:
    """Check a draft against its source, whoever wrote it: what holds becomes the brief.

    claimed: a `BriefDraft` (or the draft of a schema of your own), or one as JSON text, of which each
        part that breaks the schema is refused on its own.
    Items without a quote get the passage that bears them best, marked `found`, if there is one.

    Errors: `DocumentError`, `SchemaError`.
    """
    document = load(source, date=date)
    form = draft_schema(schema)
    faults: tuple[Fault, ...] = ()
    if isinstance(claimed, str | bytes):
        claimed, faults = _read(claimed, form)
    elif not isinstance(claimed, form):
        raise SchemaError(
            f"the draft is a {type(claimed).__name__}, not the {form.__name__} that {schema.__name__} needs",
            hint="pass a draft of that schema, or its JSON text",
        )
    drafted = Drafted([claimed], faults=list(faults))
    return _checked(drafted, document, schema, Run(engine="given", versions=_versions()), time.perf_counter())


def _read(claimed: str | bytes, form: type[BaseModel]) -> tuple[BaseModel, tuple[Fault, ...]]:
    try:
        return salvage(claimed.decode() if isinstance(claimed, bytes) else claimed, form)
    except (UnicodeDecodeError, InvalidAnswer) as error:
        raise SchemaError(
            f"the draft cannot be read as a {form.__name__}: {error}", hint="`summarizer schema draft` prints its form"
        ) from error


def _checked(drafted: Drafted, document: Document, schema: type[B], made: Run, started: float) -> B:
    """From here on it is the same for every draft: ground, check, date, cover, assemble."""
    (claimed,) = drafted.drafts
    items = ground(claimed, document, seek_missing=made.engine == "given")
    check(items, document)
    dates.date_items(items, schema, document)
    coverage = cover(items, document, drafted.unread)
    made.seconds = round(time.perf_counter() - started, 3)
    brief = assemble(
        schema, claimed, items, faults=drafted.faults, coverage=coverage, source=_source(document), run=made
    )
    return cast(B, brief)


def _engine(model: str | LLM | None, schema: type[BaseModel], prompt: str | Path | None) -> Engine:
    if model is not None:
        llm = connect(model) if isinstance(model, str) else model
        return ModelEngine(llm, load_prompt(prompt), draft_schema(schema))
    if draft_schema(schema) is not BriefDraft:
        raise SettingsError(
            f"the built-in rules cannot fill {schema.__name__}", hint="name a model: it can fill any schema"
        )
    if prompt is not None:
        raise SettingsError("the built-in rules use no prompt", hint="name a model as well, or leave the prompt out")
    return RulesEngine()


def _source(document: Document) -> Source:
    return Source(
        name=document.name,
        sha256=document.sha256,
        characters=len(document.text),
        title=document.title,
        date=document.date,
        date_basis=document.date_basis,
        kind=document.kind,
        language=document.language,
    )


def _run(engine: Engine, drafted: Drafted, windows: int) -> Run:
    usage = drafted.usage
    made = Run(engine=engine.name, windows=windows, versions=_versions())
    if not isinstance(engine, ModelEngine):
        return made
    return made.model_copy(
        update={
            "model": drafted.model,
            "prompt": PromptUsed(name=engine.prompt.name, sha256=engine.prompt.sha256),
            "schema_sha256": _schema_sha256(engine.schema),
            **asdict(usage),
        }
    )


@lru_cache(maxsize=64)
def _schema_sha256(schema: type[BaseModel]) -> str:
    return hashlib.sha256(json.dumps(schema.model_json_schema(), sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def _versions() -> dict[str, str]:
    names = {"summarizer": "checked-briefs", "pydantic": "pydantic", "openai": "openai", "instructor": "instructor"}
    return {name: metadata.version(package) for name, package in names.items()} | {"python": platform.python_version()}
