"""Chooses the engine that drafts the briefs, and finds what is wrong with the settings before anything is spent."""

from pathlib import Path

from pydantic import BaseModel

from ..drafting import Engine
from ..errors import SchemaError, SettingsError
from ..llm import LLM
from ..prompts import brief_prompt
from ..schemas import BriefDraft, draft_schema, shape_fault
from .connect import connect_by_name
from .model import ModelEngine


def engine_of(model: str | LLM | None, schema: type[BaseModel], prompt: str | Path | None, more: bool) -> Engine:
    """The engine for that model, or the built-in rules for None. more: whether a second look or a translation is wanted.

    Errors: `SettingsError`, `PromptError`.
    """
    if model is not None:
        return ModelEngine(llm_of(model), brief_prompt(prompt), draft_schema(schema))
    if draft_schema(schema) is not BriefDraft:
        raise SettingsError(
            f"the built-in rules cannot fill {schema.__name__}", hint="name a model: it can fill any schema"
        )
    if prompt is not None:
        raise SettingsError("the built-in rules use no prompt", hint="name a model as well, or leave the prompt out")
    if more:
        raise SettingsError("the built-in rules neither recheck nor translate", hint="name a model as well")
    from .rules.engine import RulesEngine  # who asks a model has no need of what it loads

    return RulesEngine()


def llm_of(model: str | LLM) -> LLM:
    """The model of that name, or itself. Errors: `SettingsError`."""
    refuse_no_model(model)
    return connect_by_name(model) if isinstance(model, str) else model


def refuse_no_model(model: object) -> None:
    """Raise `SettingsError` for what is neither the name of a model nor one."""
    if not (isinstance(model, str) or callable(getattr(model, "complete", None))):
        raise SettingsError(
            f"a {type(model).__name__} is no model that can be asked",
            hint='give "openai:NAME", what `connect` gives, or an object with `name` and `complete` as `LLM` has them',
        )


def refuse_misshapen(schema: type[BaseModel]) -> None:
    """Raise `SchemaError` for a schema with a field that could not be filled or checked."""
    if (fault := shape_fault(schema)) is not None:
        raise SchemaError(
            fault,
            hint="items are held as `list[Item]`, or as `Item | None` with None as default, in fields of a name of their own",
        )
