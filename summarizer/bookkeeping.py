"""What a brief says of its source and of how it was made."""

import hashlib
import json
import platform
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from importlib import metadata

from pydantic import BaseModel

from .documents import Document
from .drafting import Drafted, Engine
from .engines.model import ModelEngine
from .schemas import PromptUsed, Run, Source


def source_of(document: Document) -> Source:
    """The document that a brief was made from."""
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


def run_of(engine: Engine, drafted: Drafted, windows: int) -> Run:
    """The account of a run; the model's part is empty where none was asked."""
    made = Run(engine=engine.name, windows=windows, versions=versions())
    if not isinstance(engine, ModelEngine):
        return made.model_copy(update={"cost": 0.0})
    return made.model_copy(
        update={
            "model": drafted.model,
            "prompt": PromptUsed(name=engine.prompt.name, sha256=engine.prompt.sha256),
            "schema_sha256": schema_sha256(engine.schema),
            "rechecked": drafted.rechecked,
            "recheck_failed": drafted.recheck_failed,
            **asdict(drafted.usage),
        }
    )


def shortfalls(run: Run) -> Iterator[str]:
    """What was asked for beside the brief and failed, each in a sentence. The brief is good without it."""
    if run.recheck_failed:
        yield f"the second look failed: {run.recheck_failed}"
    if run.translation_failed:
        yield f"not all was translated: {run.translation_failed}"


@lru_cache(maxsize=64)
def schema_sha256(schema: type[BaseModel]) -> str:
    """SHA-256 of a schema's JSON Schema."""
    return hashlib.sha256(json.dumps(schema.model_json_schema(), sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Versions of the packages that shape a brief, and of Python."""
    names = {"summarizer": "checked-briefs", "pydantic": "pydantic", "openai": "openai", "instructor": "instructor"}
    found = {name: metadata.version(package) for name, package in names.items()}
    return found | {"python": platform.python_version()}
