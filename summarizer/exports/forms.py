"""The forms that a brief is written in, by the endings of their files."""

from collections.abc import Callable

from ..documents import Document
from ..schemas import CheckedBrief
from .html import to_html
from .json import to_json
from .markdown import to_markdown

FORMS: dict[str, Callable[[CheckedBrief, Document], str]] = {
    "json": lambda brief, document: to_json(brief),
    "md": lambda brief, document: to_markdown(brief),
    "html": to_html,
}
