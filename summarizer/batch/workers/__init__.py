"""One document's way to its brief, and the processes that go it."""
