"""HTML of a document → PDF bytes with WeasyPrint: our fonts, our files, the same bytes every time."""

import datetime
import gc
import os
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from minutes.documents.conformance import finish
from minutes.documents.continuations import continuations
from minutes.documents.document import Embedded
from minutes.documents.errors import PdfEngineMissing

ASSETS = Path(__file__).resolve().parent / "assets"
FONTCONFIG = ASSETS / "fonts" / "fonts.conf"
_PICTURE = "data:image/png;base64,"

# Pango's font map is not safe for threads, and switching the garbage collector off is a matter of the whole process.
_one_at_a_time = threading.RLock()


def to_pdf(
    html: str,
    *,
    stylesheet: str,
    embedded: Sequence[Embedded],
    dated: datetime.datetime,
    identifier: bytes,
    link_texts: Mapping[str, str],
    prefix: str = "",
) -> bytes:
    """The PDF/A-3a and PDF/UA-1 file of a page of HTML. The same arguments give the same bytes.

    ``stylesheet`` is the name of a file in ``assets``; the first of the ``embedded`` files are the document's data, the
    others belong to it; ``dated`` (in UTC) is the date that the file bears everywhere;
    ``identifier`` are the 16 bytes of its PDF identifier; ``link_texts`` says for each id what a link to it is called.
    ``prefix`` keeps the names in files apart that will be bound together.
    Raises PdfEngineMissing where a system library is not installed.
    """
    with _one_at_a_time:
        weasyprint = _weasyprint()
        with _without_garbage_collection(), _environment(SOURCE_DATE_EPOCH=str(int(dated.timestamp()))):
            fonts, css = _fonts(), _stylesheet(stylesheet)
            page = weasyprint.HTML(string=html, base_url=ASSETS.as_uri() + "/", url_fetcher=_own_files_only)
            document = page.render(font_config=fonts, stylesheets=[css])
            document.metadata.attachments.extend(
                weasyprint.Attachment(
                    string=file.content,
                    name=file.name,
                    description=file.description,
                    created=dated,
                    modified=dated,
                    relationship="Supplement" if index else "Data",
                )
                for index, file in enumerate(embedded)
            )
            written = document.write_pdf(
                pdf_variant="pdf/a-3a", pdf_tags=True, pdf_identifier=identifier, uncompressed_pdf=True
            )
            return finish(written, continued=continuations(document), link_texts=link_texts, prefix=prefix)


def _weasyprint() -> ModuleType:
    """WeasyPrint, imported on first use: it costs half a second that no other page should pay, and needs Pango."""
    with _environment(FONTCONFIG_FILE=str(FONTCONFIG)):
        try:
            import weasyprint
        except OSError as error:
            raise PdfEngineMissing(str(error)) from error
    return weasyprint


@cache
def _fonts() -> Any:
    """The one font configuration of the process: only the fonts of our folder."""
    from weasyprint.text.fonts import FontConfiguration  # late for the same reason as WeasyPrint itself

    with _environment(FONTCONFIG_FILE=str(FONTCONFIG)):
        return FontConfiguration()


@cache
def _stylesheet(name: str) -> Any:
    """A parsed stylesheet of ``assets``: parsing it again for each document would cost 4 % of the rendering."""
    return _weasyprint().CSS(filename=ASSETS / name, font_config=_fonts(), url_fetcher=_own_files_only)


def _own_files_only(url: str) -> Any:
    """The content of a file in ``assets``, or a PNG picture that the page holds itself (the logo of the house).

    Everything else is refused, so no text can fetch a file or a page.
    """
    from weasyprint.urls import URLFetcherResponse  # late for the same reason as WeasyPrint itself

    if url.startswith(_PICTURE):
        picture = b64decode(url.removeprefix(_PICTURE), validate=True)
        return URLFetcherResponse(url, body=picture, headers={"Content-Type": "image/png"})
    parts = urlsplit(url)
    path = Path(url2pathname(parts.path)).resolve()
    if parts.scheme != "file" or not path.is_relative_to(ASSETS):
        raise ValueError(f"Not a file of this application: {url}")
    return URLFetcherResponse(url, body=path.read_bytes())


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Layout makes millions of objects and no garbage worth a search: 12 % of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Variables that C libraries read, set for a moment, so that no other program inherits them."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
