"""A brief beside its source: each quote leads to its words there, and the words to what rests on them."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import Document
from ..errors import DocumentError
from ..schemas import CheckedBrief, Outcome, Strength
from .links import Links
from .looking import counted, looks_of
from .page import page_of
from .source import lines_of
from .wording import STRENGTH, place, plain, quoted

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_OPEN = {Strength.INTENDS, Strength.PROPOSED, Strength.CONDITIONAL}
_TONES = {word: "good" for strength, word in STRENGTH.items() if strength.binds} | {
    Outcome.DECIDED.value: "good",
    **{STRENGTH[strength]: "warn" for strength in _OPEN},
    STRENGTH[Strength.DENIED]: "bad",
}
"""Colours of the marks of an entry."""
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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
    links, looks = Links(page), looks_of(page)
    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        page=page,
        links=links,
        looks=looks,
        looks_counted=counted(looks),
        lines=lines_of(document, brief, links.spans),
        name=plain(document.name),
        language=document.language,
        wording_language=_wording_language(brief, document),
        tones=_TONES,
        quoted=quoted,
        place=place,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


def _wording_language(brief: CheckedBrief, document: Document) -> str | None:
    """The language that items are worded in, where it is known by its code."""
    language = brief.run.language or document.language
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None


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
