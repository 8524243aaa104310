"""What a chat completion holds: the model's text, what it cost, or why there is no text."""

import json
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..errors import (
    AnswerCutOff,
    ContentFiltered,
    ContextTooLong,
    EmptyAnswer,
    ModelError,
    ProviderError,
    Refused,
)
from ..llm import Request, Usage
from .accounts import Call
from .failures import failure, not_an_answer
from .prices import Price
from .providers import OLLAMA, Endpoint

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

_SHORT = 1000  # words that every context holds
_CONTEXT_STEP = 1024
_UNHEARD_OF = 10**9  # tokens of one request: a server that counts so many does not count
_CUT_OFF = {"length", "max_tokens", "model_length"}  # OpenAI's word, and what gateways pass on from other APIs
_KEPT = (0, 2)  # of a prompt that Ollama cuts remains its context, or half of it and two tokens


def text_of(completion: "ChatCompletion", endpoint: Endpoint, call: Call) -> str:
    """What the model wrote: the arguments of its tool call, or its message.

    The client builds a completion from whatever JSON came, unchecked: any field may be missing.

    Errors: `ModelError`, or `ProviderError` for an error that came with status 200.
    """
    choices = completion.choices
    choice: Any = choices[0] if isinstance(choices, list) and choices else choices
    if stated := _extra(choice, "error") or _extra(completion, "error"):
        code = stated.get("code") if isinstance(stated, dict) else None
        status = code if isinstance(code, int) and 400 <= code < 600 else 200
        raise failure(status, {"error": stated}, {}, endpoint=endpoint, call=call)
    if choice and not isinstance(choice, BaseModel):
        raise not_an_answer(endpoint, "broken choices")
    message = getattr(choice, "message", None)
    if message is None:
        raise EmptyAnswer(f"the answer of {endpoint.host} holds no message", hint="run it again, or use another model")
    if str(choice.finish_reason).lower() in _CUT_OFF:
        raise AnswerCutOff(
            f"the answer of {endpoint.model} was cut off at its length limit",
            hint="raise Options.max_output_tokens, or split the document",
        )
    if choice.finish_reason == "content_filter":
        raise ContentFiltered(
            f"the content filter of {endpoint.host} withheld the answer",
            hint="ask the provider to relax it, or use another model",
        )
    if getattr(message, "refusal", None):
        raise Refused(f"{endpoint.model} declined to answer", hint="use another model for this document")
    text = written(completion)
    if text.strip():
        return text
    if _thoughts(message):
        hint = "turn its thinking off, or leave it more room with Options.max_output_tokens"
        raise EmptyAnswer(f"{endpoint.model} gave its thoughts and no answer", hint=hint)
    raise EmptyAnswer(f"the answer of {endpoint.model} is empty", hint="run it again, or use another model")


def written(completion: "ChatCompletion") -> str:
    """What the model wrote, finished or not: the arguments of its tool calls, else its message."""
    message: Any = completion.choices[0].message
    content = getattr(message, "content", None)
    if isinstance(content, list):  # of parts, as other APIs have it; put right, as instructor takes text alone
        message.content = content = "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    thoughts = _thoughts(message)
    # Some servers take the whole answer for thoughts where no mark closes those.
    answers = called_with(completion), content, thoughts if thoughts.lstrip().startswith("{") else ""
    given = [one for one in answers if isinstance(one, str) and one.strip()]
    return next((one for one in given if one.strip() != "{}"), "".join(given[:1]))


def _thoughts(message: object) -> str:
    return str(_extra(message, "reasoning_content") or _extra(message, "reasoning") or "")


def is_paid(completion: "ChatCompletion", endpoint: Endpoint, call: Call) -> bool:
    """Whether it is an answer, if an empty one, that cost something; an error that came with status 200 is none."""
    try:
        text_of(completion, endpoint, call)
    except ProviderError:
        return False
    except ModelError:
        return bool(completion.choices or usage_of(completion, endpoint).prompt_tokens)
    return True


def called_with(completion: "ChatCompletion") -> str | None:
    """The arguments of the tool calls, where the model made any; several are parts of one answer."""
    calls = getattr(completion.choices[0].message, "tool_calls", None)
    functions: list[Any] = [getattr(call, "function", None) for call in calls] if isinstance(calls, list) else []
    for function in functions:
        if isinstance(getattr(function, "arguments", None), dict):
            function.arguments = json.dumps(function.arguments)
    given = [getattr(function, "arguments", None) for function in functions]
    return "\n".join(one for one in given if isinstance(one, str) and one.strip()) or None


def check_read(completion: "ChatCompletion", endpoint: Endpoint, request: Request) -> None:
    """Make sure that the model was given the whole text. Errors: `ContextTooLong`.

    Ollama cuts what is too long, its beginning first, and answers as if nothing were amiss: only the
    count of tokens tells. No tokenizer takes fewer tokens than there are words between spaces.
    """
    words = _words(request.system) + len(request.user.split())
    tokens = _count(completion.usage, "prompt_tokens") or 0
    cut = tokens < words or (endpoint.provider is OLLAMA and tokens % _CONTEXT_STEP in _KEPT)
    if tokens and words > _SHORT and cut:
        raise ContextTooLong(
            f"{endpoint.host} cut the text: {endpoint.model} was given {tokens} tokens of it, for {words} words",
            hint="serve the model with a longer context (Ollama: OLLAMA_CONTEXT_LENGTH=32768), or split the document",
        )


@lru_cache(maxsize=8)
def _words(instructions: str) -> int:
    """Words of the instructions, counted once: they are the same for all documents."""
    return len(instructions.split())


def usage_of(completion: "ChatCompletion", endpoint: Endpoint) -> Usage:
    """Tokens and cost of this one completion, to be read before anything adds to them."""
    usage = completion.usage
    prompt, written = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
    cost = _cost(usage, prompt, written, endpoint.price)
    return Usage(prompt_tokens=prompt or 0, completion_tokens=written or 0, cost=cost)


def _count(usage: BaseModel | None, name: str) -> int | None:
    """A number of tokens, where it is told, and can be one."""
    count = getattr(usage, name, None)
    return count if type(count) is int and 0 <= count < _UNHEARD_OF else None


def _cost(usage: BaseModel | None, prompt: int | None, written: int | None, price: Price | None) -> float | None:
    stated = _extra(usage, "cost")  # OpenRouter tells what it charged
    if type(stated) in (int, float) and 0 <= stated < inf:
        return float(stated)
    if price == Price(0, 0):
        return 0.0
    if price is None or prompt is None or written is None:
        return None
    cached = _count(getattr(usage, "prompt_tokens_details", None), "cached_tokens") or 0
    return price.of(prompt, written, min(cached, prompt))


def _extra(model: object, name: str) -> Any:
    return (model.model_extra or {}).get(name) if isinstance(model, BaseModel) else None
