"""Stand-in for a checkout: the package's schemas live in the top-level `schemas/` folder.

The built wheel holds that folder as `summarizer/schemas/` and leaves this file out, so that code
imports `summarizer.schemas` in both.
"""

from schemas import *  # noqa: F403
from schemas import __all__ as __all__
