"""The house: what is true of the whole repository."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
ROOMS = [ROOT / name for name in ("committees", "votes", "minutes")]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SOURCES = sorted(path for room in ROOMS for path in room.rglob("*.py") if "migrations" not in path.parts)
PROSE = [path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "Makefile") if path.exists()]
VENDORED = [ROOT / "static/vendor", ROOT / "tests/vendor"]


def relative(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def found(pattern: str, paths: list[Path]) -> list[str]:
    """Places as "file:line: text" where the pattern occurs."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(pattern, line)
    ]


def test_imports_point_one_way(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("folder", VENDORED, ids=relative(VENDORED))
def test_vendored_files_are_unchanged_and_all_listed(folder):
    manifest = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "MANIFEST.json"]
    assert {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files} == {
        path: entry["sha256"] for path, entry in manifest.items()
    }


@pytest.mark.parametrize("folder", VENDORED, ids=relative(VENDORED))
def test_vendored_packages_bring_their_licence(folder):
    for package in (path for path in folder.iterdir() if path.is_dir()):
        assert list(package.rglob("LICENSE*")), package.name


@pytest.mark.parametrize("command", ["make run", "make test", "make test-slow", "make lint", "make install"])
def test_the_readme_and_the_makefile_name_each_command(command):
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    target = re.escape(command.removeprefix("make "))
    assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"))


def test_the_readme_names_every_setting_of_the_environment():
    settings = (ROOT / "minutes/settings.py").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = set(re.findall(r"""env(?:\.\w+)?\(\s*"([A-Z_]+)""", settings))
    assert names
    assert {name for name in names if f"`{name}`" not in readme} == set()


def test_each_module_says_which_room_it_is():
    assert [
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if (text := path.read_text(encoding="utf-8").strip()) and not text.startswith(('"""', "#!"))
    ] == []


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "helpers", "services", "common", "misc"}
    assert [path.relative_to(ROOT).as_posix() for path in SOURCES if path.stem in drawers] == []


def test_nothing_is_left_unfinished():
    assert found(r"\b(TODO|FIXME|XXX)\b|pragma: no cover", SOURCES + TEMPLATES + PROSE) == []


def test_no_path_of_a_single_machine_is_written_down():
    assert found(r"(?<![\w.:/*-])/(home|root|Users)/\w", SOURCES + TEMPLATES + PROSE) == []


def test_templates_obey_the_content_security_policy():
    inline = r"""<style|\sstyle=["']|\son[a-z]+=["']|javascript:|<script(?![^>]*\bsrc=)"""
    elsewhere = r"""<(script|img|iframe|source)[^>]*\ssrc=["'](https?:)?//|<link[^>]*\shref=["'](https?:)?//"""
    assert found(f"(?i){inline}|{elsewhere}", TEMPLATES) == []
