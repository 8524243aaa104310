"""Intervals by the bootstrap: how a figure would vary if other documents of the same kinds had been taken."""

import numpy as np
from numpy.typing import NDArray

_SEED = 20250101
_SAMPLES = 2000
_PERCENTILES = 2.5, 97.5

Array = NDArray[np.float64]


def samples(documents: int) -> Array:
    """How often each document is in each of 2,000 samples of as many documents, drawn with replacement: a row a sample.

    The seed is fixed, so that two evaluations of the same briefs give the same intervals.
    """
    drawn = np.random.default_rng(_SEED).multinomial(documents, np.full(documents, 1 / documents), size=_SAMPLES)
    return drawn.astype(float)


def interval(figures: Array) -> tuple[float | None, float | None]:
    """The middle 95 % of the figures of samples (percentile method); samples without a figure are left out."""
    figures = figures[~np.isnan(figures)]
    if not figures.size:
        return None, None
    low, high = np.percentile(figures, _PERCENTILES)
    return round(float(low), 6), round(float(high), 6)
