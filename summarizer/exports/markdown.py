"""A brief as Markdown, made to be read in a minute and checked line by line."""

import re
from collections.abc import Iterator

from ..schemas import CheckedBrief
from .looking import counted, looks_of
from .page import cited_lines, page_of
from .parts import Entry, Note, Row, Section, Table
from .wording import joined, place, quoted

_MARKUP = re.compile(r"[\\`*_\[\]<>|#~]|&(?=#?\w+;)")
_QUOTE = re.compile(r"( *> )“.*” \((.*)\)$")
_LONG = 100  # characters of a line
_QUOTE_BEFORE_ANOTHER = re.compile(r"^( *> .*)\n(?= *> )", re.MULTILINE)


def to_markdown(brief: CheckedBrief) -> str:
    """The brief as a page: what was found, then what was refused, what may be missing, and how it was made."""
    page = page_of(brief)
    facts = " · ".join([f"**{page.status.capitalize()}**", *(escaped(fact.text) for fact in page.facts)])
    parts = [f"# {escaped(page.title)}", "", facts, ""]
    if looks := counted(looks_of(page)):
        parts += [f"To look at first: {looks}", ""]
    for section in page.sections:
        parts += _section(section)
    parts += ["---", "", f"*{escaped(page.foot)}*"]
    written = "\n".join(parts) + "\n"
    return _QUOTE_BEFORE_ANOTHER.sub(r"\1  \n", written)  # a line of its own for each, as Markdown breaks lines


def escaped(text: str) -> str:
    """Text that Markdown shows and never interprets."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {escaped(section.title)}", "")
    if section.intro:
        yield from (escaped(section.intro), "")
    if section.table:
        yield from (*_table(section.table), "")
    seen: set[str] = set()
    lines = [_once(line, seen) for entry in section.entries for line in _entry(entry)]
    if lines or (section.empty and not section.table):
        yield from ("\n".join(lines) or section.empty, "")


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.heads)} |"
    yield "|" + "---|" * len(table.heads)
    yield from map(_row, table.rows)


def _row(row: Row) -> str:
    cells = (f"**{escaped(row.name)}**{_doubt(row.doubt)}", *map(escaped, row.cells), cited_lines(row.evidence))
    return f"| {' | '.join(cells)} |"


def _entry(entry: Entry | Note, indent: int = 0) -> Iterator[str]:
    pad = " " * indent
    if isinstance(entry, Note):
        yield f"{pad}- *{entry.kind}* {escaped(entry.text)}"
        return
    title = f"**{escaped(entry.title)}**" if entry.title else ""
    marks = f"({escaped(joined(*entry.marks))})" if entry.marks else ""
    head = joined(entry.label and f"{escaped(entry.label)}:", title, marks, between=" ")
    told = joined(head, escaped(entry.told), between=entry.between if head else "")
    yield f"{pad}- {told}{_doubt(entry.doubt)}"
    for one in entry.evidence:
        yield f"{pad}  > “{escaped(quoted(one))}” ({escaped(place(one))})"
    parts: tuple[Entry | Note, ...] = (*entry.notes, *entry.nested)
    for part in parts:
        yield from _entry(part, indent + 2)


def _doubt(doubt: str | None) -> str:
    return f" *[{escaped(doubt)}]*" if doubt else ""


def _once(line: str, seen: set[str]) -> str:
    """A long quote is written out where it first stands in a section, and referred to after that."""
    found = _QUOTE.match(line)
    if found is None or len(line) < _LONG:
        return line
    if line.strip() in seen:
        return f"{found[1]}as above ({found[2]})"
    seen.add(line.strip())
    return line
