"""The one path from a source to a checked brief."""

import datetime
import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel
from typing_extensions import TypeVar

from . import dates, meetings
from .assembly import assemble
from .bookkeeping import run_of, source_of, versions
from .claims import as_draft, unread_in
from .concurrency import LONG, apart
from .consistency import flag
from .coverage import cover
from .documents import Document
from .doubting import doubt
from .drafting import Drafted, Engine, draft, reconsider
from .engines.choice import engine_of, llm_of, refuse_misshapen
from .engines.loops import breathe
from .engines.model import ModelEngine
from .engines.parsing.answers import salvage
from .errors import DocumentError, InvalidAnswer, SchemaError
from .grounding import ground
from .llm import LLM, Fault
from .loading import Source as Readable, load
from .merging import Merged, merge
from .naming import name_parties
from .schemas import Brief, CheckedBrief, LineRange, Run, draft_schema
from .support import check
from .sync import run
from .translating import translate
from .words.languages import language_code

B = TypeVar("B", bound=BaseModel, default=Brief)
T = TypeVar("T")
_READ_IT = "read the file and pass what is in it: verify(Path(...).read_text(), source)"


async def asummarize(
    source: Readable,
    *,
    model: str | LLM | None = None,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
    recheck: bool = False,
    language: str | None = None,
    explain: bool = False,
) -> B:
    """The checked brief of one document.

    source: a path, a text, bytes, an open file or a `Document`. A `str` of one line may name a file, and "-" is
        standard input: text that comes from others is given as bytes, which are always the text itself.
    model: the model that drafts: a name as for `connect` ("openai:NAME"), or what `connect` returns. None: the built-in
        rules, which need no key and no network, read English only and make the default schema only.
    date: of the document, as an ISO date, where its text does not say; relative dates count from it.
    schema: `Brief`, or a class of your own whose items derive from `Evidenced`.
    prompt: the name of a prompt or the path of a prompt file; the default one for None.
    recheck: ask the model again: about the lines that the brief may have left out, and about them only; then whether
        the quotes of each item support it. An item that it doubts stays, is marked `partly`, and says why.
    language: translate the checked brief into it; a code (`de`, `pt-BR`) or a name (`German`). None: the language of
        the document. Quotes and names stay as they are, and each item keeps the words that were checked.
    explain: list in `merges` which claims from the parts of a long document became one item, and by which rule.

    Errors: `CallerError`, `ProviderError`, `ModelError`, all of them `SummarizerError`.
    """
    language = None if language is None else language_code(language)
    document = await apart(loaded, source, date, schema)
    engine = engine_of(model, schema, prompt, recheck or language is not None)
    compute = apart if len(document.text) >= LONG else _in_turn
    return await briefed(document, engine, schema, recheck=recheck, language=language, explain=explain, compute=compute)


async def _in_turn(function: Callable[..., T], *arguments: Any) -> T:
    await breathe()
    return function(*arguments)


async def briefed(
    document: Document,
    engine: Engine,
    schema: type[B],
    *,
    recheck: bool = False,
    language: str | None = None,
    explain: bool = False,
    compute: Callable[..., Awaitable[Any]] = _in_turn,
) -> B:
    """The path from a loaded document on. compute: calls what takes a while, here or beside the event loop."""
    started = time.perf_counter()
    windows = engine.windows(document)
    drafted = await draft(engine, document, windows)
    brief = await compute(checked, drafted, document, schema, run_of(engine, drafted, len(windows)), explain)
    missed = [omission.line for omission in brief.coverage.possible_omissions]
    if recheck and isinstance(engine, ModelEngine):
        if missed:
            drafted += await reconsider(engine, document, missed)
            brief = await compute(checked, drafted, document, schema, run_of(engine, drafted, len(windows)), explain)
        await doubt(brief, document, engine.llm)
    brief.run.seconds = round(time.perf_counter() - started, 3)
    if language is not None and isinstance(engine, ModelEngine) and not _is_in(language, document):
        brief = await translate(brief, engine.llm, language)
    return cast(B, brief)


def summarize(
    source: Readable,
    *,
    model: str | LLM | None = None,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
    recheck: bool = False,
    language: str | None = None,
    explain: bool = False,
) -> B:
    """`asummarize` for code that is not asynchronous; works inside a running event loop and from any thread."""
    return run(
        asummarize(
            source,
            model=model,
            date=date,
            schema=schema,
            prompt=prompt,
            recheck=recheck,
            language=language,
            explain=explain,
        )
    )


def verify(
    claimed: BaseModel | Mapping[str, Any] | str | bytes,
    source: Readable,
    *,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    model: str | LLM | None = None,
) -> B:
    """Check a draft against its source, whoever wrote it. Items that pass are in the brief, the others in `rejected`.

    claimed: a `BriefDraft` (or the draft of a schema of your own), or one as JSON, text or parsed, of which each
        part that breaks the schema is refused on its own. A brief may be given too: its items are checked again, and
        lines that were unread when it was made stay unread.
    model: as for `asummarize`; reads each item again against its quotes. An item that it doubts stays, is marked
        `partly`, and says why. An item that the checks refused stays refused, and says what the model thinks. None: no model is
        asked, and doubts from when a brief was made are dropped.
    Items without a quote get the passage that supports them best, marked `found`, if there is one; so do those of a model.

    Errors: `DocumentError`, `SchemaError`; with a model also those of `asummarize`.
    """
    llm = None if model is None else llm_of(model)
    brief, document = _verified(claimed, source, date, schema)
    if llm is not None:
        run(_read_again(brief, document, llm))
    return cast(B, brief)


async def averify(
    claimed: BaseModel | Mapping[str, Any] | str | bytes,
    source: Readable,
    *,
    date: datetime.date | str | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    model: str | LLM | None = None,
) -> B:
    """`verify` for asynchronous code: it reads and checks in a thread, so that the event loop is not blocked."""
    llm = None if model is None else llm_of(model)
    brief, document = await apart(_verified, claimed, source, date, schema)
    if llm is not None:
        await _read_again(brief, document, llm)
    return cast(B, brief)


async def _read_again(brief: CheckedBrief, document: Document, llm: LLM) -> None:
    started = time.perf_counter()
    await doubt(brief, document, llm)
    brief.run.seconds = round(brief.run.seconds + time.perf_counter() - started, 3)


def _verified(
    claimed: BaseModel | Mapping[str, Any] | str | bytes,
    source: Readable,
    date: datetime.date | str | None,
    schema: type[BaseModel],
) -> tuple[CheckedBrief, Document]:
    """The checked brief of what is claimed, and the document that it was held against."""
    document = loaded(source, date, schema)
    form = draft_schema(schema)
    faults: tuple[Fault, ...] = ()
    unread: list[tuple[LineRange, str]] = []
    if isinstance(claimed, CheckedBrief):
        claimed = claimed.model_dump_json()
    elif isinstance(claimed, Mapping):
        claimed = json.dumps(claimed, default=str)
    if isinstance(claimed, str | bytes):
        claimed, faults, unread = _read(claimed, form, document)
    elif not isinstance(claimed, form):
        raise SchemaError(
            f"the draft is a {type(claimed).__name__}, not the {form.__name__} that {schema.__name__} needs",
            hint=_READ_IT if isinstance(claimed, os.PathLike) else "pass a draft of that schema, or its JSON text",
        )
    drafted = Drafted([claimed], unread, list(faults))
    made = Run(engine="given", versions=versions(), cost=0.0)
    started = time.perf_counter()
    brief = checked(drafted, document, schema, made)
    brief.run.seconds = round(time.perf_counter() - started, 3)
    return brief, document


def loaded(source: Readable, date: datetime.date | str | None, schema: type[BaseModel]) -> Document:
    """The document, after a look at what can be wrong before anything is spent. Errors: `DocumentError`, `SchemaError`."""
    refuse_misshapen(schema)
    document = load(source, date=date)
    if not document.segments:
        raise DocumentError(f"{document.name} holds no words", hint="check that it is the right document")
    return document


def _is_in(language: str, document: Document) -> bool:
    """Whether the document is in that language already, so that the brief of it is."""
    return language.split("-")[0] == document.language


def _names_file(text: str) -> bool:
    """Whether a draft is given by the path of its file rather than by what is in it."""
    line = text.strip()
    return "\n" not in line and "{" not in line and (line.lower().endswith(".json") or os.path.isfile(line))


def _read(
    claimed: str | bytes, form: type[BaseModel], document: Document
) -> tuple[BaseModel, tuple[Fault, ...], list[tuple[LineRange, str]]]:
    """The draft, what of it breaks the schema, and the lines that it says were not read."""
    try:
        read = salvage(as_draft(claimed), form)
        if read.cut_off:
            raise InvalidAnswer("the answer breaks off before its end")
        unread = unread_in(claimed, document)
    except UnicodeDecodeError as error:
        raise SchemaError(
            f"the draft is not in UTF-8, as its byte {error.start} shows", hint="save it in UTF-8"
        ) from error
    except InvalidAnswer as error:
        if isinstance(claimed, str) and _names_file(claimed):
            raise SchemaError(f"the draft is the name of a file, {claimed.strip()}", hint=_READ_IT) from error
        what = str(error).removeprefix("the answer ")  # which it is to a model
        raise SchemaError(
            f"the draft cannot be read as a {form.__name__}: it {what}",
            hint="`summarizer schema draft` prints its form",
        ) from error
    return read.answer, read.faults, unread


def checked(
    drafted: Drafted, document: Document, schema: type[BaseModel], made: Run, explain: bool = False
) -> CheckedBrief:
    """From here on it is the same for every draft, whoever made it; only a given one is not merged with itself."""
    given = made.engine == "given"
    merged = Merged(drafted.drafts[0]) if given else merge(drafted.drafts)
    items = [item for draft in merged.drafts for item in ground(draft, document, seek_missing=True)]
    meetings.place(items, document)
    check(items, document)
    name_parties(items, document)
    dates.date_items(items, schema, document)
    flag(items, document, merged.settled)
    coverage = cover(items, document, drafted.unread)
    brief = assemble(
        schema, merged.draft, items, faults=drafted.faults, coverage=coverage, source=source_of(document), run=made
    )
    brief.rejected += merged.set_aside
    brief.merges = merged.merges if explain else None
    return brief
