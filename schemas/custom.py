"""From a brief's schema to the schema that an engine answers, for any class built on `Evidenced`."""

import copyreg
import types
from collections.abc import Callable, Mapping
from copy import copy
from functools import lru_cache
from typing import Annotated, Any, Union, cast, get_args, get_origin

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
    united: type[CheckedBrief] = _made(brief_schema, schema, schema.__name__, (schema, CheckedBrief), {})
    return united


def draft_schema(schema: type[BaseModel]) -> type[BaseModel]:
    """What an engine answers for a brief of this schema: quotes for evidence, words for dates.

    Everything that code fills in (verdicts, changes, coverage, run) is left out. The validators of
    the caller's classes stay in force. Errors: `TypeError`, it is no pydantic model class.
    """
    if not (isinstance(schema, type) and issubclass(schema, BaseModel)):
        raise TypeError(f"a schema is a pydantic model class, not {schema!r}")
    return _draft_schema(schema)


@lru_cache(maxsize=64)
def _draft_schema(schema: type[BaseModel]) -> type[BaseModel]:
    if "draft" in vars(schema) and (written := vars(schema)["draft"]) is not None:
        return cast(type[BaseModel], written)
    own = {name: field for name, field in schema.model_fields.items() if name not in CheckedBrief.model_fields}
    fields: dict[str, Any] = {name: (_drafted(field.annotation), _copied(field)) for name, field in own.items()}
    draft: type[BaseModel] = _made(_draft_schema, schema, f"{schema.__name__}Draft", (BaseModel,), fields)
    return draft


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
    return _made(_draft_item, item, item.__name__, (Claim, item), fields)


_Metaclass: Any = type(BaseModel)


class _Made(_Metaclass):  # type: ignore[misc]
    """Of the classes that are made here: pickled as what they are made of, since no module holds them by a name."""


def _made(
    by: Callable[..., Any],
    origin: type[BaseModel],
    name: str,
    bases: tuple[type[BaseModel], ...],
    fields: dict[str, Any],
) -> Any:
    """A class with its origin's text and module. by: the function that makes it, or finds it made, of its origin."""
    base: Any = bases  # pydantic's own types allow for bases of one type only
    plain = type(origin) in (_Metaclass, _Made)  # a metaclass of the caller's own keeps its place
    options = {"metaclass": _Made} if plain else None
    made = create_model(
        name, __base__=base, __doc__=origin.__doc__, __module__=origin.__module__, __cls_kwargs__=options, **fields
    )
    made.__made__ = (by, (origin,))  # type: ignore[attr-defined]
    return made


def _as_made(made: Any) -> Any:
    """How such a class is pickled; one that a caller derives from it, as any other."""
    return vars(made).get("__made__", made.__qualname__)


copyreg.pickle(_Made, _as_made)


def _copied(field: FieldInfo) -> FieldInfo:
    field = copy(field)
    field.annotation = None
    return field


@lru_cache(maxsize=256)
def item_types(schema: type[BaseModel]) -> Mapping[str, type[Evidenced]]:
    """The class of the items in each field of a brief's schema (or of an item's) that holds some."""
    found = {name: _evidenced(field.annotation) for name, field in schema.model_fields.items()}
    return types.MappingProxyType({name: item for name, item in found.items() if item is not None})


def _evidenced(annotation: Any) -> type[Evidenced] | None:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Evidenced) else None
    return next((found for argument in get_args(annotation) if (found := _evidenced(argument))), None)


def shape_fault(schema: type[BaseModel]) -> str | None:
    """What keeps a schema from being filled and checked, in one sentence; None where nothing does.

    Items must be able to be refused one by one, so they stand in lists or alone where null is allowed,
    and only directly in the brief or in one another: an item hidden elsewhere would never be checked.
    """
    if not (isinstance(schema, type) and issubclass(schema, BaseModel)):
        return f"{schema!r:.80} is no class of pydantic models"
    return _fault_of(schema)


@lru_cache(maxsize=64)
def _fault_of(schema: type[BaseModel]) -> str | None:
    if not any(_held(field.annotation, ()) for field in schema.model_fields.values()):
        return f"{schema.__name__} holds no items that derive from Evidenced, so nothing in it could be checked"
    return _shape_fault(schema, (), CheckedBrief)


def _shape_fault(model: type[BaseModel], within: tuple[type[BaseModel], ...], base: type[BaseModel]) -> str | None:
    """base: whose fields the program fills in."""
    for name, field in model.model_fields.items():
        where = f"{model.__name__}.{name}"
        if (filled := base.model_fields.get(name)) is not None:
            if field.annotation != filled.annotation:
                return f"{where} has a name that `{base.__name__}` uses for what the program fills in"
            continue
        held = _held(field.annotation, ())
        if not held:
            if base is Evidenced and _held(field.annotation, (), When) and not _is_plain(field.annotation, When):
                return (
                    f"{where} holds dates in another form than a list or a single one, so code could not compute them"
                )
            continue
        item = _evidenced(field.annotation)
        if item is None or len(held) > 1 or not _is_plain(field.annotation, item):
            return f"{where} holds items in another form than a list or a single one that may be null"
        if get_origin(field.annotation) is not list and field.is_required():
            return f"{where} is required, so its item could not be refused"
        if any(getattr(mark, "min_length", None) for mark in field.metadata):
            return f"{where} asks for a number of items"
        if item in within:
            return f"{where} holds items of its own kind"
        if (fault := _shape_fault(item, (*within, item), Evidenced)) is not None:
            return fault
    return None


def _held(annotation: Any, within: tuple[Any, ...], of: type[BaseModel] = Evidenced) -> set[type[BaseModel]]:
    """Every class of items, or of another base, that an annotation leads to, through models that are none as well."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, of):
            return {annotation}
        if not issubclass(annotation, BaseModel) or annotation in within:
            return set()
        inner = [field.annotation for field in annotation.model_fields.values()]
        return {found for one in inner for found in _held(one, (*within, annotation), of)}
    return {found for argument in get_args(annotation) for found in _held(argument, within, of)}


def _is_plain(annotation: Any, item: type[BaseModel]) -> bool:
    """Whether it is `list[item]`, `item`, or one of them or null."""
    if get_origin(annotation) in (Union, types.UnionType):
        return all(part is type(None) or _is_plain(part, item) for part in get_args(annotation))
    return annotation is item or (get_origin(annotation) is list and get_args(annotation) == (item,))
