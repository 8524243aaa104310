"""The adapter to OpenAI's API and all that is compatible: a question, and one re-ask where the answer does not hold.

The one module that calls instructor, which shapes the request for the mode and words the re-ask. It is imported when
a model is first asked.
"""

import json
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel

from ..errors import AnswerCutOff, CallerError, InvalidAnswer, Postponed, ProviderError, SummarizerError
from ..llm import Reply, Request, Usage, metered
from ..words.tokens import estimate
from .accounts import Call
from .client import load_library, nothing_used
from .completions import check_read, text_of, usage_of, written
from .failures import other_modes
from .loops import breathe
from .parsing.answers import Salvaged, complain, salvage
from .providers import Endpoint
from .sending import Sending
from .wire import wire_name, wire_schema

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion


_REASKS = 1  # of a question whose answer does not hold


class OpenAICompatible:
    """A model behind an API like OpenAI's, as an `LLM`.

    Makes one request, and `_REASKS` more where the answer does not hold. All other repetition is the
    business of what wraps it.
    """

    def __init__(self, endpoint: Endpoint, sending: Sending) -> None:
        self.name = endpoint.name
        self.limits = endpoint.limits
        self.price = endpoint.price
        self._endpoint = endpoint
        self._sending = sending

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`."""
        from instructor.core import IncompleteOutputException, InstructorRetryException

        await breathe()
        exchange = _Exchange(self._endpoint, request, self._sending)
        token = _under_way.set(exchange)
        try:
            # Never with `context=`: instructor would render the document as a template.
            await _asking(self._endpoint.mode)(
                response_model=_shape(request.schema, self._endpoint.strict),
                max_retries=_REASKS,
                messages=_messages(request),
                **self._endpoint.parameters,
            )
        except IncompleteOutputException as ended:  # how `send` ends an exchange: instructor need not read the answer
            # Its frames hold the exception, and that holds them, and all that was said, until the collector comes.
            clear_frames(ended.__traceback__)
            ended.__traceback__ = None
        except InstructorRetryException as error:
            fault = error.__cause__ or error  # not of ours: a fault in the request's objections, or a bug
            if exchange.complaint is None or not isinstance(fault, ValueError):
                raise fault from fault.__cause__
            # In the mode md_json, instructor gives up on a text that is broken in many places: it is not asked again.
        finally:
            _under_way.reset(token)
        return exchange.reply()

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        await self._sending.aclose()


class _Exchange:
    """One question and its re-asks: what was sent, read and spent.

    Its `send` stands in for the API's `create` under instructor: each answer is counted and judged
    here, and each failure named here, before instructor sees it.
    """

    def __init__(self, endpoint: Endpoint, request: Request, sending: Sending) -> None:
        self.complaint: str | None = None
        """What to tell the model of the answer it has just given; None where it is taken."""
        self._endpoint = endpoint
        self._request = request
        self._sending = sending
        self._usage = Usage()
        self._asked = 0
        self._readings: list[Reply] = []
        self._failure: SummarizerError | None = None

    async def send(self, **asked: Any) -> Any:
        """Make one request. Ends the exchange with the one exception that instructor neither wraps nor logs."""
        from instructor.core import IncompleteOutputException

        self._failure = None
        try:
            completion, text = await self._answered(asked)
            await breathe()
            await self._judge(text, completion.model)
        except SummarizerError as error:
            if error.usage is not None:  # of what was sent in vain
                reasks = self._reasks(error.usage.requests)
                metered(Usage(reasks=reasks))
                self._usage += replace(error.usage, reasks=reasks)
            self._failure = error
            raise IncompleteOutputException from error
        if self.complaint is None:
            raise IncompleteOutputException  # nothing more for instructor to do: it would read the answer once more
        return completion

    def reply(self) -> Reply:
        """The better answer, the later one of equals. Errors: what stands in its place."""
        best = min(reversed(self._readings), key=lambda reading: len(reading.faults), default=None)
        failed = self._failure
        is_to_come = isinstance(failed, CallerError | Postponed) or (
            isinstance(failed, ProviderError) and failed.transient and best is not None and best.faults
        )
        if best is None or is_to_come:
            assert failed is not None, "an exchange ends with an answer or a failure"
            failed.usage = self._usage
            raise failed
        return replace(best, usage=self._usage)

    async def _answered(self, asked: dict[str, Any]) -> tuple["ChatCompletion", str]:
        """The completion, counted, and what the model wrote."""
        endpoint, request = self._endpoint, self._request
        if endpoint.strict and _shape(request.schema, True).enforced:
            asked["response_format"]["json_schema"]["strict"] = True
        self._asked += 1
        await breathe()
        body = _body(asked)
        content = json.dumps(body, separators=(",", ":")).encode()
        call = Call(endpoint.address, content, _tokens(request, body, endpoint), endpoint.price)
        answered = await self._sending.answer(call)
        completion = answered.completion
        if answered.again:
            pass  # this exchange repeats one that broke off after it
        elif answered.own or answered.own is None:
            spent = usage_of(completion, endpoint)
            self._usage += replace(answered.sent, reasks=self._reasks(1)) + spent
            if answered.own is None:
                metered(Usage(reasks=self._reasks(1)) + spent)
        else:
            self._usage += Usage(cache_hits=1)
        check_read(completion, endpoint, request)
        try:
            text = text_of(completion, endpoint, call)
        except AnswerCutOff as error:
            with suppress(InvalidAnswer):
                error.read = self._reading(salvage(written(completion), request.schema), completion.model)
            raise
        completion.usage = nothing_used()  # counted; instructor would add it up, whatever it holds
        return completion, text

    def _reasks(self, requests: int) -> int:
        """How many of the requests just made are re-asks."""
        return requests if self._asked > 1 else 0

    def _reading(self, salvaged: Salvaged, model: object) -> Reply:
        served = model if isinstance(model, str) and model else self._endpoint.model
        return Reply(salvaged.answer, salvaged.raw, served, Usage(), salvaged.faults)

    async def _judge(self, text: str, model: object) -> None:
        """Keep what can be read of an answer. Where it may be asked again, note what is to be said against it."""
        request = self._request
        again = self._asked <= _REASKS
        found: list[str] = []
        try:
            salvaged = salvage(text, request.schema)
        except InvalidAnswer as error:
            error.hint = f"use a stronger model, or ask in another way: {other_modes(self._endpoint)}"
            self._failure = error
            found.append(f"{error}.")
        else:
            reading = self._reading(salvaged, model)
            if salvaged.cut_off:
                self._failure = cut = AnswerCutOff("the answer breaks off before its end", hint="split the document")
                cut.read = reading
                found.append(f"{cut}.")
            else:
                self._readings.append(reading)
                found += complain(reading.faults)
            if again and request.objections is not None and not salvaged.cut_off:
                said = request.objections(reading.answer)
                found += await said if isinstance(said, Awaitable) else said
        self.complaint = _worded(found) if again and found else None


def load_libraries() -> None:
    """What the first request would import, which takes seconds."""
    import instructor.v2.providers.openai.handlers  # noqa: F401

    load_library()


_under_way: ContextVar[_Exchange] = ContextVar("exchange")


@lru_cache(maxsize=8)
def _asking(mode: str) -> Any:
    """What instructor makes of the exchange that is under way."""
    import instructor

    async def create(**asked: Any) -> Any:
        return await _under_way.get().send(**asked)

    return instructor.patch(create=create, mode=instructor.Mode[mode.upper()])


@lru_cache(maxsize=64)
def _shape(schema: type[BaseModel], strict: bool) -> Any:
    """What instructor takes for the schema: it states the JSON schema, made once, and the exchange's verdict."""
    from instructor import ResponseSchema
    from instructor.core import ResponseParsingError

    wire, is_enforced = wire_schema(schema, strict=strict)

    class Shape(ResponseSchema):
        enforced: ClassVar[bool] = is_enforced

        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            return wire

        @classmethod
        def model_validate_json(cls, *_: Any, **__: Any) -> "Shape":
            if complaint := _under_way.get().complaint:
                raise ResponseParsingError(complaint)
            return cls()

    Shape.__name__, Shape.__doc__ = wire_name(schema), schema.__doc__
    return Shape


def _body(asked: dict[str, Any]) -> dict[str, Any]:
    """The JSON that is sent for these arguments."""
    extra: dict[str, Any] = asked.get("extra_body", {})
    return {key: value for key, value in asked.items() if key != "extra_body"} | extra


def _tokens(request: Request, body: dict[str, Any], endpoint: Endpoint) -> float:
    """What the server will count against a limit of tokens: the prompt, and what is set aside for the answer."""
    asked = request.tokens if request.tokens is not None else estimate(request.system) + estimate(request.user)
    again = sum(estimate(json.dumps(message)) for message in body["messages"][2:])
    return asked + again + (endpoint.options.max_output_tokens or 0)


def _worded(found: Sequence[str]) -> str:
    listed = "\n".join(f"- {sentence}" for sentence in found)
    return (
        f"Parts of the answer do not hold:\n{listed}\n"
        "Give the whole answer again, with these parts mended and all the rest as it was."
    )


def _messages(request: Request) -> list[dict[str, str]]:
    texts = {"system": request.system, "user": request.user}
    return [{"role": role, "content": _sendable(text)} for role, text in texts.items() if text]


def _sendable(text: str) -> str:
    """Half a surrogate pair, as careless decoding leaves behind, cannot be sent."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
