"""What `benchmarks/batch.py` holds the project against: `python batch_peers.py openai|instructor URL FILE`.

The same documents with the same prompt and schema, as one writes it by hand: a semaphore, and the client's own retries.
Nothing is verified, nothing is kept.
"""

import asyncio
import json
import sys
from pathlib import Path

import openai

from summarizer import BriefDraft
from summarizer.prompts import describe, load_prompt

AT_ONCE = 64


async def main(peer: str, url: str, file: str) -> None:
    client = openai.AsyncOpenAI(base_url=url, api_key="none")
    slots = asyncio.Semaphore(AT_ONCE)
    fields = describe(BriefDraft)
    form = {"type": "json_schema", "json_schema": {"name": "BriefDraft", "schema": BriefDraft.model_json_schema()}}
    if peer == "instructor":
        import instructor

        shaped = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)

    async def one(text: str) -> None:
        system, user = load_prompt().render({"fields": fields, "lines": text, "title": None, "date": None})
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        async with slots:
            if peer == "instructor":
                await shaped.chat.completions.create(
                    model="sim-1", response_model=BriefDraft, max_retries=0, messages=messages
                )
            else:
                answer = await client.chat.completions.create(model="sim-1", response_format=form, messages=messages)
                BriefDraft.model_validate_json(answer.choices[0].message.content)

    texts = [json.loads(line)["text"] for line in Path(file).read_text(encoding="utf-8").splitlines()]
    ended = await asyncio.gather(*map(one, texts), return_exceptions=True)
    print(sum(not isinstance(each, BaseException) for each in ended))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
