"""What of a page somebody must look at before relying on it: what was doubted, corrected or contradicted, and the sections
of what was refused or may be missing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .parts import Entry, Note, Page, Row, Section
from .wording import joined


@dataclass(frozen=True)
class Look:
    """Something to look at."""

    part: Entry | Note | Row | Section
    title: str
    """Of the entry; what a section says beside the brief."""
    why: tuple[str, ...] = ()
    """Why an entry is to be looked at, each once."""


_WHYS = ("contradicted", "doubted", "corrected")
"""Worst first."""


def looks_of(page: Page) -> tuple[Look, ...]:
    """In the order of the page, its sections beside the brief last."""
    entries = [look for section in page.sections if not section.alert for look in _of_section(section)]
    sections = [Look(section, section.alert) for section in page.sections if section.alert]
    return (*entries, *sections)


def counted(looks: tuple[Look, ...]) -> str:
    """`2 doubted, 1 corrected, 1 refused`"""
    numbers = Counter(why for look in looks for why in look.why)
    alerts = [look.title for look in looks if not look.why]
    return joined(*(f"{numbers[why]} {why}" for why in _WHYS if numbers[why]), *alerts)


def _of_section(section: Section) -> Iterator[Look]:
    for row in section.table.rows if section.table else ():
        if row.doubt:
            yield Look(row, row.name, ("doubted",))
    for one in section.entries:
        yield from _of_entry(one, "")


def _of_entry(one: Entry | Note, within: str) -> Iterator[Look]:
    if isinstance(one, Note):
        yield Look(one, one.text, (one.kind,))
        return
    title = one.title or one.told or within
    why = ["doubted"] if one.doubt else []
    why += [note.kind for note in one.notes]
    if why:
        yield Look(one, title, tuple(dict.fromkeys(why)))
    for nested in one.nested:
        yield from _of_entry(nested, title)
