"""What a chat completion holds: the model's text, what it cost, or why there is no text."""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..errors import AnswerCutOff, ContentFiltered, ContextTooLong, EmptyAnswer, Refused
from ..llm import Request, Usage
from .failures import failure
from .providers import OLLAMA, Endpoint

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

_SHORT = 1000  # words that every context holds
_CONTEXT_STEP = 1024
_KEPT = (0, 2)  # of a prompt that Ollama cuts remains its context, or half of it and two tokens


def text_of(completion: "ChatCompletion", endpoint: Endpoint, request: Request) -> str:
    """What the model wrote: the arguments of its tool call, or its message.

    The client builds a completion from whatever JSON came, unchecked: any field may be missing.

    Errors: `ModelError`, or `ProviderError` for an error that came with status 200.
    """
    choice = completion.choices[0] if completion.choices else None
    if stated := _extra(choice, "error") or _extra(completion, "error"):
        code = stated.get("code") if isinstance(stated, dict) else None
        status = code if isinstance(code, int) and 400 <= code < 600 else 200
        raise failure(status, {"error": stated}, {}, endpoint=endpoint, request=request)
    if choice is None or choice.message is None:
        raise EmptyAnswer(f"the answer of {endpoint.host} holds no message", hint="run it again, or use another model")
    if choice.finish_reason == "length":
        raise AnswerCutOff(
            f"the answer of {endpoint.model} was cut off at its length limit",
            hint="use smaller windows, or raise Options.max_output_tokens",
        )
    if choice.finish_reason == "content_filter":
        raise ContentFiltered(
            f"the content filter of {endpoint.host} withheld the answer",
            hint="ask the provider to relax it, or use another model",
        )
    message = choice.message
    if getattr(message, "refusal", None):
        raise Refused(f"{endpoint.model} declined to answer", hint="use another model for this document")
    text = called_with(completion) or getattr(message, "content", None)
    if isinstance(text, str) and text.strip():
        return text
    raise EmptyAnswer(f"the answer of {endpoint.model} is empty", hint="run it again, or use another model")


def called_with(completion: "ChatCompletion") -> str | None:
    """The arguments of the tool call, where the model made one."""
    calls = getattr(completion.choices[0].message, "tool_calls", None) or [None]
    return getattr(getattr(calls[0], "function", None), "arguments", None)


def check_read(completion: "ChatCompletion", endpoint: Endpoint, request: Request) -> None:
    """Make sure that the model was given the whole text. Errors: `ContextTooLong`.

    Ollama cuts what is too long, its beginning first, and answers as if nothing were amiss: only the
    count of tokens tells. No tokenizer takes fewer tokens than there are words between spaces.
    """
    words = len(request.system.split()) + len(request.user.split())
    tokens = getattr(completion.usage, "prompt_tokens", None) or 0
    cut = tokens < words or (endpoint.provider is OLLAMA and tokens % _CONTEXT_STEP in _KEPT)
    if tokens and words > _SHORT and cut:
        raise ContextTooLong(
            f"{endpoint.host} cut the text: {endpoint.model} was given {tokens} tokens of it, for {words} words",
            hint="use smaller windows, or serve the model with a longer context (Ollama: OLLAMA_CONTEXT_LENGTH=32768)",
        )


def usage_of(completion: "ChatCompletion", endpoint: Endpoint) -> Usage:
    """Tokens and cost of this one completion, to be read before anything adds to them."""
    usage = completion.usage
    prompt, written = (getattr(usage, name, None) or 0 for name in ("prompt_tokens", "completion_tokens"))
    return Usage(prompt_tokens=prompt, completion_tokens=written, cost=_cost(usage, prompt, written, endpoint.price))


def _cost(usage: BaseModel | None, prompt: int, written: int, price: tuple[float, float] | None) -> float | None:
    stated = _extra(usage, "cost")  # OpenRouter tells what it charged
    if isinstance(stated, int | float):
        return float(stated)
    if price == (0, 0):
        return 0.0
    if price is None or usage is None:
        return None
    return (prompt * price[0] + written * price[1]) / 1e6


def _extra(model: BaseModel | None, name: str) -> Any:
    return ((model.model_extra if model is not None else None) or {}).get(name)
