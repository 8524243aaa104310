"""A number of which the words speak only in part: "half of the 5,000 letters", "40 turbines, half of them in 2026"."""

import re
from collections.abc import Iterator

from ...items import Item
from ...schemas import Part
from ...words.scripts import folded
from ...words.stems import families_of
from ..fields import Report, is_title, texts
from ..grounds import Grounds
from ..words import by_language
from .figures import CLAUSE, mentions_of, words_as_figures
from .quantities import quantities

_OF = {
    "en": r"of(?: the| all| those| these| its| our| their)?",
    "de": r"(?:der|von den|von|aller)",
    "fr": r"(?:des|de|parmi les)",
    "es": r"(?:de los|de las|de)",
    "it": r"(?:dei|degli|delle|di)",
}
_OF_THEM = {
    "en": r"of (?:which|whom|them|these|those)\b",
    "de": r"\b(?:davon|wovon|von denen|von diesen)\b",
    "fr": r"\b(?:dont|parmi lesquel(?:le)?s|d['’]entre (?:eux|elles))\b",
    "es": r"\b(?:de l[oa]s cuales|de ell[oa]s|de est[oa]s)\b",
    "it": r"\b(?:de(?:i|lle) quali|di cui|di (?:essi|esse|loro))\b",
}
"""How words come back to what was counted, by language."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 3  # words from "of them" to the part of them


def check_parts(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse a claim that tells of a number what the quoted words tell of a part of it."""
    language = grounds.index.language or ""
    if language not in _OF:
        return
    told = [
        text._replace(value=words_as_figures(text.value, language))
        for text in texts(item, Part.CLAIM)
        if not is_title(text, item)
    ]
    said = " ".join(text.value for text in told)
    if not _counts(said, language) or _tells_part(said, language):
        return
    for text in told:
        part = _part_before(text.value, words_as_figures(grounds.whole, language), language)
        if part is None and len(_counts(said, language)) == 1:
            part = next(
                (part for line in grounds.lines for part in _part_behind(text.value, said, line.text, language)), None
            )
        if part is not None:
            report.against(text, "numbers", f'The quoted words say it of "{part}".')
            return


def _counts(text: str, language: str) -> dict[float, str]:
    """The numbers of a text that count more than one."""
    return {value: written for value, written in quantities(text, language).numbers.items() if value > 1}


def _tells_part(text: str, language: str) -> bool:
    """Whether a text says that it is a part."""
    words = {folded(word) for word in _WORD.findall(text)}
    return not words.isdisjoint(by_language("parts_of_numbers")[language]) or bool(quantities(text, language).shares)


def _part_before(claim: str, text: str, language: str) -> str | None:
    """The words before a number of the claim that make it a part: "most of the twelve", "three of the five"."""
    ours, theirs = _counts(claim, language), _counts(text, language)
    for value in ours.keys() & theirs.keys():
        if any(_part_at(claim, one, {}, language) for one in mentions_of(ours[value], claim)):
            continue
        parts = [_part_at(text, one, ours, language) for one in mentions_of(theirs[value], text)]
        if parts and all(parts):
            return f"{parts[0]} {theirs[value]}"
    return None


def _part_at(text: str, number: re.Match[str], ours: dict[float, str], language: str) -> str | None:
    """The words by which a text speaks of a part of the number there."""
    return _part_to(text[: number.start()], ours, language) or _part_in_front(text, number, language)


def _part_in_front(text: str, number: re.Match[str], language: str) -> str | None:
    """The words "of the" that open a sentence with the number, and come to a part of it: "Of the 48 boats, a third are"."""
    opening = re.search(rf"(?:\A|[.;:!?\n]\W*)(?P<of>{_OF[language]})\s+\Z", text[: number.start()], re.IGNORECASE)
    rest = re.split(r"[;!?\n]|\.(?!\d)", text[number.end() :])[0]
    return opening["of"] if opening and (_tells_part(rest, language) or _counts(rest, language)) else None


def _part_to(before: str, ours: dict[float, str], language: str) -> str | None:
    """The part that ends right before a number; a number that the claim tells too is none."""
    found = re.search(rf"(?P<part>[^\W_]+(?:['’-][^\W_]+)*|\d[\d.,]*)\s+{_OF[language]}\s+\Z", before, re.IGNORECASE)
    if found is None:
        return None
    word = folded(found["part"])
    numbers = quantities(found["part"], language).numbers
    counts = bool(numbers) and numbers.keys().isdisjoint(ours) and min(numbers) >= 1
    return found[0].strip() if counts or word in by_language("parts_of_numbers")[language] else None


def _part_behind(claim: str, said: str, text: str, language: str) -> Iterator[str]:
    """What stands behind "half of them", of which alone the words tell what a claim tells of the whole number."""
    counts, ours = _counts(said, language), _told(claim, language)
    clauses = _clauses(text)
    for at, clause in enumerate(clauses):
        pointer = re.search(_OF_THEM[language], clause, re.IGNORECASE)
        if pointer is None or not _counts(" ".join(clauses[:at]), language).keys() & counts.keys():
            continue
        near = " ".join((*_WORD.findall(clause[: pointer.start()])[-_NEAR:], clause[pointer.start() :]))
        rest = _told(" ".join((*clauses[:at], *clauses[at + 1 :])), language)
        is_part = _tells_part(near, language) or bool(_counts(near, language).keys() - counts.keys())
        if is_part and not ours.isdisjoint(_told(clause, language) - rest):
            yield clause.strip()


def _told(text: str, language: str) -> frozenset[str]:
    """What a text tells: its words, and its dates, of which "May" is one."""
    return families_of(text) | quantities(text, language).dates.keys()


def _clauses(text: str) -> list[str]:
    return [one for one in CLAUSE.split(text) if one.strip()]
