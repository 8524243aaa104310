"""Python's collector of garbage, in a process that makes briefs one after the other."""

import gc

_OBJECTS = 20_000
"""New objects after which it looks for garbage. By itself it begins with each 700, more often than once a document, and
mostly looks at what is still in hand."""


def collect_seldom() -> None:
    """Keep the collector from all that is loaded by now, and let it look through the rest less often: little of what a
    document leaves waits for it, some ten megabytes at most."""
    gc.freeze()
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
