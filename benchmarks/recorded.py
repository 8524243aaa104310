"""The recorded answers of models, each with the document it was given for."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
from pydantic import BaseModel

from summarizer import Brief, Document, load
from summarizer.files import from_yaml
from summarizer.schemas import draft_schema

ROOT = Path(__file__).parent.parent
CASSETTES = ROOT / "cassettes" / "test_recorded"
FOLDERS = (ROOT / "examples", ROOT / "tests" / "documents")
READABLE = (".txt", ".md", ".vtt")


class Recorded(NamedTuple):
    """The last answer of a recording, as JSON text, and what it is to be held against."""

    name: str
    answer: str
    document: Document
    schema: type[BaseModel]


def documents() -> list[Document]:
    """The project's own small documents."""
    paths = sorted(
        path
        for folder in FOLDERS
        for path in folder.iterdir()
        if path.suffix in READABLE and ".brief" not in path.suffixes
    )
    return [load(path) for path in paths]


def recordings() -> Iterator[Recorded]:
    """Every recording of a draft, with its document found by its lines in the prompt."""
    sys.path.append(str(ROOT / "tests"))
    from test_recorded import CommitteeBrief  # the one recording for a schema of one's own

    schemas: dict[str, type[BaseModel]] = {draft_schema(one).__name__: one for one in (Brief, CommitteeBrief)}
    known = documents()
    if not (paths := sorted(CASSETTES.glob("*.yaml"))):
        raise click.ClickException(f"no recordings in {CASSETTES}: run this from a checkout of the project")
    for path in paths:
        interactions = from_yaml(path.read_text(encoding="utf-8"))
        drafts = [one for one in interactions["interactions"] if _asked_for(one) in schemas]
        if not drafts:
            continue  # a second reading alone
        exchange = drafts[-1]
        prompt = "\n".join(str(message["content"]) for message in exchange["request"]["body"]["messages"])
        document = max(known, key=lambda one: _share_of(one, prompt))
        answer = _answer(exchange["response"]["body"]["choices"][0]["message"]["content"])
        yield Recorded(path.stem.removeprefix("test_"), answer, document, schemas[_asked_for(exchange)])


def _asked_for(exchange: dict[str, Any]) -> str:
    """The name of the schema. Translations are no draft; where it stands in the prompt alone it is that of a brief."""
    form = exchange["request"]["body"].get("response_format", {}).get("json_schema", {})
    return str(form.get("name", draft_schema(Brief).__name__))


def _share_of(document: Document, prompt: str) -> float:
    lines = [document.line_text(number) for number in range(1, len(document.segments) + 1)]
    return sum(line in prompt for line in lines) / len(lines)


def _answer(content: Any) -> str:
    return content if isinstance(content, str) else json.dumps(content["answer as JSON"], ensure_ascii=False)
