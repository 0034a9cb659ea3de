"""Room: minutes. Everything of a body as one ZIP archive; `minutes/importing/archive` takes it in again.

`docs/archive.md` describes it. It is written while it is read: in memory are a few rows and one file at a time.
"""

FORMAT = "gremia/archive"
VERSION = 1
MANIFEST = "manifest.json"
