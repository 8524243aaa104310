"""A brief beside its source: each quote leads to its words there, and the words to what rests on them."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import Document
from ..errors import DocumentError
from ..schemas import CheckedBrief, Evidence
from .page import page_of
from .parts import Entry, Note, Page
from .source import lines_of, spans_of
from .wording import place, plain, quoted

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent


def to_html(brief: CheckedBrief, document: Document) -> str:
    """The brief and its source side by side, as one page for a browser that loads nothing from elsewhere.

    It holds the whole text of the document, and is as confidential as that. Whatever stands in the document is shown and
    never interpreted.

    Errors: `DocumentError`, the document is not the one that the brief was made from.
    """
    if document.sha256 != brief.source.sha256:
        raise DocumentError(
            f"{document.name} is not the text that the brief was made from, which was {brief.source.name}.",
            hint="Give the document as it was then, or make the brief again.",
        )
    page = page_of(brief)
    spans = spans_of(list(_evidence(page)))

    def number(one: Evidence) -> int:
        return spans[one.start, one.end]

    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        page=page,
        language=document.language,
        lines=lines_of(document, brief, spans),
        name=plain(document.name),
        number=number,
        quoted=quoted,
        place=place,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; "
        "form-action 'none'",
    )


def _evidence(page: Page) -> Iterator[Evidence]:
    for section in page.sections:
        yield from _of_entries(section.entries)
        for row in section.table.rows if section.table else ():
            yield from row.evidence


def _of_entries(entries: Iterable[Entry | Note]) -> Iterator[Evidence]:
    for entry in entries:
        if isinstance(entry, Entry):
            yield from entry.evidence
            yield from _of_entries(entry.nested)


@cache
def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8").strip()


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.jinja")


def _digest(content: str) -> str:
    """By which a browser lets only these styles and this script through, whatever else might stand in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
