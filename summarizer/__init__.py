"""Briefs of meetings that can be checked: every line rests on words of the source, and code verifies it.

    >>> from summarizer import summarize
    >>> brief = summarize("minutes.md", model="openai:NAME")    # without a model: the built-in rules
    >>> brief.commitments[0].evidence[0].quote

What is named here is the whole public interface; everything else may change.
"""

from .documents import Document, Segment, Turn
from .engines.connect import Options, connect
from .errors import (
    AnswerCutOff,
    BadRequest,
    CallerError,
    ContentFiltered,
    ContextTooLong,
    DocumentError,
    EmptyAnswer,
    InvalidAnswer,
    ModelError,
    ModelNotFound,
    PromptError,
    ProviderError,
    ProviderFault,
    QuotaExceeded,
    RateLimited,
    Refused,
    SchemaError,
    SettingsError,
    SummarizerError,
    Unauthorized,
    Unreachable,
)
from .exports.json import to_json
from .exports.markdown import to_markdown
from .llm import LLM, Reply, Request, Usage
from .loading import load
from .pipeline import asummarize, summarize, verify
from .schemas import *  # noqa: F403 - the types, each named in the schemas' own list
from .schemas import __all__ as _types

__all__ = [
    "LLM",
    "AnswerCutOff",
    "BadRequest",
    "CallerError",
    "ContentFiltered",
    "ContextTooLong",
    "Document",
    "DocumentError",
    "EmptyAnswer",
    "InvalidAnswer",
    "ModelError",
    "ModelNotFound",
    "Options",
    "PromptError",
    "ProviderError",
    "ProviderFault",
    "QuotaExceeded",
    "RateLimited",
    "Refused",
    "Reply",
    "Request",
    "SchemaError",
    "Segment",
    "SettingsError",
    "SummarizerError",
    "Turn",
    "Unauthorized",
    "Unreachable",
    "Usage",
    "asummarize",
    "connect",
    "load",
    "summarize",
    "to_json",
    "to_markdown",
    "verify",
]
__all__ += _types
