"""Which item of a brief is which item of the gold, how alike two are, and whether a document's meetings are told apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from ..schemas import Brief, Meeting
from .gold import GoldMeeting
from .pieces import Piece, Span
from .wording import contained, content, folded, name_likeness, name_of, token_f1, words

STRICT = {"participants": 90.0, "agenda_items": 0.40}
STRICT_ELSE = 0.35
"""Least token F1 (of names: likeness of 100) for two items to be one; decisions, commitments, follow-ups go by the last."""
CONTAINED = 0.6
"""Least share of the gold's content words that the prediction holds, for the tolerant column."""
OVERLAP = 0.5
"""Least share of the shorter of two quoted passages that both have in common, for the tolerant column."""
_TIE = 1e-6  # between equals, the one with the same actor, and of the same list

Pair = tuple[int, int]
"""Places of a gold item and of a predicted one."""


@dataclass(frozen=True)
class Matched:
    """Which gold items were found, and by which predicted items."""

    strict: list[Pair]
    tolerant: list[Pair]
    """The strict pairs, and more."""
    ignored_strict: set[int]
    """Predicted items, besides, that are optional in the gold."""
    ignored: set[int]
    """The same, beside the tolerant pairs."""


def match(gold: Sequence[Piece], told: Sequence[Piece], optional: Sequence[Piece], language: str | None) -> Matched:
    """Match one to one so that the total likeness is greatest; then what is left, tolerantly; then what is optional."""
    if (gold or told or optional) and (*gold, *told, *optional)[0].list == "participants":
        return _match_people(gold, told, optional)
    strictly, tolerantly = _strictly(language), _tolerantly(language)
    strict = _assigned(gold, told, strictly)
    strict = [(i, j) for i, j in strict if strictly(gold[i], told[j]) >= _least(gold[i]) - 1e-9]
    tolerant = strict + _among_the_rest(gold, told, strict, tolerantly)
    left_strict = set(range(len(told))) - {j for _, j in strict}
    left = left_strict - {j for _, j in tolerant}
    return Matched(
        strict,
        sorted(tolerant),
        {j for j in left_strict if any(strictly(one, told[j]) >= _least(one) - 1e-9 for one in optional)},
        {j for j in left if any(tolerantly(one, told[j]) > 0 for one in optional)},
    )


def _least(piece: Piece) -> float:
    return STRICT.get(piece.list, STRICT_ELSE)


def _match_people(gold: Sequence[Piece], told: Sequence[Piece], optional: Sequence[Piece]) -> Matched:
    pairs = [(i, j) for i, j in _assigned(gold, told, same_person) if same_person(gold[i], told[j]) > 0]
    left = set(range(len(told))) - {j for _, j in pairs}
    ignored = {j for j in left if any(same_person(one, told[j]) > 0 for one in optional)}
    return Matched(pairs, pairs, ignored, ignored)


def same_person(gold: Piece, told: Piece) -> float:
    """Likeness of the names, 0 where they are of two people. An alias is a name, and where the gold has no name but a
    role, the predicted role is one."""
    if folded(gold.text) and folded(gold.text) == folded(told.text):
        return 300.0
    names = [told.text]
    if gold.fields.get("name_is_role") and told.fields.get("role"):
        names.append(told.fields["role"])
    known = [gold.text, *gold.fields.get("aliases", ())]
    return max(name_likeness(name_of(one), name_of(other)) for one in known for other in names)


Likeness = Callable[[Piece, Piece], float]


def _strictly(language: str | None) -> Likeness:
    def likeness(gold: Piece, told: Piece) -> float:
        """Token F1 of the content words."""
        if folded(gold.text) == folded(told.text):
            return 1.0
        return token_f1(content(gold.text, language), content(told.text, language))

    return likeness


def _tolerantly(language: str | None) -> Likeness:
    strictly = _strictly(language)

    def likeness(gold: Piece, told: Piece) -> float:
        """The greatest of those measures that reach their threshold; 0 where none does."""
        strict = strictly(gold, told)
        wanted, said = content(gold.text, language), content(told.text, language)
        share = contained(wanted, said)
        rests_on_same = share > 0 and overlap(gold.spans, told.spans) >= OVERLAP
        return max(
            strict if strict >= _least(gold) else 0.0,
            share if share >= CONTAINED else 0.0,
            (1 + strict) / 2 if rests_on_same else 0.0,
        )

    return likeness


def overlap(some: Sequence[Span], others: Sequence[Span]) -> float:
    """The greatest share of the shorter of two passages that lies in both."""
    return max(
        (
            max(0, min(one[1], other[1]) - max(one[0], other[0])) / shorter
            for one in some
            for other in others
            if (shorter := min(one[1] - one[0], other[1] - other[0]))
        ),
        default=0.0,
    )


def _assigned(gold: Sequence[Piece], told: Sequence[Piece], likeness: Likeness) -> list[Pair]:
    """The best one-to-one assignment, without pairs that are not alike at all."""
    if not gold or not told:
        return []
    matrix = np.array([[likeness(one, other) for other in told] for one in gold])
    ties = np.array([[_tie(one, other) for other in told] for one in gold])
    rows, columns = linear_sum_assignment(-(matrix + ties))
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if matrix[i, j] > 0]


def _tie(gold: Piece, told: Piece) -> float:
    actor = folded(str(gold.fields.get("actor", "")))
    is_same = bool(actor) and actor == folded(str(told.fields.get("actor", "")))
    return _TIE * (is_same + (gold.list == told.list))


def _among_the_rest(
    gold: Sequence[Piece], told: Sequence[Piece], taken: Sequence[Pair], likeness: Likeness
) -> list[Pair]:
    ours = [i for i in range(len(gold)) if i not in {pair[0] for pair in taken}]
    theirs = [j for j in range(len(told)) if j not in {pair[1] for pair in taken}]
    pairs = _assigned([gold[i] for i in ours], [told[j] for j in theirs], likeness)
    return [(ours[i], theirs[j]) for i, j in pairs]


def score_meetings(
    gold: Sequence[GoldMeeting], brief: Brief | None, pairs: Sequence[tuple[Piece, Piece]], holds_items: bool
) -> Counter[str]:
    """Counts for one document. A brief that lists items and no meeting speaks of one.

    pairs: of gold and predicted people and items that are the same. Whose meetings are right is asked where the gold
    has several.
    """
    told = list(brief.meetings) if brief else []
    number = len(told) or int(holds_items)
    counts = Counter({"meetings.number.n": 1, "meetings.number.ok": int(number == max(len(gold), 1))})
    if len(gold) > 1:
        same = _same_meetings(gold, told, pairs)
        for one, other in pairs:
            if one.meetings:
                kind = "people" if one.list == "participants" else "items"
                named = {same.get(own, own) for own in other.meetings}
                counts[f"meetings.{kind}.n"] += 1
                counts[f"meetings.{kind}.ok"] += named == set(one.meetings)
    return counts


def _same_meetings(
    gold: Sequence[GoldMeeting], told: Sequence[Meeting], pairs: Iterable[tuple[Piece, Piece]]
) -> Mapping[str, str]:
    """The gold's id of each predicted meeting, by place, date and title, and by what belongs to it."""
    if not told:
        return {}
    shared = Counter((mine, theirs) for one, other in pairs for mine in one.meetings for theirs in other.meetings)
    most = max(shared.values(), default=1)
    matrix = np.array(
        [[_meeting_likeness(one, other) + shared[one.id, other.id] / most for other in told] for one in gold]
    )
    rows, columns = linear_sum_assignment(-matrix)
    found = {told[j].id: gold[i].id for i, j in zip(map(int, rows), map(int, columns), strict=True) if matrix[i, j] > 0}
    return {other.id: found.get(other.id, f"{other.id} of the brief") for other in told}


def _meeting_likeness(gold: GoldMeeting, told: Meeting) -> float:
    date = told.date.words if told.date else None
    same = [(gold.place, told.place), (gold.date, date), (gold.title, told.title)]
    return sum(
        1.0 if folded(one) == folded(other) else token_f1(words(one), words(other))
        for one, other in same
        if one and other
    )
