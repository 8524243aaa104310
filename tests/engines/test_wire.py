from typing import Annotated, Any, Generic, Literal, TypeVar

import openai
import pytest
from pydantic import BaseModel, Field

from summarizer.engines.wire import wire_name, wire_schema
from summarizer.schemas import BriefDraft

T = TypeVar("T")


class Box(BaseModel, Generic[T]):
    content: T


class Inner(BaseModel):
    text: str = "none"


class Outer(BaseModel):
    default: Inner = Field(default=Inner(), description="A field that is called default.")
    many: list[Inner] = Field(default_factory=list)
    either: Inner | str | None = None
    kind: Literal["a", "b"] = "a"


def without_defaults(part: Any) -> Any:
    if isinstance(part, list):
        return [without_defaults(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: {name: without_defaults(one) for name, one in value.items()}
        if key in ("properties", "$defs")
        else without_defaults(value)
        for key, value in part.items()
        if key != "default"
    }


@pytest.mark.parametrize("schema", [BriefDraft, Outer])
def test_the_enforced_form_is_that_of_openai_without_the_defaults(schema: type[BaseModel]):
    theirs = openai.pydantic_function_tool(schema)["function"]["parameters"]
    made, enforced = wire_schema(schema, strict=True)
    assert enforced
    assert made == without_defaults(theirs)


def test_without_strict_the_schema_is_sent_as_it_is():
    assert wire_schema(Outer, strict=False) == (Outer.model_json_schema(), False)


class Free(BaseModel):
    counts: dict[str, int]


class Pair(BaseModel):
    pair: tuple[int, str]


class Tagged(BaseModel):
    class Cat(BaseModel):
        kind: Literal["cat"]

    class Dog(BaseModel):
        kind: Literal["dog"]

    pet: Annotated[Cat | Dog, Field(discriminator="kind")]


class Tree(BaseModel):
    branches: list["Tree"] = Field(default_factory=list)


@pytest.mark.parametrize("schema", [Free, Pair, Tagged, Tree])
def test_what_cannot_be_enforced_is_sent_as_advice(schema: type[BaseModel]):
    made, enforced = wire_schema(schema, strict=True)
    assert not enforced
    assert made == schema.model_json_schema() | {"title": schema.__name__}


def test_a_generic_class_gets_a_name_that_providers_accept():
    assert wire_name(Box[int]) == "Box_int_"
    assert wire_schema(Box[int], strict=True)[0]["title"] == "Box_int_"
