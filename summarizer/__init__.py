"""Briefs of meetings that can be checked: every item quotes the source, and code verifies it.

    >>> from summarizer import summarize
    >>> brief = summarize("minutes.md", model="openai:NAME")    # without a model: the built-in rules
    >>> brief.commitments[0].evidence[0].quote

What is named here is the whole public interface; everything else may change. Names are imported when
they are first used, so that `import summarizer` and `summarizer --help` cost next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__: str

if TYPE_CHECKING:  # `X as X` says to type checkers that the name is public here
    from .batch.inputs.entry import Entry as Entry
    from .batch.many import asummarize_many as asummarize_many, summarize_many as summarize_many
    from .batch.results.outcome import DocumentOutcome as DocumentOutcome
    from .documents import Document as Document, Gap as Gap, Message as Message, Segment as Segment, Turn as Turn
    from .engines.connect import Options as Options, connect as connect
    from .errors import (
        AnswerCutOff as AnswerCutOff,
        BadRequest as BadRequest,
        BudgetSpent as BudgetSpent,
        CallerError as CallerError,
        ContentFiltered as ContentFiltered,
        ContextTooLong as ContextTooLong,
        DocumentError as DocumentError,
        EmptyAnswer as EmptyAnswer,
        InvalidAnswer as InvalidAnswer,
        ModelError as ModelError,
        ModelNotFound as ModelNotFound,
        OutputError as OutputError,
        PromptError as PromptError,
        ProviderError as ProviderError,
        ProviderFault as ProviderFault,
        QuotaExceeded as QuotaExceeded,
        RateLimited as RateLimited,
        Refused as Refused,
        SchemaError as SchemaError,
        SettingsError as SettingsError,
        SummarizerError as SummarizerError,
        Unauthorized as Unauthorized,
        Unreachable as Unreachable,
    )
    from .exports.html import to_html as to_html
    from .exports.json import to_json as to_json
    from .exports.markdown import to_markdown as to_markdown
    from .llm import (
        LLM as LLM,
        Connection as Connection,
        Fault as Fault,
        Limits as Limits,
        Reply as Reply,
        Request as Request,
        Usage as Usage,
    )
    from .loading import load as load
    from .pipeline import asummarize as asummarize, averify as averify, summarize as summarize, verify as verify
    from .schemas import *  # noqa: F403 - the types, each named in the list of the schemas

_HOMES = {
    "batch.inputs.entry": "Entry",
    "batch.many": "asummarize_many summarize_many",
    "batch.results.outcome": "DocumentOutcome",
    "documents": "Document Gap Message Segment Turn",
    "engines.connect": "Options connect",
    "errors": "AnswerCutOff BadRequest BudgetSpent CallerError ContentFiltered ContextTooLong DocumentError EmptyAnswer "
    "InvalidAnswer ModelError ModelNotFound OutputError PromptError ProviderError ProviderFault QuotaExceeded RateLimited Refused "
    "SchemaError SettingsError SummarizerError Unauthorized Unreachable",
    "exports.json": "to_json",
    "exports.html": "to_html",
    "exports.markdown": "to_markdown",
    "llm": "Connection Fault LLM Limits Reply Request Usage",
    "loading": "load",
    "pipeline": "asummarize averify summarize verify",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("checked-briefs")
    elif name == "__all__":
        value = [*_HOME, *import_module(".schemas", __name__).__all__]
    elif (home := _HOME.get(name, "schemas")) and hasattr(module := import_module(f".{home}", __name__), name):
        value = getattr(module, name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__getattr__("__all__"))
