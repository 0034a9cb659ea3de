"""Room: minutes. The state of the program: after an update, what was made before may look different."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def version() -> str:
    """As an archive names what wrote it: gremia 0.1.0."""
    about = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{about['name']} {about['version']}"


@cache
def edition(*folders: Path) -> str:
    """When what stands in some folders, and below them, was last changed; asked of the disk once a process."""
    return str(max(path.stat().st_mtime_ns for path in _sources(folders)))


def _sources(folders: Iterable[Path]) -> Iterable[Path]:
    return (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
