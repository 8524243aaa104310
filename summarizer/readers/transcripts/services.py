"""Services whose JSON says the same thing several times, or says in one place who spoke and in another what."""

from collections.abc import Callable, Iterator, Mapping, Sequence

Raw = Mapping[str, object]


def entries_of_service(value: Raw) -> list[Raw] | None:
    """The entries of an object in the shape of one of these services, the best of its several accounts; else None."""
    if "results" not in value and "transcripts" not in value:
        return None
    for read in _SERVICES:
        found = read(value)
        if found:
            return found
    return None


def _deepgram(value: Raw) -> list[Raw] | None:
    """`results.channels[].alternatives[]` with `paragraphs`, `words` and `transcript`, and beside them `utterances`."""
    results = _object(value.get("results"))
    channels = _objects(results.get("channels"))
    if not channels:
        return None
    found: list[Raw] = []
    for number, channel in enumerate(channels):
        for best in _objects(channel.get("alternatives"))[:1]:
            paragraphs = _objects(_object(best.get("paragraphs")).get("paragraphs"))
            account = paragraphs or _objects(best.get("words")) or [best]
            found.extend({"channel": number, **each} for each in account)
    alone = len(channels) == 1 and not any("speaker" in each for each in found)
    return _objects(results.get("utterances")) if alone and results.get("utterances") else found


def _transcribe(value: Raw) -> list[Raw] | None:
    """Amazon Transcribe: `results.audio_segments`, or `results.items` with the speakers in `speaker_labels`."""
    results = _object(value.get("results"))
    items = _objects(results.get("items"))
    if not items or "transcripts" not in results:
        return None
    segments = _objects(results.get("audio_segments"))
    by_id = {str(item.get("id")): item for item in items}
    if segments and all(_objects(item.get("alternatives")) for item in items):
        return [{**segment, "words": list(_words(segment, by_id))} for segment in segments]
    speakers: dict[object, object] = {}
    for segment in _objects(_object(results.get("speaker_labels")).get("segments")):
        speakers |= {item.get("start_time"): item.get("speaker_label") for item in _objects(segment.get("items"))}
    channels: dict[object, object] = {}
    for channel in _objects(_object(results.get("channel_labels")).get("channels")):
        channels |= {item.get("start_time"): channel.get("channel_label") for item in _objects(channel.get("items"))}
    found: list[Raw] = []
    for item in items:
        start = item.get("start_time")
        found.append({"speaker_label": speakers.get(start), "channel_label": channels.get(start), **item})
    return found


def _words(segment: Raw, items: Mapping[str, Raw]) -> Iterator[Raw]:
    """The words of a segment; punctuation belongs to the word before it."""
    listed = segment.get("items")
    for number in listed if isinstance(listed, list) else []:
        item = items.get(str(number), {})
        if item.get("type") != "punctuation":
            yield {"text": _content(item), "start_time": item.get("start_time"), "end_time": item.get("end_time")}


def _content(item: Raw) -> object:
    best = _objects(item.get("alternatives"))[:1]
    return best[0].get("content") if best else None


def _google(value: Raw) -> list[Raw] | None:
    """Google Speech-to-Text with speakers: its last result repeats all words of the others, now with who said them."""
    results = _objects(value.get("results"))
    best = [alternatives[0] for each in results if (alternatives := _objects(each.get("alternatives")))]
    if len(best) < 2:
        return None
    words = [_objects(each.get("words")) for each in best]
    tagged = any(each.get("speakerTag") or each.get("speaker_tag") for each in words[-1])
    before = [str(word.get("word")) for each in words[:-1] for word in each]
    said = before or " ".join(str(each.get("transcript") or "") for each in best[:-1]).split()
    repeated = [str(word.get("word")).casefold() for word in words[-1]]
    if not tagged or not said or repeated[: len(said)] != [word.casefold() for word in said]:
        return None
    return words[-1]


def _otter(value: Raw) -> list[Raw] | None:
    """Otter counts in samples, 16,000 in a second: `speech.transcripts[]` with `start_offset` and `alignment`."""
    entries = _objects(value.get("transcripts"))
    if not any("start_offset" in each and "alignment" in each for each in entries):
        return None
    return [
        {**{key: each[key] for key in each if key not in ("alignment", "start_offset", "end_offset")}, **_offsets(each)}
        for each in entries
    ]


def _offsets(entry: Raw) -> Raw:
    start, end = entry.get("start_offset"), entry.get("end_offset")
    return {
        "start_seconds": start / 16_000 if isinstance(start, int | float) else None,
        "end_seconds": end / 16_000 if isinstance(end, int | float) else None,
    }


def _object(value: object) -> Raw:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[Raw]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


_SERVICES: Sequence[Callable[[Raw], list[Raw] | None]] = (_deepgram, _transcribe, _google, _otter)
