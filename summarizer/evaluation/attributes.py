"""What matched items say of themselves: role and presence of people, outcome of topics, strength, actor and date of acts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..schemas import Strength
from .pieces import ACTS, Piece
from .wording import agrees, folded, name_likeness, name_of, token_f1, words

_DUE = 0.5  # token F1 of two ways to say when
_PARTIES = 90.0  # of 100, for two names of a party
_TOO_HIGH = 2  # rungs


Aliases = Mapping[str, Sequence[str]]
"""By the folded name of a person or party of the gold: that name and the other ones."""


def compare(pairs: Iterable[tuple[Piece, Piece]], aliases: Aliases) -> Counter[str]:
    """Counts `LIST.FIELD.n` and `.ok` where each has a value; `.gold`, `.told` and `.ok` where either may have none."""
    counts: Counter[str] = Counter()
    for gold, told in pairs:
        if gold.list == "participants":
            _person(counts, gold, told)
        elif gold.list == "agenda_items":
            _same(counts, "agenda_items.outcome", gold.fields.get("outcome"), told.fields.get("outcome"))
        elif gold.list != "decisions":
            _act(counts, gold, told, aliases)
    return counts


def _person(counts: Counter[str], gold: Piece, told: Piece) -> None:
    """Role and organization each agree where the other field says it: "Prime Minister of Italy" may stand in either."""
    role, organization = told.fields.get("role"), told.fields.get("organization")
    joint = " ".join(part for part in (role, organization) if part)
    if (wanted := gold.fields.get("role")) and not gold.fields.get("name_is_role"):
        _count(counts, "participants.role", agrees(wanted, role, joint))
    if wanted := gold.fields.get("organization"):
        _count(counts, "participants.organization", agrees(wanted, organization, joint))
    _same(counts, "participants.presence", gold.fields.get("presence"), told.fields.get("presence"))


def _act(counts: Counter[str], gold: Piece, told: Piece, aliases: Aliases) -> None:
    def same_party(one: str, other: str) -> bool:
        return _same_party(one, other, aliases)

    name = gold.list if gold.list in ACTS else "actions"
    _strength(counts, f"{name}.strength", gold.fields.get("strength"), told.fields.get("strength"))
    for field, is_same in (
        ("actor", same_party),
        ("to", same_party),
        ("said_by", same_party),
        ("due", _same_time),
        ("due_end", lambda one, other: one == other),
    ):
        mine, theirs = gold.fields.get(field), told.fields.get(field)
        if mine or theirs:
            counts[f"{name}.{field}.gold"] += bool(mine)
            counts[f"{name}.{field}.told"] += bool(theirs)
            counts[f"{name}.{field}.ok"] += bool(mine and theirs and is_same(str(mine), str(theirs)))
    if name == told.list == "follow_ups":
        _same(counts, "follow_ups.owner_basis", gold.fields.get("owner_basis"), told.fields.get("owner_basis"))


def _strength(counts: Counter[str], key: str, gold: str | None, told: str | None) -> None:
    if not gold or not told:
        return
    _count(counts, key, gold == told)
    counts[f"{key}.class.{gold}.gold"] += 1
    counts[f"{key}.class.{told}.told"] += 1
    counts[f"{key}.class.{gold}.ok"] += gold == told
    mine, theirs = Strength(gold).rung, Strength(told).rung
    if mine is not None and theirs is not None:
        counts[f"{key}.rungs.n"] += 1
        counts[f"{key}.rungs.too_high"] += theirs - mine >= _TOO_HIGH


def _same_party(one: str, other: str, aliases: Aliases) -> bool:
    """Of a person whom the gold lists, any name will do."""
    if agrees(one, other, least=_PARTIES):
        return True
    return any(name_likeness(name_of(name), name_of(other)) > 0 for name in aliases.get(folded(one), ()))


def _same_time(one: str, other: str) -> bool:
    return folded(one) == folded(other) or token_f1(words(one, None), words(other, None)) >= _DUE


def _same(counts: Counter[str], key: str, gold: Any, told: Any) -> None:
    if gold is not None:
        _count(counts, key, gold == told)


def _count(counts: Counter[str], key: str, is_right: bool) -> None:
    counts[f"{key}.n"] += 1
    counts[f"{key}.ok"] += is_right
