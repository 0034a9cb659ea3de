"""Exports as tests need them: asked for, made, and looked into."""

import json
import zipfile
from pathlib import Path

from committees.models import Committee, User
from minutes.bulk import folder, running
from minutes.models import ExportJob
from tests import cast

YEAR = {"since": cast.DAY.replace(month=1, day=1), "until": cast.DAY.replace(month=12, day=31)}


def ask(owner: User, *committees: Committee, **fields) -> ExportJob:
    """An export of a year's minutes as data for everybody, that nobody has begun."""
    values = {**YEAR, "kinds": ["minutes"], "format": "json", "audience": "public", "language": "en", **fields}
    job = ExportJob.objects.create(owner=owner, **values)
    job.committees.set(committees)
    return job


def made(job: ExportJob) -> ExportJob:
    """The export after somebody has worked on it."""
    running.run(job.pk)
    job.refresh_from_db()
    return job


def path(job: ExportJob) -> Path:
    return folder.Folder(job.pk).archive


def archive(job: ExportJob) -> zipfile.ZipFile:
    return zipfile.ZipFile(path(job))


def manifest(job: ExportJob) -> list[dict]:
    return json.loads(archive(job).read("manifest.json"))


def files() -> list[str]:
    """Everything that lies where exports are kept."""
    return sorted(str(found.relative_to(folder.root())) for found in folder.root().rglob("*") if found.is_file())
