"""A checked brief in another language: what is put into it, what is not, and what is refused."""

import re

import pytest

from summarizer import Brief, Reply, SettingsError, summarize, to_json, verify
from summarizer.errors import Unreachable
from summarizer.llm import Usage
from summarizer.schemas import BriefDraft
from summarizer.translating import Translations
from summarizer.words.languages import language_code

NOTES = """Minutes of the harbour board, 3 March 2025

Present: Ana Brito (Chair), Tom Okoro

1. Dredging
The board approved 9,000 euros for dredging the inner basin.
ACTION: Tom Okoro to send the survey by 14 March 2025.
"""
GERMAN = {
    "send the survey by 14 March 2025": "die Vermessung bis 14. März 2025 senden",
    "Chair": "Vorsitzende",
    "The board approved 9,000 euros for dredging the inner basin": "Der Vorstand bewilligte 9.000 Euro",
}


class Interpreter:
    """Drafts what the built-in rules draft, and translates by a table, word for word in its absence."""

    name = "interpreter"

    def __init__(self, table=GERMAN, fails: bool = False) -> None:
        self.table, self.fails = table, fails
        self.asked: list[str] = []

    async def complete(self, request):
        usage = Usage(requests=1, prompt_tokens=10, completion_tokens=5)
        if request.schema is not Translations:
            assert issubclass(request.schema, BriefDraft)
            claimed = BriefDraft.model_validate_json(DRAFT)
            return Reply(claimed, DRAFT, "interpreter", usage)
        if self.fails:
            raise Unreachable("the server is away", hint="try later")
        self.asked.append(request.user)
        wordings = re.findall(r"^\[(\d+)\] (.*)$", request.user, re.MULTILINE)
        given = [{"number": int(at), "text": self.table.get(words, f"«{words}»")} for at, words in wordings]
        answer = Translations.model_validate({"translations": given})
        self.objections = list(request.objections(answer))
        return Reply(answer, answer.model_dump_json(), "interpreter", usage)


def _draft() -> str:
    from summarizer.claims import as_draft

    return as_draft(to_json(summarize(NOTES)))


DRAFT = _draft()


def texts(brief: Brief) -> set[str]:
    decided = {decision.text for item in brief.agenda_items for decision in item.decisions}
    return {item.topic for item in brief.agenda_items} | {item.action for item in brief.follow_ups} | decided


def test_wordings_are_translated_and_quotes_and_names_are_not():
    before = summarize(NOTES)
    brief = summarize(NOTES, model=Interpreter(), language="de")
    assert brief.run.language == "de"
    assert "die Vermessung bis 14. März 2025 senden" in texts(brief)
    assert [one.name for one in brief.participants] == [one.name for one in before.participants]
    assert [one.owner for one in brief.follow_ups] == ["Tom Okoro"]
    for item, other in zip(brief.follow_ups, before.follow_ups, strict=True):
        assert item.evidence == other.evidence
        assert item.due == other.due
        assert item.original["action"] == other.action
        assert item.support == other.support


def test_its_account_holds_the_translation_too():
    brief = summarize(NOTES, model=Interpreter(), language="de")
    assert (brief.run.requests, brief.run.prompt_tokens) == (2, 20)


def test_a_translation_that_changes_a_number_is_not_taken():
    wrong = Interpreter({words: re.sub(r"\d", "7", text) for words, text in GERMAN.items()})
    brief = summarize(NOTES, model=wrong, language="de")
    assert any("figures" in one for one in wrong.objections)
    assert "send the survey by 14 March 2025" in texts(brief)
    assert not any("77" in text for text in texts(brief))
    assert "stay as they were" in (brief.run.translation_failed or "")


def test_a_translation_that_fails_leaves_the_brief_in_its_own_language():
    brief = summarize(NOTES, model=Interpreter(fails=True), language="de")
    assert texts(brief) == texts(summarize(NOTES))
    assert "the server is away" in (brief.run.translation_failed or "")
    assert brief.status == "complete"


def test_nothing_is_asked_where_the_document_is_in_that_language():
    interpreter = Interpreter()
    brief = summarize(NOTES, model=interpreter, language="en-GB")
    assert interpreter.asked == []
    assert brief.run.language is None


def test_a_language_that_is_named_is_the_one_of_its_code():
    interpreter = Interpreter()
    summarize(NOTES, model=interpreter, language="English")
    assert interpreter.asked == []
    assert summarize(NOTES, model=interpreter, language=" Deutsch ").run.language == "de"


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("DE", "de"),
        ("Italian", "it"),
        ("français", "fr"),
        ("pt_BR", "pt-BR"),
        ("Brazilian Portuguese", "pt-BR"),
        ("zh-Hant", "zh-Hant"),
        ("日本語", "ja"),
        ("tlh", "tlh"),
    ],
)
def test_languages_are_known_by_code_and_name(named: str, code: str):
    assert language_code(named) == code


@pytest.mark.parametrize("named", ["klingon", "xx", "", "d", "de fr", "germn", 49])
def test_what_is_no_language_is_refused_before_anything_is_asked(named: object):
    interpreter = Interpreter()
    with pytest.raises(SettingsError, match="is no language") as refused:
        summarize(NOTES, model=interpreter, language=named)
    assert interpreter.asked == []
    assert ("did you mean german (de)?" in (refused.value.hint or "")) == (named == "germn")


def test_a_wording_that_stands_twice_is_asked_once():
    interpreter = Interpreter()
    summarize(NOTES, model=interpreter, language="de")
    (asked,) = interpreter.asked
    wordings = re.findall(r"^\[\d+\] (.*)$", asked, re.MULTILINE)
    assert len(wordings) == len(set(wordings))
    assert "Tom Okoro" not in wordings


def test_a_translated_brief_verifies_by_the_words_that_were_checked():
    brief = summarize(NOTES, model=Interpreter(), language="de")
    again = verify(to_json(brief), NOTES)
    assert again.rejected == []
    assert texts(again) == texts(summarize(NOTES))


def test_the_built_in_rules_translate_nothing():
    with pytest.raises(SettingsError, match="translate"):
        summarize(NOTES, language="de")
