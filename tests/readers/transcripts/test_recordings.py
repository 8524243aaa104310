"""Transcripts in JSON: who said what, when, and nothing lost, whatever the fields are called."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from summarizer import DocumentError, load
from summarizer.readers.transcripts import entries as recording_entries

FILES = Path(__file__).parent.parent.parent / "files" / "transcripts"
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
    "otter.json": [("Ana Brito", 0.5, "The roof leaks. We mend it."), ("Tom Okoro", 9.0, "Good.")],
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


def _word(word: str, start: float, **more: Any) -> dict[str, Any]:
    return {"word": word, "start": start, "end": start + 0.5, **more}


ACCOUNTS = {
    "two channels of Deepgram": {
        "results": {
            "channels": [
                {
                    "alternatives": [
                        {"transcript": "Hello. Good.", "words": [_word("Hello.", 0.0), _word("Good.", 9.0)]}
                    ]
                },
                {"alternatives": [{"transcript": "We begin.", "words": [_word("We", 2.0), _word("begin.", 2.5)]}]},
            ]
        }
    },
    "a last result of Google that repeats the others": {
        "results": [
            {"alternatives": [{"transcript": "Hello. We begin. Good."}]},
            {
                "alternatives": [
                    {
                        "words": [
                            _word("Hello.", 0.0, speakerTag=0),
                            _word("We", 2.0, speakerTag=1),
                            _word("begin.", 2.5, speakerTag=1),
                            _word("Good.", 9.0, speakerTag=0),
                        ]
                    }
                ]
            },
        ]
    },
}


@pytest.mark.parametrize("account", ACCOUNTS.values(), ids=ACCOUNTS)
def test_what_a_service_says_several_times_or_by_channel_is_said_once_and_in_order(account: dict[str, Any]) -> None:
    document = load(json.dumps(account).encode())
    said = [(one.time, document.text[one.start : one.end]) for one in document.segments]
    assert said == [(0.0, "Hello."), (2.0, "We begin."), (9.0, "Good.")]
    first, second, third = (one.speaker for one in document.segments)
    assert first == third != second


def test_title_and_date_are_those_of_the_meeting() -> None:
    document = load(FILES / "fireflies.json")
    assert (document.title, document.date) == ("Weekly call", date(2025, 5, 6))
    assert "field 'date'" in (document.date_basis or "")
    assert load(FILES / "speechmatics.json").date is None  # when it was transcribed is not when it was held


def test_the_basis_of_a_date_is_the_field_as_the_file_writes_it() -> None:
    value = {"Meeting_Date": "2025-05-06", "segments": [{"speaker": "Ana", "text": "Hello."}]}
    document = load(json.dumps(value).encode())
    assert (document.date, document.date_basis) == (date(2025, 5, 6), "the field 'Meeting_Date' of the file")


def test_otter_counts_in_samples_and_keeps_names_apart() -> None:
    document = load(FILES / "otter.json")
    assert (document.title, document.date) == ("Roof of the boathouse", date(2025, 5, 6))
    assert [one.time for one in document.segments] == [0.5, 2.0, 9.0]


def test_line_separators_inside_the_words_are_spaces_between_lines() -> None:
    document = load(json.dumps([{"speaker": "Ana", "text": "Hello.\u2028We begin."}], ensure_ascii=False).encode())
    assert [document.text[one.start : one.end] for one in document.segments] == ["Hello.", "We begin."]


def test_every_object_of_a_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words stand in their segment and are a list of their own: read for each, a long file takes minutes."""
    words = [{"word": word, "start": at, "end": at + 0.5} for at, word in enumerate("We mend the roof.".split())]
    segments = [{"text": "We mend the roof.", "start": 0.0, "words": words} for _ in range(50)]
    text = json.dumps({"results": {"segments": segments, "language": "en"}})
    calls: list[object] = []
    real = recording_entries.fields_of

    def counted(raw: Any) -> dict[str, object]:
        calls.append(raw)
        return real(raw)

    monkeypatch.setattr(recording_entries, "fields_of", counted)
    assert len(load(text.encode()).segments) == 50
    assert len(calls) <= text.count("{")


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


_TIMES: dict[str, Callable[[float], object]] = {
    "start": lambda seconds: seconds,
    "startMs": lambda seconds: int(seconds * 1000),
    "start_time": lambda seconds: f"{seconds}s",
    "begin": lambda seconds: f"0:{int(seconds // 60):02}:{seconds % 60:06.3f}",
    "offsetInTicks": lambda seconds: int(seconds * 1e7),
    "timestamp": lambda seconds: [seconds, seconds + 1],
}


@given(
    st.lists(st.tuples(st.sampled_from(["Ana Brito", "Tom Okoro", 3]), _WORDS), min_size=1, max_size=40),
    st.sampled_from(["text", "sentence", "content", "Transcript", "message"]),
    st.sampled_from(["speaker", "speaker_name", "name", "author"]),
    st.sampled_from(list(_TIMES)),
)
@settings(max_examples=100, deadline=None)
def test_every_word_of_every_entry_is_in_the_document_at_its_time(
    said: Any, text: str, speaker: str, time: str
) -> None:
    begins = [at * 2.5 for at in range(len(said))]
    entries = [
        {speaker: who, text: " ".join(words) + ".", time: _TIMES[time](begin)}
        for begin, (who, words) in zip(begins, said, strict=True)
    ]
    document = load(json.dumps({"data": {"items": entries}}).encode())
    read = " ".join(document.text[one.start : one.end] for one in document.segments)
    assert read.split() == " ".join(entry[text] for entry in entries).split()
    spoken = [
        (f"Speaker {who}" if isinstance(who, int) else who, begin)
        for begin, (who, words) in zip(begins, said, strict=True)
        for _ in words
    ]
    at = 0
    for one in document.segments:  # each has the speaker and the time of its first word
        assert (one.speaker, one.time) == (spoken[at][0], pytest.approx(spoken[at][1]))
        at += len(document.text[one.start : one.end].split())


def test_many_short_turns_keep_their_speakers_beside_the_same_words_in_one_piece() -> None:
    said = [{"text": f"{word}.", "speaker": f"SPEAKER_0{at % 2}", "start": at} for at, word in enumerate("abcdef")]
    document = load(json.dumps({"text": "a. b. c. d. e. f.", "segments": said}))
    assert [each.speaker for each in document.segments] == ["SPEAKER_00", "SPEAKER_01"] * 3


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("end", [",", "\r\n"])
def test_json_is_read_in_the_encodings_in_which_shells_write_it(encoding: str, end: str) -> None:
    text = end.join('{"speaker": "Zoë", "text": "We met at the café."}' for _ in range(2))
    document = load((f"[{text}]" if end == "," else text).encode(encoding), name="a.json")
    assert [each.speaker for each in document.segments] == ["Zoë"] * 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"segments": [{"start": 0, "text": "Hel', "line 1 column 36"),
        ('{"text": "a"}\n{"text": "b"}\n{"te', "line 3"),
        ('[\n{"text": "a"},\n]', "line [23] column"),
    ],
)
def test_a_file_that_is_json_by_its_name_and_breaks_off_is_refused(text: str, place: str) -> None:
    with pytest.raises(DocumentError, match=rf"^call\.json is no valid JSON: .*{place}"):
        load(text.encode(), name="call.json")


def test_labels_in_the_words_name_the_speakers_where_no_field_does() -> None:
    text = "Anna: We meet.\nBen: I will write.\nAnna: Good.\nThank you."
    whole = load(json.dumps({"transcript": text}))
    pieces = load(json.dumps([{"text": line, "start": at} for at, line in enumerate(text.split("\n"))]))
    for document in (whole, pieces):
        assert [each.speaker for each in document.segments] == ["Anna", "Ben", "Anna", "Anna"]
        assert document.line_text(4) == "Thank you."
    assert [each.time for each in pieces.segments] == [0, 1, 2, 3]
    words = [{"word": word} for word in "Boston: yes Dallas: no Boston: no Dallas: yes".split()]
    assert load(json.dumps(words)).segments[0].speaker is None
