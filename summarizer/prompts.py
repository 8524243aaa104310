"""Prompts: files with front matter, a system part and a user part, rendered in a sandbox.

The source enters as the value of one variable, so that nothing in it is ever read as a template.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field as declared, replace
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from .errors import PromptError

if TYPE_CHECKING:
    from jinja2 import Template

_FORM = re.compile(r".*?---\n(.*?)---\n(?:.*?\n)??# system\n(.*?)\n# user\n(.*)", re.DOTALL)

_TAG = re.compile(r"</(\w+)>")

DEFAULT = "brief.v5"
RECHECK = "recheck.v1"
DOUBT = "doubt.v1"
TRANSLATE = "translate.v1"


@dataclass(frozen=True)
class Prompt:
    """A prompt as its file gives it."""

    name: str
    description: str
    expects: frozenset[str]
    """Variables that the templates may use; those and no others."""
    system: str
    user: str
    sha256: str
    """SHA-256 of the file, to the byte."""
    file: str = declared(compare=False)
    """Its name, for messages."""

    def render(self, variables: Mapping[str, object]) -> tuple[str, str]:
        """The system and the user message. A variable that is expected and not given is a `PromptError`.

        A tag of the template (`</record>`) that stands in the value of a variable gets a space (`< /record>`): no text can
        end the part that it stands in.
        """
        if unknown := self.expects - set(variables):
            raise PromptError(
                f"{self.file} expects {', '.join(sorted(unknown))}, which is not given",
                hint=f"a prompt may use {', '.join(sorted(variables))}",
            )
        used = {name: self._harmless(value) for name, value in variables.items() if name in self.expects}
        return self._fill(self.system, used), self._fill(self.user, used)

    def _harmless(self, value: object) -> object:
        if not isinstance(value, str) or "<" not in value:
            return value
        tags = "|".join(map(re.escape, sorted(set(_TAG.findall(self.system + self.user)))))
        return re.sub(rf"<(?=\s*/?\s*(?:{tags})\b)", "< ", value, flags=re.IGNORECASE) if tags else value

    def _fill(self, template: str, variables: Mapping[str, object]) -> str:
        from jinja2 import TemplateError

        try:
            return _compiled(template).render(variables).strip()
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            usable = ", ".join(sorted(variables)) or "no variable"
            raise PromptError(
                f"{self.file}: {error}", hint=f"it may use {usable}, as `expects` at its top lists them"
            ) from error


@lru_cache(maxsize=32)
def _compiled(template: str) -> "Template":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True).from_string(template)


def load_prompt(prompt: str | Path | None = None) -> Prompt:
    """A prompt by name (`brief.v5`) or by file; the default one for None."""
    if isinstance(prompt, Path) or (prompt and prompt.endswith(".md")):
        return _named_apart(_parsed(_read(Path(prompt)), Path(prompt).name))
    name = prompt or DEFAULT
    if name not in (known := names()):
        raise PromptError(
            f"there is no prompt {name}",
            hint=f"use one of {', '.join(known)}, or the path of a prompt file that ends in .md",
        )
    return _built_in(name)


def _named_apart(found: Prompt) -> Prompt:
    """A prompt that was begun with a copy of a built-in one, under the name of its file: what briefs and caches call by the
    name of the built-in one is that one, letter for letter."""
    if found.name not in names() or found.sha256 == _built_in(found.name).sha256:
        return found
    return replace(found, name=found.file.removesuffix(".md"))


def brief_prompt(prompt: str | Path | None) -> Prompt:
    """As `load_prompt`, for a brief. Errors: `PromptError`, also for the name of a prompt that does something else."""
    found = load_prompt(prompt)
    if prompt in names() and not found.name.startswith("brief."):
        briefs = ", ".join(name for name in names() if name.startswith("brief."))
        raise PromptError(
            f"{prompt} is no prompt of a brief", hint=f"use one of {briefs}, or a prompt file of your own"
        )
    return found


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of the prompts that come with the package."""
    return tuple(sorted(entry.name.removesuffix(".md") for entry in _folder().iterdir() if entry.name.endswith(".md")))


def prompt_file(prompt: str) -> str:
    """The whole file of a prompt, given as to `load_prompt`. Errors: `PromptError`."""
    load_prompt(prompt)
    return (Path(prompt) if prompt.endswith(".md") else _folder() / f"{prompt}.md").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def _built_in(name: str) -> Prompt:
    return _parsed((_folder() / f"{name}.md").read_bytes(), f"{name}.md")


def _folder() -> Traversable:
    installed = resources.files("summarizer") / "_prompts"
    # In a checkout the prompts are the top-level folder; the wheel carries them inside the package.
    return installed if installed.is_dir() else Path(__file__).parent.parent / "prompts"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PromptError(f"cannot read the prompt {path}: {error.strerror}", hint="check the path") from error


def _parsed(data: bytes, where: str) -> Prompt:
    import yaml

    try:
        found = _FORM.fullmatch(data.decode("utf-8").replace("\r\n", "\n"))
        if found is None:
            raise ValueError("the lines `---`, `# system` and `# user` do not all stand in it, in this order")
        front, system, user = found.groups()
        meta = yaml.safe_load(front)
        if not isinstance(meta, dict) or not {"name", "expects"} <= meta.keys():
            raise ValueError("its front matter does not give `name` and `expects`")
        name, expects = str(meta["name"]), frozenset(map(str, meta["expects"] or ()))
    except (ValueError, TypeError, yaml.YAMLError) as error:
        hint = f"it is front matter, then `# system` and `# user`: `summarizer prompts {DEFAULT} > mine.md` gives one"
        raise PromptError(f"{where} is not a prompt file: {str(error).splitlines()[0]}", hint=hint) from error
    return Prompt(
        name=name,
        description=str(meta.get("description", "")),
        expects=expects,
        system=system,
        user=user,
        sha256=hashlib.sha256(data).hexdigest(),
        file=where,
    )


@lru_cache(maxsize=64)
def describe(schema: type[BaseModel]) -> str:
    """The fields of a draft schema as an indented list for the prompt.

    Servers that turn a schema into a grammar show the model nothing of it, so the descriptions
    must stand in the prompt as well.
    """
    definition = schema.model_json_schema()
    return "\n".join(_described(definition, definition.get("$defs", {}), 0))


def _described(node: Mapping[str, Any], definitions: Mapping[str, Any], depth: int) -> Iterator[str]:
    for name, field in node.get("properties", {}).items():
        form, nested, words = _form(field, definitions)
        description = field.get("description") or words
        yield f"{'  ' * depth}- `{name}` ({form}){': ' + description if description else ''}"
        # Evidence is the same everywhere, and the prompt's section on quoting explains it.
        if nested and name != "evidence":
            yield from _described(nested, definitions, depth + 1)


def _form(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[str, Mapping[str, Any] | None, str]:
    """How a field is written, the object nested in it if any, and that object's own description."""
    if "anyOf" in field:
        options = [option for option in field["anyOf"] if option.get("type") != "null"]
        form, nested, words = _form(options[0], definitions) if options else ("null", None, "")
        return f"{form} or null", nested, words
    if "$ref" in field:
        target = definitions[field["$ref"].rsplit("/", 1)[-1]]
        if "enum" in target:
            return "one of " + ", ".join(map(str, target["enum"])), None, ""
        return "object", target, target.get("description", "")
    if choices := field.get("enum") or ([field["const"]] if "const" in field else None):
        return "one of " + ", ".join(map(str, choices)), None, ""
    if field.get("type") == "array":
        form, nested, words = _form(field.get("items", {}), definitions)
        if nested and "quote" in nested.get("properties", {}):
            return "list of {line, quote}", nested, words
        return f"list of {form}s" if nested else f"list: {form}", nested, words
    return (
        {"string": "text", "integer": "number", "number": "number", "boolean": "true or false"}.get(
            str(field.get("type")), "any"
        ),
        None,
        "",
    )
