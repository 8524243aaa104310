"""Which item is which: words, names, passages, and the best assignment; and meetings told apart."""

from typing import Any

import pytest
from golden import brief, case

from summarizer.evaluation.evaluating import evaluate
from summarizer.evaluation.making import Made
from summarizer.evaluation.matching import match, overlap, same_person
from summarizer.evaluation.pieces import Piece, Span, locate
from summarizer.evaluation.wording import agrees, contained, content, name_likeness, name_of, token_f1


def piece(text: str, of: str = "decisions", number: int = 0, spans: tuple[Span, ...] = (), **fields: object) -> Piece:
    return Piece(of, number, text, fields, spans=spans)


def found(gold: list[str], told: list[str], of: str = "decisions") -> list[tuple[int, int]]:
    return match([piece(one, of) for one in gold], [piece(one, of) for one in told], [], "en").strict


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "publish the surveys", "the survey was published"),
        ("fr", "l'étude des réseaux", "une étude du réseau"),
        ("it", "l'approvazione dei bilanci", "approvazione del bilancio"),
        ("es", "revisar las tuberías", "se revisará la tubería"),
        ("de", "die Prüfung der Brücken", "eine Prüfung der Brücke"),
        ("ar", "تمويل الدراسة البيئية", "تمويل الدراسة البيئية"),
    ],
)
def test_forms_and_function_words_of_a_language_do_not_count(language: str, one: str, other: str):
    assert token_f1(content(one, language), content(other, language)) == 1.0


def test_function_words_of_another_language_count():
    assert "die" in content("die Brücke", "en")
    assert "die" not in content("die Brücke", "de")


def test_token_f1_counts_words_as_often_as_they_occur_and_containment_once():
    assert token_f1(("a", "b"), ("a", "b", "b", "c")) == pytest.approx(2 * 2 / 6)
    assert token_f1((), ("a",)) == 0.0
    assert contained(("a", "b", "a"), ("a", "c")) == 0.5
    assert contained((), ("a",)) == 0.0


def test_the_total_likeness_is_as_great_as_it_can_be():
    gold = ["repair the harbour wall", "repair the wall"]
    assert found(gold, ["repair the wall", "repair the harbour wall quickly"]) == [(0, 1), (1, 0)]


def test_each_item_is_matched_once():
    assert found(["repair the wall"], ["repair the wall", "repair the wall"]) == [(0, 0)]


@pytest.mark.parametrize(
    ("of", "told", "is_found"),
    [
        ("decisions", "harbour wall one two three four five six seven eight", False),
        ("decisions", "harbour wall one two three four five six seven", True),
        ("agenda_items", "harbour wall one two three four five six seven", False),
        ("agenda_items", "harbour wall one two three four five six", True),
    ],
)
def test_the_thresholds_of_the_strict_column(of: str, told: str, is_found: bool):
    assert bool(found(["harbour wall"], [told], of)) is is_found


def test_words_that_are_contained_are_enough_for_the_tolerant_column():
    gold = [piece("harbour wall repair", "agenda_items")]
    long = "harbour wall one two three four five six seven"
    matched = match(gold, [piece(long, "agenda_items")], [], "en")
    assert (matched.strict, matched.tolerant) == ([], [(0, 0)])
    one_word = match(gold, [piece("harbour one two three four five six seven", "agenda_items")], [], "en")
    assert one_word.tolerant == []


def test_strict_pairs_are_never_given_up_for_tolerant_ones():
    gold = [piece("repair the wall", spans=((0, 10),)), piece("wall paint", spans=((0, 10),))]
    told = [piece("repair the wall", spans=((0, 10),)), piece("a wall for the north", spans=((2, 10),))]
    assert match(gold, told, [], "en").tolerant == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [((0, 10), (5, 30), 0.5), ((0, 10), (10, 20), 0.0), ((0, 40), (10, 14), 1.0), ((3, 3), (0, 9), 0.0)],
)
def test_passages_overlap_by_a_share_of_the_shorter_one(one: Span, other: Span, share: float):
    assert overlap([one], [other]) == share
    assert overlap([], [other]) == 0.0


def test_between_equal_acts_the_one_with_the_same_actor_is_taken():
    gold = [piece("send the report", "follow_ups", actor="Kofi")]
    told = [piece("send the report", "follow_ups", actor=who) for who in ("Lena", "kofi")]
    assert match(gold, told, [], "en").strict == [(0, 1)]


@pytest.mark.parametrize(
    ("gold", "told", "is_same"),
    [
        ("Ana Kovač", "Kovac", True),
        ("Ana Kovač", "Mayor Ana Kovac", True),
        ("Ana Kovač", "Ivan Kovač", False),
        ("Ana Kovač", "Ana", True),
        ("Bo Li", "Li", False),  # no part of three letters in common
        ("نعمان الشاطري", "الشاطري", True),
    ],
)
def test_names_are_compared_without_titles_and_accents(gold: str, told: str, is_same: bool):
    assert (name_likeness(name_of(gold), name_of(told)) > 0) is is_same
    assert (same_person(piece(gold, "participants"), piece(told, "participants")) > 0) is is_same


def test_an_alias_is_a_name_and_so_is_the_role_of_who_has_no_other():
    secretary = piece("Secretary", "participants", name_is_role=True)
    assert same_person(secretary, piece("J. Smith", "participants", role="secretary")) > 0
    assert same_person(piece("Secretary", "participants"), piece("J. Smith", "participants", role="secretary")) == 0
    assert same_person(piece("Ana Kovač", "participants", aliases=["akov"]), piece("@akov", "participants")) > 0


def test_two_of_one_surname_are_matched_each_with_their_own():
    gold = [piece(name, "participants") for name in ("Ana Kovač", "Ivan Kovač")]
    told = [piece(name, "participants") for name in ("Kovač, Ivan", "Ana Kovač")]
    assert match(gold, told, [], "en").strict == [(0, 1), (1, 0)]


def test_an_attribute_agrees_where_its_words_are_said_and_more():
    assert agrees("Mayor", "Mayor of Velden")
    assert not agrees("Mayor", "Clerk")
    assert not agrees("Mayor", None, "")


def test_a_quote_is_located_but_for_white_space():
    assert locate("to the wall", "We go to  the\nwall.") == (6, 18)
    assert locate("to the moat", "We go to the wall.") is None


TEXT = "The minister met Ana in Benghazi on Monday, then Ivo in Tripoli on Tuesday."
GOLD = [{"id": "m1", "place": "Benghazi", "date": "Monday"}, {"id": "m2", "place": "Tripoli", "date": "Tuesday"}]
ANA, IVO = ({"name": name, "presence": "attended"} for name in ("Ana", "Ivo"))


def figures(told: list[dict[str, Any]], ana: list[str], ivo: list[str]) -> dict[str, float | None]:
    gold = case(TEXT, meetings=GOLD, participants=[ANA | {"meetings": ["m1"]}, IVO | {"meetings": ["m2"]}])
    made = brief(TEXT, meetings=told, participants=[ANA | {"meetings": ana}, IVO | {"meetings": ivo}])
    return {name: value.value for name, value in evaluate([Made(gold, made, TEXT)]).measures.items()}


@pytest.mark.parametrize(
    "told",
    [
        [{"id": "x", "place": "Tripoli"}, {"id": "y", "place": "Benghazi"}],
        [{"id": "x", "date": "Tuesday"}, {"id": "y", "date": "on Monday"}],
        [{"id": "x"}, {"id": "y"}],  # only the people tell
    ],
)
def test_meetings_go_by_place_date_and_people_and_not_by_their_ids(told: list[dict[str, Any]]):
    found = figures(told, ana=["y"], ivo=["x"])
    assert (found["meetings.number"], found["meetings.people"]) == (1.0, 1.0)


def test_who_is_put_into_the_wrong_meeting_or_into_none_is_wrong():
    told = [{"id": "x", "place": "Benghazi"}, {"id": "y", "place": "Tripoli"}]
    assert figures(told, ana=["x"], ivo=["x"])["meetings.people"] == 0.5
    assert figures(told, ana=["x"], ivo=[])["meetings.people"] == 0.5
    assert figures(told, ana=["x"], ivo=["x", "y"])["meetings.people"] == 0.5


def test_the_number_of_meetings():
    assert figures([{"id": "x", "place": "Benghazi"}], ["x"], ["x"])["meetings.number"] == 0.0
    assert figures([], [], [])["meetings.number"] == 0.0


def test_a_brief_that_names_no_meeting_speaks_of_one_and_an_empty_one_of_none():
    gold = case(TEXT, meetings=GOLD[:1], participants=[ANA])
    said, silent = brief(TEXT, participants=[ANA]), brief(TEXT)
    assert [evaluate([Made(gold, one, TEXT)]).measures["meetings.number"].value for one in (said, silent)] == [1.0, 0.0]
