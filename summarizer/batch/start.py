"""Starts a batch: on this machine, or on a Ray cluster."""

from contextlib import AbstractContextManager

from . import remote
from .here import running_here
from .job import Job, Run


def running(job: Job) -> AbstractContextManager[Run]:
    """The job with all that it needs, within an event loop. Errors: `SettingsError`, `PromptError`, `SchemaError`."""
    if job.to is not None:
        remote.check(job.to)
    if job.on is None:
        return running_here(job)
    from .ray import running_on_ray  # for which alone Ray is needed

    return running_on_ray(job)
