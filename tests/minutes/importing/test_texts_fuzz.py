"""Whatever was read is stored, or refused with a sentence: no crash on either database, and nothing lost on the way."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from committees.models import Session
from minutes.importers import Unreadable
from minutes.importing.texts import storing
from minutes.models import Publication
from minutes.record.serialise import from_bytes, sha256
from tests import cast
from tests.minutes.importers.test_fuzz import strange
from tests.minutes.importing import place as places
from tests.sampling import sampled

ODD = (
    "TOP {number}  Punkt\n\nAbstimmung: Ja: 99999999999, Nein: 0, Enthaltungen: 0\n",
    "TOP {number}  " + "Titel " * 600 + "\n\nKtabg. Kohl fragt.\n",
    "TOP 1/2/{number}  Punkt\n\nKtabg. Kohl fragt.\n\nTOP 1/2/{number}  Punkt\n\nHerr "
    + "von der " * 60
    + "Aa fragt.\n",
    "TOP {number}  Punkt\n\n⟨Ktabg. Kohl⟩ **fragt** \u2028 nach.\n\nBeschluss:\n\n- eins\n- zwei\n",
)


def handed_in(data: bytes, number: int, place, admin) -> None:
    try:
        draft = storing.reading_of(data, "x", seconds=20)
    except Unreadable:
        return
    items = [{**item, "number": item["number"] or "1"} for item in draft["items"]]
    draft = storing.public_unless_said({**draft, "items": items, "number": f"{number}/2020", "date": "2020-03-04"})
    row = storing.new_import(data, "x.txt", draft, place.committee, by=admin)
    try:
        storing.accept(row, by=admin)
    except ValidationError:
        return
    row.refresh_from_db()
    assert row.draft == draft
    for publication in Publication.objects.filter(session=row.session):
        assert publication.sha256 == sha256(from_bytes(publication.record.encode()))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", sampled(range(0, 600, 7), every=12))
def test_whatever_is_handed_in_is_stored_or_refused(seed):
    place = places.county()
    data = strange(seed)
    if len(data) < 500_000:
        handed_in(data, 1, place, cast.user("admin"))


@pytest.mark.django_db
def test_texts_that_no_table_holds_are_refused_or_cut():
    place, admin = places.county(), cast.user("admin")
    for number, text in enumerate(ODD, start=1):
        handed_in(text.format(number=number).encode(), number, place, admin)
    assert set(Session.objects.values_list("date", flat=True)) <= {datetime.date(2020, 3, 4)}
