"""Subjects at the head of paragraphs: "Summer outing. We talked about ...", "Roads (Ann Lee, Road Board). Open again."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..naming.shapes import is_name, names_matter
from ..sentences.clauses import VERB
from ..words import words
from .headings import is_boilerplate
from .labels import is_attendance
from .page import Page, name_words
from .rows import Row
from .sides import side_of

HEAD = re.compile(
    r"(?P<head>[^\W\d_a-z](?:[^.:;!?()\n|]|\.(?=\d)){2,60}?)(?:\*\*|__)?(?: \((?P<by>[^()]{2,80})\))?(?P<mark>[.:])(?:\*\*|__)? +(?=[^\W_a-z]|\d|[£$€“\"])"
)
BOLD = re.compile(
    r"(?P<head>[^\W\d_a-z][^*_:;!?()\n|]{2,60}?)[.:]?(?:\*\*|__)(?: \((?P<by>[^()]{2,80})\))?(?P<mark>\s*[–—:-]|(?<=[.:]\*\*))\s+(?=\S)"
)
"""The same in bold, before a dash: "**Roads** – The works are late"."""
STATES = re.compile(
    r"\b(?!(?:need|speed|seed|shed|bed|red)\b)[a-z]{2,}ed\b|\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|came|went|got|gave|put|ran|saw|told|wants?|thinks?|says?|said|"
    r"does|did|don['’]t|can['’]t|let|leaves?|left|kept|there|it|we|they|he|she|nobody|everybody|somebody)\b"
)
"""What makes a few words a sentence rather than a head."""
LONGEST_HEAD = 7
NUMBERED_HEAD = re.compile(
    r"(?P<head>(?:\d{4} )?[^\W\d_a-z][^.:;!?()\n|–—]{2,80}?)(?: \((?P<by>[^()]{2,80})\))?(?P<mark>:| [–—]| -(?=\s|[Nn]one\b|NONE\b))(?:\s*(?=\S)|$)"
)
"""The same of a numbered item, whatever follows: "3. Roads: the works are late", "3. Roads – none", "4. Boats:" over items of its own."""
ENDED_HEAD = re.compile(r"[^\W\d_a-z][^:;!?\n|–—]{2,120}\.")
"""The same with a full stop behind it, over text: "1. Review of the minutes."."""
BARE_HEAD = re.compile(r"[^\W\d_a-z][^.:;!?\n|–—]{2,80}")
NUMBERED_SHARE = 0.5
"""Share of the numbered items that must have such a head."""
FEWEST = 3
STATEMENT_END = re.compile(r"[a-z\d)][.!?][”\"’]?\Z")
ENDED = re.compile(r"[a-z\d][.!?)][\s.)]*$")
FEWEST_WORDS = 5
"""Words of a statement behind a head; a field, "Venue: the old mill", holds fewer."""
FEWEST_BOLD = 2
FEWEST_NUMBERED = 2
SUBORDINATE = re.compile(r"\s*\(?\d{1,2}\.\d")
"""The number of an item of another one: "4.1."."""


@dataclass(frozen=True)
class Head:
    """The words before the mark, the row they open, and what stands in brackets after them."""

    words: str
    row: Row
    by: str | None


def run_in_heads(page: Page, people: frozenset[str]) -> list[Head]:
    """Heads of paragraphs where a document has several of them; none in speech. `people`: words of known names."""
    if page.spoken:
        return []
    marks: dict[str, list[Head]] = {}
    for mark, head in _heads(page, people):
        marks.setdefault(mark, []).append(head)
    dotted, labelled, bold = (marks.get(mark, []) for mark in (".", ":", "*"))
    found = dotted if len(dotted) >= FEWEST else bold if len(bold) >= FEWEST_BOLD else []
    found = [*found, *labelled] if found else _numbered_heads(page, people) or _labelled_heads(page, people)
    return sorted(found, key=lambda head: head.row.start)


def _numbered_heads(page: Page, people: frozenset[str]) -> list[Head]:
    """Heads of the items of a numbered record, where many of them have one; those below a label such as "Actions" have none."""
    items: list[Row] = []
    skipping = False
    for row in page.rows[1:]:
        if row.heading or (row.gap and row.text.endswith(":") and not row.numbered):
            skipping = is_boilerplate(row.text)
        if row.numbered and not skipping and not page.addresses_reader(row.start):
            items.append(row)
    outer = [
        row
        for row in items
        if SUBORDINATE.match(page.text[max(0, row.start - 8) : row.start].rpartition("\n")[2]) is None
    ]
    found = [
        Head(match["head"].strip(" *_"), row, match["by"])
        for row in outer
        if (match := NUMBERED_HEAD.match(row.text)) and heads_part(match["head"], people)
    ]
    headed = {head.row.start for head in found}
    alone = [row for row in outer if row.start not in headed and BARE_HEAD.fullmatch(row.text)]
    over = [
        row
        for row in outer
        if row.start not in headed
        and row not in alone
        and _stands_over_text(page, row)
        and heads_part(row.text.rstrip("."), people)
    ]
    if len(found) + len(over) < FEWEST_NUMBERED or len(found) + len(over) < NUMBERED_SHARE * len(outer):
        return []
    bare = [Head(row.text.rstrip("."), row, None) for row in [*alone, *over]]
    return sorted([*found, *bare], key=lambda head: head.row.start)


def _stands_over_text(page: Page, row: Row) -> bool:
    """Whether a numbered row that ends with a full stop has text of its own right below."""
    below = page.rows[page.rows.index(row) + 1 :][:1]
    return ENDED_HEAD.fullmatch(row.text) is not None and bool(below) and not (below[0].numbered or below[0].gap)


def _labelled_heads(page: Page, people: frozenset[str]) -> list[Head]:
    """Heads of the paragraphs of minutes before a colon, "Treasurer's report: All bills are paid.": words of a matter, no
    field, and no label of a speaker."""
    if page.document.kind != "minutes":
        return []
    found = [
        Head(match["head"].strip(" *_"), row, match["by"])
        for above, row in pairwise(page.rows)
        if (row.gap or row.bullet or above.heading or is_boilerplate(above.text) or ENDED.search(above.text))
        and not (row.heading or page.addresses_reader(row.start))
        and (not row.listed or (row.bullet and not row.indent))
        and (match := NUMBERED_HEAD.match(row.text))
        and ((match.end() == len(row.text) and not row.listed) or _is_statement(row.text[match.end() :]))
        and (names_matter(match["head"]) or any(word[0].islower() for word in match["head"].split()))
        and heads_part(match["head"], people)
    ]
    once = len({head.words.lower() for head in found}) == len(found)
    return found if once and len(found) >= FEWEST else []


def _is_statement(words_: str) -> bool:
    return len(words_.split(maxsplit=FEWEST_WORDS)) >= FEWEST_WORDS and bool(STATEMENT_END.search(words_[-4:]))


def _heads(page: Page, people: frozenset[str]) -> Iterator[tuple[str, Head]]:
    for row in page.rows[1:]:
        if row.heading or row.table or not (row.gap or row.listed) or page.addresses_reader(row.start):
            continue
        bold = page.text[row.start - 2 : row.start] in ("**", "__") and BOLD.match(row.text)
        match = bold or HEAD.match(row.text)
        if match is None or len(match["head"].split()) > LONGEST_HEAD:
            continue
        head = match["head"].strip(" *_")
        if _heads_paragraph(head, match["mark"], people) and not (
            len(head.split()) > 1 and is_name(head, spaced=True) and head.istitle()
        ):
            yield "*" if bold else match["mark"], Head(head, row, match["by"])


def heads_part(head: str, people: frozenset[str]) -> bool:
    """Whether words before a colon or a dash head a part of minutes, be it one that every record has, "Apologies"."""
    return is_boilerplate(head) or _heads_paragraph(head, ":", people)


def _heads_paragraph(head: str, mark: str, people: frozenset[str]) -> bool:
    """Whether words before a mark are a subject: no sentence, no label, nobody's name or office."""
    head, lower, keys = head.strip(" *_"), head.strip(" *_").lower(), name_words(head)
    return not (
        STATES.search(head)
        or VERB.search(head)
        or lower in words().boilerplate
        or lower in words().no_speakers
        or is_attendance(head)
        or (mark == ":" and side_of(f"{head}:"))
        or keys[-1] in people
        or (mark != ":" and keys[-1] in words().titles)  # "At his request, Mr."
    )
