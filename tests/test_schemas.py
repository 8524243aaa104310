"""Schemas: what an engine answers, what a caller gets, and how one follows from the other."""

import json
import pickle

import pytest
from pydantic import BaseModel, Field, ValidationError, field_validator

from summarizer import (
    Actor,
    Brief,
    BriefDraft,
    CheckedBrief,
    Claim,
    Evidenced,
    Quote,
    Strength,
    When,
    brief_schema,
    draft_schema,
    item_types,
    shape_fault,
    verify,
)


class Vote(Evidenced):
    text: str


class Motion(Evidenced):
    """A motion put to the board."""

    text: str
    mover: Actor | None = None
    by: When | None = None
    votes: list[Vote] = Field(default_factory=list)

    @field_validator("text")
    @classmethod
    def _not_empty(cls, text: str) -> str:
        if not text:
            raise ValueError("a motion says something")
        return text


class BoardBrief(BaseModel):
    motions: list[Motion] = Field(default_factory=list)
    main: Motion | None = None


@pytest.mark.parametrize(
    ("written", "line", "quote"),
    [
        ("buy the mill", None, "buy the mill"),
        (12, 12, ""),
        ({"line": 12}, 12, ""),
        ({"line": "[12]", "quote": None}, 12, ""),
        ({"line": "12-14", "quote": "buy the mill"}, 12, "buy the mill"),
        ({"line": [12, 13], "text": "buy the mill"}, 12, "buy the mill"),
        ({"line": "somewhere", "quote": "buy the mill"}, None, "buy the mill"),
    ],
)
def test_a_quote_is_read_in_whatever_form_it_is_given(written, line, quote):
    assert Quote.model_validate(written) == Quote(line=line, quote=quote)


@pytest.mark.parametrize("written", [{}, None, {"line": None}, {"text": "a", "note": "b"}, 1.5])
def test_what_holds_no_line_and_no_words_is_no_quote(written):
    with pytest.raises(ValidationError):
        Quote.model_validate(written)


def test_the_ladder_is_ordered_and_two_rungs_stand_beside_it():
    rungs = [strength.rung for strength in Strength if strength.rung is not None]
    assert rungs == list(range(9))
    assert Strength.CONDITIONAL.rung is None
    assert Strength.DENIED.rung is None
    assert [strength for strength in Strength if not strength.binds] == [
        Strength.MENTIONED,
        Strength.DISCUSSED,
        Strength.EXPLORED,
        Strength.PROPOSED,
    ]


def test_what_code_fills_in_is_not_asked_of_a_model():
    shown = json.dumps(BriefDraft.model_json_schema())
    for name in ("basis", "support", "changes", "start", "coverage", "rejected"):
        assert f'"{name}"' not in shown


def test_a_draft_refuses_fields_it_does_not_know():
    with pytest.raises(ValidationError, match="mood"):
        BriefDraft.model_validate({"participants": [{"name": "Ann", "presence": "attended", "mood": "good"}]})


def test_the_default_brief_has_its_written_draft():
    assert draft_schema(Brief) is BriefDraft


def test_a_schema_of_ones_own_gives_a_draft_with_quotes_and_words():
    form = draft_schema(BoardBrief)
    draft = form.model_validate(
        {"motions": [{"text": "buy the mill", "by": "Friday", "evidence": [{"line": 2, "quote": "buy the mill"}]}]}
    )
    (motion,) = draft.motions
    assert isinstance(motion, Claim)
    assert motion.evidence == [Quote(line=2, quote="buy the mill")]
    assert motion.by == "Friday"
    assert set(form.model_json_schema()["$defs"]["Motion"]["properties"]) == {
        "evidence",
        "text",
        "mover",
        "by",
        "votes",
    }


def test_the_validators_of_ones_own_schema_hold_for_its_draft():
    with pytest.raises(ValidationError, match="a motion says something"):
        draft_schema(BoardBrief).model_validate({"motions": [{"text": ""}]})


def test_a_plain_schema_is_united_with_the_bookkeeping_of_every_brief():
    united = brief_schema(BoardBrief)
    assert issubclass(united, BoardBrief)
    assert issubclass(united, CheckedBrief)
    assert brief_schema(Brief) is Brief


def test_item_types_finds_lists_and_single_items():
    assert item_types(BoardBrief) == {"motions": Motion, "main": Motion}
    assert item_types(Motion) == {"votes": Vote}


def test_a_date_may_be_given_as_its_words():
    assert When.model_validate("next Friday") == When(words="next Friday")


class Extended(Brief):
    motions: list[Motion] = Field(default_factory=list)


def test_a_brief_that_is_extended_asks_for_its_own_fields_too():
    assert set(draft_schema(Extended).model_fields) == {*BriefDraft.model_fields, "motions"}


def _voted() -> BaseModel:
    quoted = [{"quote": "carried"}]
    motion = {"text": "Open", "evidence": quoted, "votes": [{"text": "carried", "evidence": quoted}]}
    return draft_schema(BoardBrief).model_validate({"motions": [motion]})


def test_what_is_made_for_a_schema_of_ones_own_goes_to_another_process_and_back():
    draft = _voted()
    brief = verify(draft, "Open, carried.", schema=BoardBrief)
    assert brief.motions[0].votes
    for made in (draft, brief, type(draft), type(brief)):
        assert pickle.loads(pickle.dumps(made)) == made


class Derived(draft_schema(BoardBrief)):  # type: ignore[misc]
    note: str = ""


def test_a_class_that_derives_from_such_a_draft_is_pickled_by_its_own_name():
    assert pickle.loads(pickle.dumps(Derived(note="seen"))) == Derived(note="seen")


class Named(type(BaseModel)):  # type: ignore[misc]
    """A metaclass of one's own."""


class NamedBrief(BaseModel, metaclass=Named):
    motions: list[Motion] = Field(default_factory=list)


def test_a_schema_keeps_a_metaclass_of_its_own():
    assert type(brief_schema(NamedBrief)) is Named


class Section(BaseModel):
    motions: list[Motion] = Field(default_factory=list)


class Hidden(BaseModel):
    sections: list[Section] = Field(default_factory=list)


class Needed(BaseModel):
    motion: Motion


class Counted(BaseModel):
    motions: list[Motion] = Field(min_length=1)


class Mapped(BaseModel):
    motions: dict[str, Motion] = Field(default_factory=dict)


class Mixed(BaseModel):
    items: list[Motion | Vote] = Field(default_factory=list)


class Nested(Evidenced):
    parts: "list[Nested]" = Field(default_factory=list)


class Sourced(BaseModel):
    motions: list[Motion] = Field(default_factory=list)
    source: str = ""


class Backed(Evidenced):
    support: str


class Seconds(BaseModel):
    motions: list[Backed] = Field(default_factory=list)


class Recursive(BaseModel):
    nested: list[Nested] = Field(default_factory=list)


@pytest.mark.parametrize(
    "schema", [Hidden, Needed, Counted, Mapped, Mixed, Recursive, dict, BoardBrief(motions=[]), Sourced, Seconds]
)
def test_a_schema_whose_items_could_not_be_refused_one_by_one_is_told_apart(schema):
    assert shape_fault(schema) is not None


def test_a_schema_of_which_nothing_could_be_checked_is_refused():
    class Bare(BaseModel):
        motions: list[str]

    assert "no items that derive from Evidenced" in (shape_fault(Bare) or "")
    assert "no items that derive from Evidenced" in (shape_fault(Vote) or ""), "an item is no brief"
    assert len(shape_fault(Bare.model_json_schema() | {"title": "x" * 500}) or "") < 120  # type: ignore[arg-type]


@pytest.mark.parametrize("schema", [Brief, BoardBrief, Extended])
def test_a_schema_of_lists_and_optional_items_is_fine(schema):
    assert shape_fault(schema) is None


@pytest.mark.parametrize("schema", [dict, "Brief", 3])
def test_what_is_no_model_class_has_no_draft(schema: object) -> None:
    with pytest.raises(TypeError, match="pydantic model class"):
        draft_schema(schema)  # type: ignore[arg-type]
