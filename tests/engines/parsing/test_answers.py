import json
from enum import StrEnum
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from summarizer.engines.parsing.answers import complain, salvage
from summarizer.errors import InvalidAnswer
from summarizer.schemas import BriefDraft


class Firmness(StrEnum):
    WEAK = "weak"
    FIRM = "firm"


class Quote(BaseModel):
    line: int
    quote: str


class Promise(BaseModel):
    model_config = ConfigDict(extra="forbid")

    action: str
    firmness: Firmness
    note: str | None = None
    quotes: list[Quote] = Field(default_factory=list)

    @field_validator("action")
    @classmethod
    def _not_empty(cls, value: str) -> str:
        if not value:
            raise ValueError("an action has words")
        return value


class Head(BaseModel):
    title: str


class Board(BaseModel):
    model_config = ConfigDict(extra="forbid")

    promises: list[Promise] = Field(default_factory=list)
    head: Head | None = None
    tags: list[str] = Field(default_factory=list)


class Needy(BaseModel):
    chair: str
    tags: list[str]


GOOD = {"action": "build a bridge", "firmness": "firm", "quotes": [{"line": 1, "quote": "will build"}]}


def read(data: Any, schema: type[BaseModel] = Board) -> tuple[Any, dict[tuple[Any, ...], str]]:
    answer, faults, *_ = salvage(json.dumps(data), schema)
    return answer, {fault.path: fault.reason for fault in faults}


def test_a_valid_answer_is_read_whole_and_without_faults():
    answer, faults = read({"promises": [GOOD], "tags": ["a"]})
    assert type(answer) is Board
    assert answer == Board.model_validate({"promises": [GOOD], "tags": ["a"]})
    assert faults == {}


def test_a_faulty_item_is_set_aside_and_its_neighbours_stand():
    bad = GOOD | {"firmness": "maybe"}
    answer, faults, *_ = salvage(json.dumps({"promises": [GOOD, bad, GOOD]}), Board)
    assert len(answer.promises) == 2
    (fault,) = faults
    assert fault.path == ("promises", 1)
    assert fault.value == bad
    assert fault.reason == "firmness: Input should be 'weak' or 'firm', not \"maybe\""


def test_a_nested_faulty_item_costs_only_itself():
    answer, faults = read({"promises": [GOOD | {"quotes": [{"line": "x", "quote": "a"}, {"line": 2, "quote": "b"}]}]})
    assert [quote.quote for quote in answer.promises[0].quotes] == ["b"]
    assert list(faults) == [("promises", 0, "quotes", 0)]


def test_faults_keep_the_indices_of_the_answer_as_it_was_given():
    broken = {"action": "x"}
    late = GOOD | {"quotes": [{"line": 1}, {"line": 2, "quote": "b"}, {}]}
    _, faults = read({"promises": [broken, GOOD, {"action": ""}, late, broken]})
    assert list(faults) == [
        ("promises", 0),
        ("promises", 2),
        ("promises", 3, "quotes", 0),
        ("promises", 3, "quotes", 2),
        ("promises", 4),
    ]
    assert faults["promises", 2] == 'action: an action has words, not ""; firmness: this field is missing'


def test_an_unknown_field_is_dropped_and_named_and_its_item_stands():
    answer, faults = read({"promises": [GOOD | {"mood": "good"}], "comment": "none"})
    assert len(answer.promises) == 1
    assert faults == {
        ("comment",): "the schema has no such field",
        ("promises", 0, "mood"): "the schema has no such field",
    }


def test_null_stands_for_the_default_where_there_is_one_and_nothing_is_lost_by_it():
    answer, faults = read({"promises": [GOOD | {"quotes": None}, None], "tags": None, "comment": None})
    assert answer.promises[0].quotes == []
    assert answer.tags == []
    assert faults == {}


def test_null_for_a_required_field_costs_the_item_and_gives_the_first_reason():
    answer, faults = read({"promises": [GOOD | {"action": None}, GOOD]})
    assert len(answer.promises) == 1
    assert faults == {("promises", 0): "action: Input should be a valid string, not null"}


def test_an_inner_fault_goes_with_its_item_when_that_is_set_aside_later():
    answer, faults = read({"promises": [GOOD | {"firmness": None, "mood": "good"}]})
    assert answer.promises == []
    assert set(faults) == {("promises", 0)}
    assert "mood: the schema has no such field" in faults["promises", 0]


def test_a_faulty_optional_object_is_set_aside_outside_of_lists():
    answer, faults = read({"head": {"title": None}, "tags": ["a"]})
    assert answer.head is None
    assert answer.tags == ["a"]
    assert set(faults) == {("head",)}


def test_a_list_that_is_none_costs_itself():
    answer, faults = read({"promises": 3, "tags": ["a", True]})
    assert answer.tags == ["a"]
    assert set(faults) == {("promises",), ("tags", 1)}


def test_numbers_in_strings_are_read_as_numbers():
    answer, faults = read({"promises": [GOOD | {"quotes": [{"line": "7", "quote": "a"}]}]})
    assert answer.promises[0].quotes[0].line == 7
    assert faults == {}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"chair": "A"}, "tags is missing"),
        ({"chair": True, "tags": []}, "chair is missing or of the wrong kind"),
        ({"chair": "A", "tags": 3}, "tags is missing"),
    ],
)
def test_an_answer_that_lacks_what_the_schema_cannot_do_without_is_refused(data: Any, words: str):
    with pytest.raises(InvalidAnswer, match=words):
        read(data, Needy)


def test_a_rule_for_the_whole_that_does_not_hold_is_told_without_the_answers_words():
    class Strict(Board):
        @model_validator(mode="after")
        def _some_tag(self) -> "Strict":
            raise ValueError(f"no {self.tags}")

    with pytest.raises(InvalidAnswer, match="breaks a rule") as caught:
        read({"tags": ["secret"]}, Strict)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("I cannot help with that.", "no JSON object"),
        ("", "no JSON object"),
        ("[]", "list, not an object"),
        ('[{"action": "build", "tags": ["a"]}]', "list, not an object"),
        ('```json\n[{"action": "build"}]\n```', "list, not an object"),
        ('{"error": "no"}', "none of the fields of the schema"),
        ('{"answer": {"error": {"no": 1}}}', "none of the fields of the schema"),
        (
            '{"title": "B", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}}',
            "none of the fields",
        ),
        ('{"a": {"tags": ["a"]}, "b": {"tags": ["b"]}}', "none of the fields"),
        ('{"tags": ' + "[" * 100_000, "not JSON|cannot be read"),
        ('{"tags": [' + "9" * 5000 + "]}", "cannot be read"),
        ('{"tags": [NaN]}', "NaN is no number"),
        ('{"tags": [], "x": -Infinity}', "-Infinity is no number"),
        ('{"tags": [1e999]}', "1e999 is no number"),
    ],
)
def test_what_cannot_be_read_as_the_schema_is_refused(raw: str, words: str):
    with pytest.raises(InvalidAnswer, match=words):
        salvage(raw, Board)


@pytest.mark.parametrize(
    "raw",
    [
        '```json\n{"tags": ["a"]}\n```',
        '```\n{"tags": ["a"]}```\nI hope this helps.',
        'Here is the answer:\n\n{"tags": ["a"]}\n\nAnything else?',
        'I use {line, quote} pairs.\n```json\n{"tags": ["a"]}\n```\nNote: {names} were kept.',
        '<think>A { brace and {"tags": []}</think>{"tags": ["a"]}',
        'The form is {"type": "object"}. The answer is {"tags": ["a"]}',
        'You gave {"tags": ["quoted"]}, and the answer is {"tags": ["a"]}',
        '{"tags": ["a"]} and {"x": 1}',
    ],
)
def test_fences_prose_and_thoughts_around_the_object_are_left_out(raw: str):
    answer, faults, bare, _ = salvage(raw, Board)
    assert json.loads(bare) == {"tags": ["a"]}
    assert (answer, faults) == (Board(tags=["a"]), ())


def test_a_whole_object_inside_a_broken_one_is_not_taken_for_the_answer():
    answer, _, _, cut_off = salvage('{"comment": "x", "promises": [{"tags": ["a"]}, {"tags": ["b"]}', Board)
    assert answer == Board()
    assert cut_off


def test_bare_line_breaks_and_half_surrogates_in_strings_are_survived():
    answer, faults, *_ = salvage('{"tags": ["a\nb", "\\ud83d!"]}', Board)
    assert answer.tags == ["a\nb", "\ufffd!"]
    assert faults == ()


def test_half_a_surrogate_pair_is_no_text_also_in_what_is_set_aside():
    raw = '{"tags": ["\ud83d", true], "x\\ud800": {"by": ["\\udfff"]}, "promises": [{"action": "\\ud83d\\ude00"}]}'
    answer, faults, bare, _ = salvage(raw, Board)
    told = "".join(f"{fault.path} {fault.value} {fault.reason}" for fault in faults)
    assert answer.tags == ["\ufffd"]
    assert [fault.path[0] for fault in faults] == ["promises", "tags", "x\ufffd"]
    assert "\U0001f600" in told
    assert told.encode().decode() == told
    assert bare.encode()


@pytest.mark.parametrize("field", ["promises", "comment"])
def test_no_depth_of_nesting_gets_past_our_errors(field: str):
    def nested(depth: int) -> str:
        return f'{{"{field}": {"[" * depth}{"]" * depth}, "tags": ["a"]}}'

    answer, faults, *_ = salvage(nested(100), Board)
    assert answer == Board(tags=["a"])
    assert len(faults) == 1
    for depth in range(250, 2000, 50):
        with pytest.raises(InvalidAnswer, match=r"deep|recursion"):
            salvage(nested(depth), Board)


def test_marks_of_thought_within_the_answer_are_words_of_the_document():
    raw = '{"tags": ["say <think> now", "kept", "then </think> end"]}'
    assert salvage(raw, Board)[:2] == (Board(tags=["say <think> now", "kept", "then </think> end"]), ())


def test_many_marks_of_thought_are_passed_in_good_time():
    answer, *_ = salvage("\n<think>no</think>" * 50_000 + '{"tags": ["a"]}' + "<think>" * 50_000, Board)
    assert answer == Board(tags=["a"])


def test_lists_under_the_same_key_are_one_list():
    raw = f'{{"promises": [{json.dumps(GOOD)}], "promises": [], "promises": [{{"action": "x"}}]}}'
    answer, faults, *_ = salvage(raw, Board)
    assert answer == Board.model_validate({"promises": [GOOD]})
    assert [fault.path for fault in faults] == [("promises", 1)]


def test_what_a_repeated_key_replaces_is_named():
    raw = '{"head": {"title": "a", "title": "b", "title": "b"}, "tags": ["a"], "tags": null}'
    answer, faults, *_ = salvage(raw, Board)
    assert answer == Board(head=Head(title="b"))
    assert [(fault.path, fault.value) for fault in faults] == [(("tags",), ["a"]), (("title",), "a")]
    assert complain(faults)[1] == "title: this key is given again; the last one stands."


def test_union_branches_do_not_lead_astray():
    class Shelf(BaseModel):
        books: list[Head | Quote]

    answer, faults = read({"books": [{"title": "a"}, {"line": 1}, {"line": 1, "quote": "b"}]}, Shelf)
    assert len(answer.books) == 2
    assert list(faults) == [("books", 1)]


def test_thousands_of_faulty_items_are_read_in_good_time():
    bad = {"action": "x", "quotes": [{"line": None, "quote": "a"}]}
    _, faults = read({"promises": [bad] * 3000})
    assert len(faults) == 3000


def test_complaints_name_path_and_reason_and_say_once_what_is_alike():
    unlike = [GOOD | {"firmness": f"maybe {number}"} for number in range(30)]
    _, faults, *_ = salvage(json.dumps({"promises": [{"action": "x"}] * 30 + unlike, "tags": [True]}), Board)
    told = complain(faults)
    assert told[0] == "promises[0]: firmness: this field is missing. So it is in 29 more places."
    assert told[-1] == "20 more parts have faults of these kinds."
    assert len(told) == 13


# What weak models write


@pytest.mark.parametrize(
    "raw",
    [
        '{"brief": {"tags": ["a"], "head": {"title": "b"}}}',
        '{"name": "Board", "arguments": {"tags": ["a"], "head": {"title": "b"}}}',
        '{"name": "Board", "arguments": "{\\"tags\\": [\\"a\\"], \\"head\\": {\\"title\\": \\"b\\"}}"}',
        '{"title": "Board", "type": "object", "properties": {"tags": ["a"], "head": {"title": "b"}}}',
        '[{"tags": ["a"], "head": {"title": "b"}}]',
        '[{"tags": ["a"]}, {"head": {"title": "b"}}]',
        '**tags**\n```json\n{"tags": ["a"]}\n```\n**head**\n```json\n{"head": {"title": "b"}}\n```',
        '"{\\"tags\\": [\\"a\\"], \\"head\\": {\\"title\\": \\"b\\"}}"',
        '<tool_call>\n{"name": "Board", "arguments": {"tags": ["a"], "head": {"title": "b"}}}\n</tool_call>',
        'So { "tags": [ {text ...} ] }.\n</think>\n{"tags": ["a"], "head": {"title": "b"}}',
        '[THINK]{"tags": [..]}[/THINK]{"tags": ["a"], "head": {"title": "b"}}',
        '<|channel|>analysis<|message|>As {"tags": ..}<|end|><|channel|>final<|message|>{"tags": ["a"], "head": {"title": "b"}}',
        '{"Tags": ["a"], "HEAD": {"title": "b"}}',
        '{"tags": "a", "head": {"title": ["b"]}}',
        '{"tags": "[\\"a\\"]", "head": {"title": {"text": "b", "lang": null}}}',
    ],
)
def test_an_answer_is_read_however_it_is_wrapped_or_spelt(raw: str):
    answer, faults, bare, cut_off = salvage(raw, Board)
    assert (answer, faults, cut_off) == (Board(tags=["a"], head=Head(title="b")), (), False)
    assert salvage(bare, Board)[:2] == (answer, ())


@pytest.mark.parametrize(
    "raw",
    [
        "{'tags': ['it\\'s', 'None'], 'head': None}",
        '{"tags": ["it\'s", "None",], "head": None,}',
        '{tags: ["it\'s", "None"], head: null}',
        'The answer:\n{"tags": ["it\'s" "None"]}\nI hope this helps.',
    ],
)
def test_broken_json_is_mended_where_no_word_of_it_changes(raw: str):
    answer, faults, *_ = salvage(raw, Board)
    assert (answer, faults) == (Board(tags=["it's", "None"]), ())


def test_words_that_have_no_place_in_broken_json_are_named():
    raw = '{"tags": ["a b c d e f g h i j k l m n o p q r s t"], // surely\n "head": {"title": "b"}}'
    answer, faults, bare, _ = salvage(raw, Board)
    assert answer.head == Head(title="b")
    assert [(fault.path, fault.value) for fault in faults] == [((), "surely")]
    assert complain(faults)[0].startswith("the whole: the answer is not JSON: ")
    assert salvage(bare, Board)[:2] == (answer, faults)


@pytest.mark.parametrize(
    "raw", ['{"tags": [a b c] // one two three four\n}', '{"tags": ["a",], "head": {"title": 1.50}}']
)
def test_json_that_only_other_words_would_mend_is_refused(raw: str):
    with pytest.raises(InvalidAnswer, match="not JSON"):
        salvage(raw, Board)


@pytest.mark.parametrize("end", ["", ', {"action": "sell the', ', {"action": "sell the bridge", "firmness": "firm"'])
def test_of_an_answer_that_breaks_off_the_last_part_is_left_out(end: str):
    whole = json.dumps({"tags": ["a"], "promises": [GOOD, GOOD]})[:-2]
    answer, _, _, cut_off = salvage(whole + end, Board)
    assert cut_off
    assert answer.tags == ["a"]
    assert len(answer.promises) == (2 if end else 1)


def test_a_choice_is_read_in_another_spelling_and_no_other_word():
    answer, faults = read({"promises": [GOOD | {"firmness": "FIRM"}, GOOD | {"firmness": "firmly"}]})
    assert [one.firmness for one in answer.promises] == ["firm"]
    assert list(faults) == [("promises", 1)]


def test_a_choice_that_is_not_offered_costs_only_itself_where_there_is_a_default():
    class Task(BaseModel):
        action: str
        basis: Literal["asked", "unstated"] = "unstated"

    class Tasks(BaseModel):
        tasks: list[Task]

    answer, faults = read({"tasks": [{"action": "x", "basis": "explicit"}]}, Tasks)
    assert answer == Tasks(tasks=[Task(action="x")])
    assert list(faults) == [("tasks", 0, "basis")]


def test_what_is_dropped_of_an_object_that_holds_more_than_a_text_is_not_guessed():
    answer, faults = read({"promises": [GOOD | {"action": {"text": "build", "condition": "if it rains"}}]})
    assert answer.promises == []
    assert list(faults) == [("promises", 0)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("present", "attended"), ("In attendance", "attended"), ("sent_apologies", "absent"), ("referenced", "mentioned")],
)
def test_a_choice_in_a_word_that_anybody_takes_for_it_is_that_choice(written: str, meant: str):
    person = {"name": "Ann Lee", "presence": written, "evidence": [{"line": 1, "quote": "Ann Lee"}]}
    answer, faults = read({"participants": [person]}, BriefDraft)
    assert answer.participants[0].presence == meant
    assert not faults


def test_a_word_goes_by_the_choices_that_its_field_offers():
    held = {"evidence": [{"line": 1, "quote": "it was agreed that Ann writes"}]}
    draft = {
        "agenda_items": [{"topic": "the letter", "outcome": "agreed", **held}],
        "follow_ups": [{"action": "write", "owner_basis": "Agreed", "strength": "agreement", **held}],
    }
    answer, faults = read(draft, BriefDraft)
    assert answer.agenda_items[0].outcome == "decided"
    assert (answer.follow_ups[0].owner_basis, answer.follow_ups[0].strength) == ("accepted", "agreed")
    assert not faults


def test_a_choice_that_is_offered_in_that_word_goes_before_what_it_could_stand_for():
    class Vote(BaseModel):
        result: Literal["adopted", "decided"]

    assert read({"result": "Adopted"}, Vote)[0].result == "adopted"


def test_a_word_of_degree_is_no_choice():
    person = {"name": "Ann Lee", "presence": "high", "evidence": [{"line": 1, "quote": "Ann Lee"}]}
    answer, faults = read({"participants": [person]}, BriefDraft)
    assert not answer.participants
    assert "presence" in next(iter(faults.values()))
