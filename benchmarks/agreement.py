"""How far two annotations of the same documents agree: F1 between their items, kappa between the labels of items both have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.evaluation.gold import LISTS, Case
from summarizer.evaluation.matching import match
from summarizer.evaluation.pieces import ACTS, Piece, of_gold

LABELS = {
    "participants": ("presence",),
    "agenda_items": ("outcome",),
    "commitments": ("strength",),
    "follow_ups": ("strength", "owner_basis"),
}
"""Fields that hold one of a few values, by list."""
PLACED = "commitments or follow_ups"
"""The label that says which of the two lists an act stands in."""


@dataclass
class Agreement:
    """How far two annotators agree, over all their documents."""

    both: Counter[str] = field(default_factory=Counter)
    """Items that both have, by list; `acts` are commitments and follow-ups as one list."""
    first: Counter[str] = field(default_factory=Counter)
    second: Counter[str] = field(default_factory=Counter)
    """Items that one of them asks for. What the other calls optional is no disagreement, and not counted."""
    labels: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def f1(self, name: str) -> float | None:
        """F1 between the two for a list; None where neither has an item in it."""
        told = self.first[name] + self.second[name]
        return 2 * self.both[name] / told if told else None

    def kappa(self, label: str) -> float | None:
        """Cohen's kappa of a label: agreement beyond what its frequencies alone would give; None without pairs."""
        pairs = self.labels.get(label, [])
        if not pairs:
            return None
        total = len(pairs)
        seen = sum(one == other for one, other in pairs) / total
        ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
        chance = sum(count * others[label] for label, count in ones.items()) / total**2
        return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def agreement(pairs: Sequence[tuple[Case, Case]]) -> Agreement:
    """The agreement of annotations of the same documents, each pair the first annotator's and the second's."""
    found = Agreement()
    for first, second in pairs:
        for name, matched in _matched(first, second, LISTS):
            _count(found, name, matched)
            for label in LABELS.get(name, ()):
                _label(found, f"{name}: {label}", matched.pairs, label)
        for name, matched in _matched(first, second, ("acts",)):
            _count(found, name, matched)
            placed = [(one.list, other.list) for one, other in matched.pairs]
            found.labels.setdefault(PLACED, []).extend(placed)
    return found


@dataclass(frozen=True)
class _Both:
    pairs: list[tuple[Piece, Piece]]
    first: int
    second: int


def _matched(first: Case, second: Case, names: Sequence[str]) -> Iterator[tuple[str, _Both]]:
    text = first.entry.load().text
    mine, theirs = _pieces(first, text), _pieces(second, text)
    for name in names:
        (ours, may), (others, others_may) = mine[name], theirs[name]
        there = match(ours, others, may, first.about.get("language"))
        back = match(others, ours, others_may, first.about.get("language"))
        yield (
            name,
            _Both(
                [(ours[i], others[j]) for i, j in there.tolerant],
                len(ours) - len(back.ignored - {i for i, _ in there.tolerant}),
                len(others) - len(there.ignored),
            ),
        )


def _pieces(case: Case, text: str) -> dict[str, tuple[list[Piece], list[Piece]]]:
    """What the annotation asks for and what it calls optional, by list."""
    gold, optional = of_gold(case.gold, text), of_gold(case.optional, text)
    held = {name: (gold[name] or [], optional[name] or []) for name in LISTS}
    held["acts"] = tuple([piece for name in ACTS for piece in held[name][kind]] for kind in (0, 1))  # type: ignore[assignment]
    return held


def _count(found: Agreement, name: str, matched: _Both) -> None:
    found.both[name] += len(matched.pairs)
    found.first[name] += matched.first
    found.second[name] += matched.second


def _label(found: Agreement, key: str, pairs: Sequence[tuple[Piece, Piece]], label: str) -> None:
    told = [(one.fields.get(label), other.fields.get(label)) for one, other in pairs]
    found.labels.setdefault(key, []).extend((str(one), str(other)) for one, other in told if one and other)
