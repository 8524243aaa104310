"""At what pace requests go out: what the server tells of its limits, what is learnt of them, and what waits for whom."""
