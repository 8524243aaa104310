"""An entry tells its document from all others."""

from summarizer.batch.inputs.entry import Entry


def test_the_digest_covers_content_name_and_date():
    entry = Entry("a", "#1", b"We met.")
    others = [
        Entry("a", "#1", b"We left."),
        Entry("b", "#1", b"We met."),
        Entry("a", "#1", b"We met.", "2024-01-01"),
    ]
    assert Entry("a", "#9", b"We met.").sha256() == entry.sha256()
    assert len({each.sha256() for each in [entry, *others]}) == 4
