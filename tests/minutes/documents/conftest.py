"""The documents that most tests look at, rendered once."""

import pytest

from minutes.documents import pdf
from tests.minutes.documents import samples


@pytest.fixture(scope="session")
def protocol() -> bytes:
    """m01 as a draft."""
    return pdf.render(samples.m01(), document="minutes")


@pytest.fixture(scope="session")
def final_protocol() -> bytes:
    """m01 when it is no draft any more."""
    return pdf.render(samples.m01(is_draft=False), document="minutes")


@pytest.fixture(scope="session")
def extract() -> bytes:
    """The extract of c00."""
    return pdf.render(samples.c00(), document="extract", item="3")


@pytest.fixture(scope="session")
def long_one() -> bytes:
    """Six items with everything long and odd in them."""
    return pdf.render(samples.stress(items=6), document="minutes")
