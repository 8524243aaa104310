"""For languages without a ladder: words that deny, ask, propose, suppose or bind, and what they make of a claim.

No grammar: of the clause that speaks most of what the claim speaks of, whether it holds such a word. So a claim is only
lowered or refused where its own words hold none of the kind.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from ..items import Item
from ..rungs import firm, height
from ..schemas import Outcome, Part, RejectionReason, Strength
from ..scripts import is_unspaced
from ..stems import folded, shared, stems_of
from ..wordlists import word_lists
from .fields import Report, Role, Text, is_subject, of_kind, roles, texts
from .grounds import Grounds
from .statements import LEAST

Kind = Literal["denying", "asking", "proposing", "supposing", "binding"]
_GOVERNING: tuple[Kind, ...] = ("asking", "proposing", "binding")
_MARKS = r"[,;:.!?，；：。、！？،؛]"
_HEAD = rf"(?:(?<={_MARKS} )|(?<=^))"
_BEYOND_INTENT = Strength.INTENDS
_ENGLISH = re.compile(r"\b(?:the|of|and|to|by|for|with|is|are|was|will|has)\b", re.IGNORECASE)


class Cue(NamedTuple):
    """A word of one kind at its place, as written."""

    kind: Kind
    start: int
    end: int
    words: str


class _Found(NamedTuple):
    """What the sentence does to what the claim speaks of."""

    rung: Strength | None
    """None where no word lowers it."""
    cue: Cue | None
    """The word that does so; else the one that binds."""
    condition: str | None


def has_cues(language: str | None) -> bool:
    """Whether there are such words of a language."""
    return language in _lists()


def binding_cue(text: str, language: str) -> Cue | None:
    """The word by which a sentence decides or promises something, if no other governs it; None also where no word is known."""
    if not has_cues(language):
        return None
    lead = _lead(list(_cues(text, language)), language)
    return lead if lead is not None and lead.kind == "binding" else None


def check_cues(item: Item, grounds: Grounds, report: Report) -> None:
    """Lower or refuse what the quoted words deny, ask, propose or hang on a condition, and the claim tells as so."""
    language = grounds.index.language
    if language is None or not grounds.lines:
        return
    said = " ".join(text.value for text in texts(item, Part.CLAIM))
    ours = _kinds(said, language)
    found = _found(said, grounds, language)
    field = of_kind(item, Strength)
    claimed = Strength(item.values[field]) if field and item.values.get(field) else None
    if field is not None and claimed is not None:
        _strength(item, field, claimed, ours, found, report)
    _outcome(item, found, report)
    if item.kind not in LEAST or field is None:
        for text in list(texts(item, Part.CLAIM)):
            if text.optional or not is_subject(item):
                _statement(text, _kinds(text.value, language), found, report)
    report.note("negation", "agrees" if found.cue is not None or "denying" not in ours else "unchecked")


def check_asked(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a statement of which the quoted words only ask: "demande si le budget sera présenté"."""
    language = grounds.index.language
    if language is None or not grounds.lines or not (is_subject(item) or item.kind == "decisions"):
        return
    found = _found(" ".join(text.value for text in texts(item, Part.CLAIM)), grounds, language)
    if found.cue is not None and found.cue.kind == "asking":
        for text in list(texts(item, Part.CLAIM)):
            if text.optional or not is_subject(item):
                _statement(text, _kinds(text.value, language), found, report)


def _strength(item: Item, field: str, claimed: Strength, ours: frozenset[Kind], found: _Found, report: Report) -> None:
    rung, words = found.rung, f'"{found.cue.words}"' if found.cue else ""
    binds = firm(claimed) or claimed is Strength.CONDITIONAL
    if rung is Strength.DENIED and claimed is not Strength.DENIED and "denying" not in ours and claimed.binds:
        report.note("negation", "disagrees", f"The words {words} deny it.")
        item.mend(field, Strength.DENIED, f"The words {words} deny it.")
    elif claimed is Strength.DENIED and rung is not Strength.DENIED and "denying" not in ours:
        report.note("negation", "absent", "No word that denies was found in the quoted clause.")
    elif rung is Strength.CONDITIONAL and firm(claimed):
        if "supposing" in ours:
            report.note("strength", "agrees")
            return
        reason = "The claim left out the condition that the quoted words set."
        report.note("condition", "disagrees", reason)
        item.mend(field, Strength.CONDITIONAL, reason)
        condition = next((role.name for role in _conditions(item)), None)
        if condition is not None and item.values.get(condition) is None:
            item.mend(condition, found.condition, reason)
    elif (
        rung is not None
        and rung.rung is not None
        and binds
        and (claimed.rung or 0) > rung.rung
        and not _of(found, ours)
    ):
        reason = f"The words {words} bear no more than that."
        report.note("strength", "disagrees", reason)
        item.mend(field, rung, reason)
        if item.kind in LEAST:
            report.refuse(RejectionReason.TOO_WEAK, f"The words {words} are not firm enough for a {item.kind[:-1]}.")
    elif rung is None and found.cue is None and height(claimed) > height(_BEYOND_INTENT):
        report.note("strength", "unchecked")
        report.doubts.append("No word that is known here binds so firmly in the quoted words.")
    else:
        report.note("strength", "agrees" if found.cue is not None else "unchecked")


def _outcome(item: Item, found: _Found, report: Report) -> None:
    field = of_kind(item, Outcome)
    weak = found.rung is not None and found.rung.rung is not None
    if field is not None and item.values.get(field) == Outcome.DECIDED and weak and found.cue is not None:
        reason = f'The words "{found.cue.words}" report no decision.'
        report.note("strength", "disagrees", reason)
        item.mend(field, Outcome.DISCUSSED, reason)


def _statement(text: Text, ours: frozenset[Kind], found: _Found, report: Report) -> None:
    """What a sentence is told to say, such as a summary."""
    if found.cue is None or _of(found, ours):
        return
    words = f'"{found.cue.words}"'
    if found.rung is Strength.DENIED:
        report.against(text, "negation", f"The claim affirms what {words} denies.", RejectionReason.CONTRADICTED)
    elif found.rung is Strength.PROPOSED and "binding" in ours:
        report.against(text, "strength", f"The words {words} report no decision.", RejectionReason.CONTRADICTED)
    elif found.rung is Strength.CONDITIONAL:
        report.note("condition", "absent", f'The words make it hang on a condition: "{found.condition}".')
    elif found.rung is not None:
        report.note("strength", "absent", "The quoted words leave that open.")


def _of(found: _Found, ours: frozenset[Kind]) -> bool:
    """Whether the claim holds a word of the kind that lowers it."""
    rung = found.rung
    kind: Kind | None = (
        "denying"
        if rung is Strength.DENIED
        else "supposing"
        if rung is Strength.CONDITIONAL
        else found.cue.kind
        if found.cue
        else None
    )
    return kind in ours or (kind == "asking" and "proposing" in ours)


def _conditions(item: Item) -> list[Role]:
    return [role for role in roles(type(item.claim)) if role.part is Part.CONDITION]


def _found(said: str, grounds: Grounds, language: str) -> _Found:
    """What the quoted sentence does to the clause in which most words of the claim stand."""
    spoken = stems_of(said)
    line = max((one.quoted for one in grounds.lines), key=lambda one: len(shared(spoken, stems_of(one))))
    cues = list(_cues(line, language))
    clauses = list(_clauses(line, language))
    overlaps = [len(shared(spoken, stems_of(line[first:last]))) for first, last in clauses]
    first, last = clauses[overlaps.index(max(overlaps))] if any(overlaps) else (0, len(line))
    supposing = next((one for one in cues if one.kind == "supposing"), None)
    condition = next((clause for clause in clauses if supposing and clause[0] <= supposing.start < clause[1]), None)
    lead = _lead([one for one in cues if condition is None or not _in(one, condition)], language)
    if lead is not None and lead.kind != "binding":
        return _Found(Strength.DISCUSSED if lead.kind == "asking" else Strength.PROPOSED, lead, None)
    denying = next((one for one in cues if one.kind == "denying" and first <= one.start < last), None)
    if supposing is not None and condition is not None:
        return _Found(Strength.CONDITIONAL, supposing, line[slice(*condition)].strip(" ,，、،"))
    return _Found(Strength.DENIED, denying, None) if denying else _Found(None, lead, None)


def _lead(cues: list[Cue], language: str) -> Cue | None:
    """The word that governs the others: the first, or the last where the verb stands at the end."""
    leads = [one for one in cues if one.kind in _GOVERNING]
    return (leads[-1] if "last" in _lists()[language] else leads[0]) if leads else None


def _in(cue: Cue, clause: tuple[int, int]) -> bool:
    return clause[0] <= cue.start < clause[1]


def _kinds(text: str, language: str) -> frozenset[Kind]:
    """The kinds of words that a claim holds, in its language or in English."""
    kinds = {cue.kind for cue in _cues(text, language)}
    if _ENGLISH.search(text):
        kinds |= {cue.kind for cue in _cues(text, "en")}
    return frozenset(kinds)


def _clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for border in _borders(language).finditer(text):
        if text[begin : border.start()].strip():
            yield begin, border.end()
            begin = border.end()
    if text[begin:].strip():
        yield begin, len(text)


def _cues(text: str, language: str) -> Iterator[Cue]:
    """The words of all kinds, in order, those left out that stand in an exempt phrase."""
    plain = _folded_in_place(text)
    exempt, patterns = _patterns(language)
    if exempt is not None:
        plain = exempt.sub(lambda match: "\0" * len(match[0]), plain)
    found = (
        Cue(kind, *match.span(), text[slice(*match.span())])
        for kind, pattern in patterns.items()
        for match in pattern.finditer(plain)
    )
    yield from sorted(found, key=lambda cue: cue.start)


def _folded_in_place(text: str) -> str:
    """The text in lower case and without accents, each character in its place."""
    return "".join(folded(one)[:1] or one for one in text)


@lru_cache(maxsize=1)
def _lists() -> dict[str, Mapping[str, Any]]:
    return word_lists(__package__, "cues.yaml")


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str] | None, dict[Kind, re.Pattern[str]]]:
    lists = _lists()[language]
    exempt = lists.get("exempt")
    return _pattern(exempt) if exempt else None, {kind: _pattern(lists[kind]) for kind in get_args(Kind)}


@lru_cache(maxsize=16)
def _borders(language: str) -> re.Pattern[str]:
    but = _lists()[language].get("but")
    return re.compile(rf"{_MARKS}(?!\d)|{_pattern(but).pattern}" if but else rf"{_MARKS}(?!\d)")


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted((_folded_in_place(word) for word in words), key=len, reverse=True)
    return re.compile("|".join(map(_written, ordered)), re.MULTILINE)


def _written(word: str) -> str:
    if is_unspaced(word):
        return re.escape(word)
    head = _HEAD if word.startswith("^") else ""
    parts = [re.escape(part) for part in re.split(r"( \* |\*)", word.removeprefix("^"))]
    inner = "".join({r"\ \*\ ": r"(?: [^\s,;:.]+){1,6}? ", r"\*": r"\w*"}.get(part, part) for part in parts)
    joined = "[وف]?" if "\u0600" <= word[0] <= "\u06ff" else ""
    return rf"{head}(?<!\w){joined}{inner}(?!\w)"
