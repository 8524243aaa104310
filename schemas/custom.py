"""From a brief's schema to the schema that an engine answers, for any class built on `Evidenced`."""

import types
from copy import copy
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from .brief import CheckedBrief
from .evidence import Claim, Evidenced, When

_skip: Any = SkipJsonSchema  # to the type checker it is an alias that cannot be called
_hidden = _skip()


@lru_cache(maxsize=64)
def brief_schema(schema: type[BaseModel]) -> type[CheckedBrief]:
    """The schema itself where it derives from `CheckedBrief`, else united with it.

    A brief made for `schema` is thus always an instance of it, and always carries coverage,
    rejections, source and run.
    """
    if issubclass(schema, CheckedBrief):
        return schema
    united: type[CheckedBrief] = _united(schema.__name__, (schema, CheckedBrief), schema, {})
    return united


@lru_cache(maxsize=64)
def draft_schema(schema: type[BaseModel]) -> type[BaseModel]:
    """What an engine answers for a brief of this schema: quotes for evidence, words for dates.

    Everything that code fills in (verdicts, changes, coverage, run) is left out. The validators of
    the caller's classes stay in force.
    """
    if issubclass(schema, CheckedBrief) and schema.draft is not None:
        return schema.draft
    own = {name: field for name, field in schema.model_fields.items() if name not in CheckedBrief.model_fields}
    fields: dict[str, Any] = {name: (_drafted(field.annotation), _copied(field)) for name, field in own.items()}
    return create_model(f"{schema.__name__}Draft", __doc__=schema.__doc__, __module__=schema.__module__, **fields)


def _drafted(annotation: Any) -> Any:
    """The annotation with every `Evidenced` class replaced by its draft and every `When` by `str`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, Evidenced):
            return _draft_item(annotation)
        return str if issubclass(annotation, When) else annotation
    arguments = get_args(annotation)
    drafted = tuple(_drafted(argument) for argument in arguments)
    if drafted == arguments:
        return annotation
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return Union[drafted]  # noqa: UP007 - built from a tuple at run time
    return origin[drafted]


@lru_cache(maxsize=256)
def _draft_item(item: type[Evidenced]) -> Any:
    """A claim with the item's own fields and validators, its evidence still mere quotes."""
    evidence = Claim.model_fields["evidence"]
    fields: dict[str, Any] = {
        "evidence": (evidence.annotation, _copied(evidence)),
        "basis": (Annotated[str | None, _hidden], None),
    }
    for name, field in item.model_fields.items():
        if name in Evidenced.model_fields:
            fields.setdefault(name, (Annotated[None, _hidden], None))
        elif (annotation := _drafted(field.annotation)) is not field.annotation:
            fields[name] = (annotation, _copied(field))
    return _united(item.__name__, (Claim, item), item, fields)


def _united(name: str, bases: tuple[type[BaseModel], ...], origin: type[BaseModel], fields: dict[str, Any]) -> Any:
    base: Any = bases  # pydantic's own types allow for bases of one type only
    return create_model(name, __base__=base, __doc__=origin.__doc__, __module__=origin.__module__, **fields)


def _copied(field: FieldInfo) -> FieldInfo:
    field = copy(field)
    field.annotation = None
    return field


def item_types(schema: type[BaseModel]) -> dict[str, type[Evidenced]]:
    """The class of the items in each field of a brief's schema (or of an item's) that holds some."""
    return {name: found for name, field in schema.model_fields.items() if (found := _evidenced(field.annotation))}


def _evidenced(annotation: Any) -> type[Evidenced] | None:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Evidenced) else None
    return next((found for argument in get_args(annotation) if (found := _evidenced(argument))), None)
