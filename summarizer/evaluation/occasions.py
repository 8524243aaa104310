"""Whether a document's meetings are told apart: how many there are, and which one people and items belong to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from ..schemas import Brief, Meeting
from .gold import GoldMeeting
from .pieces import Piece
from .wording import folded, token_f1, words


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
        same = _assigned(gold, told, pairs)
        for one, other in pairs:
            if one.meetings:
                kind = "people" if one.list == "participants" else "items"
                named = {same.get(own, own) for own in other.meetings}
                counts[f"meetings.{kind}.n"] += 1
                counts[f"meetings.{kind}.ok"] += named == set(one.meetings)
    return counts


def _assigned(
    gold: Sequence[GoldMeeting], told: Sequence[Meeting], pairs: Iterable[tuple[Piece, Piece]]
) -> Mapping[str, str]:
    """The gold's id of each predicted meeting, by place, date and title, and by what belongs to it."""
    if not told:
        return {}
    shared = Counter((mine, theirs) for one, other in pairs for mine in one.meetings for theirs in other.meetings)
    most = max(shared.values(), default=1)
    matrix = np.array([[_likeness(one, other) + shared[one.id, other.id] / most for other in told] for one in gold])
    rows, columns = linear_sum_assignment(-matrix)
    found = {told[j].id: gold[i].id for i, j in zip(map(int, rows), map(int, columns), strict=True) if matrix[i, j] > 0}
    return {other.id: found.get(other.id, f"{other.id} of the brief") for other in told}


def _likeness(gold: GoldMeeting, told: Meeting) -> float:
    date = told.date.words if told.date else None
    same = [(gold.place, told.place), (gold.date, date), (gold.title, told.title)]
    return sum(
        1.0 if folded(one) == folded(other) else token_f1(words(one), words(other))
        for one, other in same
        if one and other
    )
