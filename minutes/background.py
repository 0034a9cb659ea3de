"""Room: minutes. Whether tasks are done by a worker beside the site, or in the request that asks for them."""

from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend


def has_worker() -> bool:
    """Whether tasks are done by a worker beside the site."""
    return not isinstance(task_backends["default"], ImmediateBackend)
