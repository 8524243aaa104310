"""The table of opposites that the checks and the uniting of items share."""

from summarizer.words.wordlists import opposite_sides


def test_a_pair_stands_both_ways_round_and_no_verb_is_its_own_opposite() -> None:
    sides = [(frozenset(one), frozenset(other)) for one, other in opposite_sides()]
    assert all((other, one) in sides for one, other in sides)
    assert all(one and other and one.isdisjoint(other) for one, other in sides)


def test_what_may_follow_each_other_does_not_exclude_each_other() -> None:
    def paired(one: str, other: str, *, excluding: bool) -> bool:
        return any(one in side and other in against for side, against in opposite_sides(excluding=excluding))

    assert paired("approve", "reject", excluding=True)
    assert paired("open", "close", excluding=False)
    assert not paired("open", "close", excluding=True)


def test_the_words_of_one_language_come_alone() -> None:
    assert any("rejeter" in side for side, _ in opposite_sides(language="fr"))
    assert not any("reject" in side for side, _ in opposite_sides(language="fr"))
    assert not any(opposite_sides(language="xx"))
