"""Transcripts in JSON: who said what, when, and nothing lost, whatever the fields are called."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from summarizer import DocumentError, load

FILES = Path(__file__).parent.parent / "files" / "transcripts"
LINES = {
    "generic.json": [("Ana Brito", 1.5, "We will mend the roof. It is old."), ("Tom Okoro", 9.0, "Good.")],
    "lines.jsonl": [("Ana Brito", 1.5, "We will mend the roof. It is old."), ("Tom Okoro", 9.0, "Good.")],
    "whisper.json": [(None, 0.0, "Hello there."), (None, 2.0, "We begin.")],
    "whisper_text.json": [(None, None, "Hello there. We begin.")],
    "whisper_cpp.json": [(None, 0.0, "Hello there."), (None, 2.0, "We begin.")],
    "whisperx.json": [("SPEAKER_00", 0.1, "Hello there."), ("SPEAKER_01", 2.1, "We begin.")],
    "deepgram.json": [("Speaker 0", 0.1, "Hello there."), ("Speaker 1", 2.0, "We begin.")],
    "assemblyai.json": [("Speaker A", 0.1, "Hello there."), ("Speaker B", 2.0, "We begin.")],
    "transcribe.json": [("Speaker 0", 0.1, "Hello there."), ("Speaker 1", 2.0, "We begin.")],
    "google.json": [(None, None, "Hello there. We begin.")],
    "azure.json": [("Speaker 1", 0.1, "Hello there."), ("Speaker 2", 2.0, "We begin.")],
    "rev.json": [("Speaker 0", 0.1, "Hello there."), ("Speaker 1", 2.0, "We begin.")],
    "speechmatics.json": [("Speaker 1", 0.1, "Hello there."), ("Speaker 2", 2.0, "We begin")],
    "fireflies.json": [("Ana Brito", 0.1, "Hello there."), ("Tom Okoro", 2.0, "We begin.")],
}


def test_every_file_is_tested() -> None:
    assert {file.name for file in FILES.iterdir()} - {"README.md"} == set(LINES)


@pytest.mark.parametrize("name", LINES)
def test_speakers_times_and_words_are_read(name: str) -> None:
    document = load(FILES / name)
    said: list[tuple[str | None, float | None, str]] = []
    for line, segment in enumerate(document.segments, 1):
        words = document.line_text(line)
        if said and said[-1][0] == segment.speaker and (segment.speaker or segment.time is None):
            said[-1] = (*said[-1][:2], f"{said[-1][2]} {words}")
        else:
            said.append((segment.speaker, segment.time, words))
    assert said == LINES[name]
    assert document.kind == "transcript"


def test_title_and_date_are_those_of_the_meeting() -> None:
    document = load(FILES / "fireflies.json")
    assert (document.title, document.date) == ("Weekly call", date(2025, 5, 6))
    assert "field 'date'" in (document.date_basis or "")
    assert load(FILES / "speechmatics.json").date is None  # when it was transcribed is not when it was held


def test_ids_of_speakers_are_looked_up() -> None:
    value = {
        "speakers": [{"id": 7, "name": "Ana Brito"}],
        "segments": [{"speaker": 7, "text": "Yes."}, {"speaker": 8, "text": "No."}],
    }
    assert [one.speaker for one in load(json.dumps(value).encode()).segments] == ["Ana Brito", "Speaker 8"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"a": 1, "b": [1, 2]}, "no transcript is found; it has 'a', 'b'"),
        ([], "no transcript is found"),
        ([{"speaker": "Ann", "text": "  "}], "no words"),
        ([{"speaker": "Ann", "verbatim": "we said many things"}, {"speaker": "Bob", "text": "Good."}], "'verbatim'"),
        (
            {"transcripts": [{"title": one, "sentences": [{"speaker_name": "Ana", "text": "Hello."}]} for one in "ab"]},
            "holds 2 transcripts",
        ),
        ([[{"speaker": "Ana", "text": "Hello."}], [{"speaker": "Tom", "text": "Hello."}]], "holds 2 transcripts"),
    ],
)
def test_what_is_no_single_transcript_is_said_so(value: Any, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        load(json.dumps(value).encode())
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        '[{"speaker": "Ann", "text": "Hel',
        '{"a": ' * 3_000,
        "[" * 100_000,
        '{"a": 1}\n' + '{"a": ' * 100_000 + "1" + "}" * 100_000,
    ],
)
def test_what_is_cut_off_or_too_deep_is_no_json(text: str) -> None:
    assert load(text.encode()).kind in ("prose", "minutes")


_WORDS = st.lists(st.sampled_from("yes no roof sluice forty 9,000 été Ωmega".split()), min_size=1, max_size=6)


@given(
    st.lists(st.tuples(st.sampled_from(["Ana Brito", "Tom Okoro", 3]), _WORDS), min_size=1, max_size=12),
    st.sampled_from(["text", "sentence", "content", "Transcript", "message"]),
    st.sampled_from(["speaker", "speaker_name", "name", "author"]),
)
@settings(max_examples=60, deadline=None)
def test_every_word_of_every_entry_is_in_the_document(said: Any, text: str, speaker: str) -> None:
    entries = [{speaker: who, text: " ".join(words) + ".", "start": at * 2.5} for at, (who, words) in enumerate(said)]
    document = load(json.dumps({"data": {"items": entries}}).encode())
    read = " ".join(document.text[one.start : one.end] for one in document.segments)
    assert read.split() == " ".join(entry[text] for entry in entries).split()
    assert {one.speaker for one in document.segments} == {
        f"Speaker {who}" if isinstance(who, int) else who for who, _ in said
    }
