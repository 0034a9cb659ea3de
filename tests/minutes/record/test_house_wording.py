"""The words of the house in the record: opening, end and the roles at the signatures; the rest of it is untouched."""

from dataclasses import replace

from committees.models import HouseStyle, RuleProfile
from minutes.markup import plain
from minutes.record import read


def style(data, **values):
    HouseStyle.objects.create(profile=RuleProfile.objects.get(), logo=b"x" * 1000, **values)
    return read(data.session, audience="internal")


def test_a_style_without_words_changes_nothing(data, internal):
    before = internal()
    assert style(data, accent="#1f4e79", place="Musterstadt") == before


def test_the_session_is_opened_and_closed_in_the_words_of_the_house(data, internal):
    before = internal()
    record = style(
        data,
        opening_wording="{Vorsitz} heißt um {Uhrzeit} alle willkommen.\n\n{Feststellungen} {Befangenheit}",
        closing_wording="Um {Uhrzeit} endet die {Nummer}. Sitzung {des Ausschusses}.",
    )
    assert plain(record.opening).startswith(
        "Der Ausschussvorsitzende Kleinhaus heißt um 16:30 Uhr alle willkommen.\n\nEr stellt fest, dass zu der Sitzung"
    )
    assert plain(record.opening).endswith("werden zu TOP 4 angezeigt.")
    assert plain(record.closing) == "Um 18:10 Uhr endet die 7. Sitzung des Integrationsausschusses."
    assert replace(record, opening=before.opening, closing=before.closing) == before


def test_who_signs_is_called_as_the_house_calls_the_role(data):
    record = style(data, chair_role="Vorsitzende/r des Ausschusses")
    assert [line.role for line in record.signatures] == ["Vorsitzende/r des Ausschusses", "Schriftführerin"]


def test_the_logo_is_not_read_for_a_record(data, django_assert_num_queries):
    HouseStyle.objects.create(profile=RuleProfile.objects.get(), logo=b"x" * 1000)
    with django_assert_num_queries(13) as asked:
        read(data.session, audience="internal")
    assert not any('"logo"' in query["sql"] for query in asked.captured_queries)
    assert any('"closing_wording"' in query["sql"] for query in asked.captured_queries)
