"""Which files may be attached."""

import pytest
from django.core.exceptions import ValidationError

from committees import uploads
from tests.committees.files import FALSE, GENUINE, upload


@pytest.mark.parametrize("name", GENUINE)
def test_a_file_that_is_what_its_extension_says_is_taken(name):
    file = upload(name, GENUINE[name])
    uploads.validate_upload(file)
    assert file.read() == GENUINE[name]


@pytest.mark.parametrize("name", FALSE)
def test_any_other_file_is_refused(name):
    with pytest.raises(ValidationError):
        uploads.validate_upload(upload(name, FALSE[name]))


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 10)
    with pytest.raises(ValidationError) as refusal:
        uploads.validate_upload(upload("a.pdf", GENUINE["a.pdf"]))
    assert "höchstens 10\xa0Bytes" in refusal.value.messages[0]


def test_an_unknown_extension_is_served_as_bytes():
    assert uploads.content_type("a.html") == "application/octet-stream"
    assert uploads.content_type("a.PDF") == "application/pdf"
