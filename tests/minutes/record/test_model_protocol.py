"""The record of the model protocol's facts prints the model protocol, and follows when a fact changes."""

import re
from pathlib import Path

import pytest

from committees.models import Recusal, RuleProfile
from minutes.markup import plain
from minutes.record import read
from tests.minutes.record import m01
from tests.minutes.record.lines import item_lines, lines
from votes import closing
from votes.models import Vote

MODEL = Path(__file__).parents[2] / "data" / "minutes-texts" / "m01-full-niederschrift-MODEL.txt"


def squeezed(text):
    """Without white space and the rules to sign on: they are layout."""
    return re.sub(r"[\s_]+", "", text)


def item(record, number):
    return next(item for item in record.items() if item.number == number)


def remark(record, name):
    groups = (*record.attendance, *record.absent)
    return next(row.remark for group in groups for row in group.rows if name in row.name)


def test_the_public_record_prints_the_model_protocol_line_by_line(public):
    head, foot = squeezed(MODEL.read_text()).split("gesondertniedergeschrieben.)")
    printed, annexes = squeezed("".join(lines(public()))).split("gesondertniedergeschrieben.)")
    assert printed == head
    # The model prints names beside each other, the lines come signature by signature.
    assert annexes == "KleinhausAusschussvorsitzenderSanderSchriftführerin" + foot[foot.index("Anlagen") :]
    assert foot.startswith("KleinhausSanderAusschussvorsitzenderSchriftführerin")


def test_the_internal_record_has_both_parts_and_the_end_of_the_session(internal):
    record = internal()
    assert [part.heading for part in record.parts] == ["A. Öffentlicher Teil", "B. Nichtöffentlicher Teil"]
    assert record.parts[0].closing == (
        "Der Ausschussvorsitzende schließt den öffentlichen Teil um 18:02 Uhr und stellt die Nichtöffentlichkeit her.",
    )
    assert plain(record.closing) == "Der Ausschussvorsitzende schließt die Sitzung um 18:10 Uhr."
    assert "Der Landrat berichtet über ein vertrauliches Grundstück." in lines(record)


def test_a_later_arrival_changes_remark_sentence_and_place_of_the_sentence(data, public):
    Vote.objects.update(closed_at=None, eligible_count=None)
    data.people["Merten"].presences.update(first_item=data.items[5], arrived_at=m01.at(17, 40))
    record = public()
    assert remark(record, "Merten") == "ab TOP 5 (17:40 Uhr)"
    assert item(record, "2").after == ()
    assert item(record, "4").after == (
        "Ktabg. Lütke nimmt wieder an der Sitzung teil.",
        "Ktabg. Merten nimmt ab 17:40 Uhr an der Sitzung teil.",
    )


def test_a_member_who_was_there_from_the_beginning_changes_the_quorum(data, public):
    assert "(7 von 9 stimmberechtigten Mitgliedern, davon 5 Kreistagsabgeordnete und 2 sach" in plain(public().opening)
    data.people["Merten"].presences.update(first_item=None, arrived_at=None)
    record = public()
    assert "(8 von 9 stimmberechtigten Mitgliedern, davon 6 Kreistagsabgeordnete und 2 sach" in plain(record.opening)
    assert remark(record, "Merten") == ""
    assert item(record, "2").after == ()


def test_members_who_stay_away_make_the_committee_inquorate(data, public):
    for name in ("Lütke", "Wende", "Bednar"):
        data.people[name].presences.all().delete()
    assert "der Ausschuss nicht beschlussfähig ist (4 von 9 stimmberechtigten Mitgliedern" in plain(public().opening)


def test_one_ballot_changes_counts_names_and_conclusion(data, public):
    assert item(public(), "5").votes[0].conclusion == "Der Antrag ist damit bei Stimmengleichheit abgelehnt."
    assert item(public(), "5").votes[0].adopted is False
    vote = closing.reopen(data.votes[5])
    choices = {data.people[name].pk: "yes" for name in (*m01.YES, "Lütke")}
    closing.save_ballots(vote, choices | {data.people[name].pk: "no" for name in m01.NO if name != "Lütke"})
    found = item(public(), "5")
    assert found.counts_line.replace("\u00a0", " ") == "Abstimmung: Ja: 5, Nein: 3, Enthaltungen: 0, Befangen: 0"
    (record,) = found.votes
    assert record.result_lines == ("5 JA-Stimmen", "3 NEIN-Stimmen")
    assert [line.text for line in record.ballots] == [
        "Bednar, Kohl, Lütke, Neuhaus, Schemmer",
        "Kleinhaus, Merten, Dr. Wende",
    ]
    assert record.conclusion == ""
    assert record.adopted is True


def test_a_counted_vote_changes_with_its_counts(data, public):
    vote = closing.reopen(data.votes[3])
    vote.yes, vote.no, vote.abstain = 6, 1, 1
    vote.save()
    (record,) = item(public(), "3").votes
    assert record.result_lines == ("6 JA-Stimmen", "1 NEIN-Stimme", "1 Enthaltung")
    assert record.counts_text == "(Ja: 6, Nein: 1, Enthaltungen: 1, Befangen: 0)"


def test_without_the_recusal_every_line_about_it_is_gone(data, public):
    closing.reopen(data.votes[4])
    Recusal.objects.all().delete()
    record = public()
    assert "Ausschließungsgründe nach § 31 GO NRW i. V. m. § 28 Abs. 2 KrO NRW werden nicht angezeigt." in plain(
        record.opening
    )
    assert item(record, "4").recusals == ()
    assert item(record, "4").after == ()
    assert item(record, "4").votes[0].counts_text.endswith("Befangen: 0)")


def test_a_departure_follows_its_item_and_without_a_time_names_it(data, public):
    data.people["Bednar"].presences.update(last_item=data.items[6], left_at=None)
    record = public()
    assert item(record, "5").after == ()
    assert item(record, "6").after == ("Ktabg. Bednar verlässt nach TOP 6 die Sitzung.",)
    assert remark(record, "Bednar") == "bis TOP 6 einschließlich"


def test_who_comes_back_takes_part_again(data, public):
    data.people["Bednar"].presences.create(first_item=data.items[7], arrived_at=m01.at(18, 0))
    record = public()
    assert item(record, "6").after == ("Ktabg. Bednar nimmt ab 18:00 Uhr wieder an der Sitzung teil.",)
    assert remark(record, "Bednar") == "bis TOP 5 einschließlich, ab TOP 7 (18:00 Uhr)"


def test_who_arrives_during_the_first_item_stands_before_its_debate(data, public):
    data.people["Merten"].presences.update(first_item=data.items[1])
    found = item(public(), "1")
    assert found.before == ("Ktabg. Merten nimmt ab 16:52 Uhr an der Sitzung teil.",)
    assert found.order == ("before", "contributions")


def test_a_member_without_a_deputy_is_only_excused(data, public):
    data.people["Schemmer"].presences.all().delete()
    record = public()
    assert remark(record, "Ramers") == ""
    assert not any("Schemmer" in row.name for group in record.attendance for row in group.rows)


def test_a_single_absent_member_has_the_heading_in_the_singular(data, public):
    data.people["Wiesmann"].absence = "unexcused"
    data.people["Wiesmann"].save()
    assert [group.heading for group in public().absent] == ["Entschuldigt fehlt", "Unentschuldigt fehlt"]


def test_a_changed_name_changes_every_line(data, public):
    person = data.people["Lütke"].person
    person.last_name = "Adler"
    person.save()
    text = "\n".join(lines(public()))
    assert "Lütke" not in text
    assert "Ktabg. Adler zeigt als Mitglied" in text
    assert "Mit Nein stimmten: Adler, Kleinhaus, Merten, Dr. Wende" in text


def test_the_profile_may_print_the_debate_before_the_resolution(data, public):
    RuleProfile.objects.update(resolution_first=False)
    record = public()
    assert record.resolution_first is False
    assert item(record, "3").order == ("contributions", "decision", "votes")


def test_items_may_be_numbered_by_part(data, internal):
    RuleProfile.objects.update(numbering="by_part")
    record = internal()
    assert [line.number for part in record.parts for line in part.agenda][-2:] == ["Ö 7", "N 1"]
    assert remark(record, "Merten") == "ab TOP Ö 3 (16:52 Uhr)"


def test_an_annex_names_its_item_once(data, public):
    data.annex.title = "Präsentation zu TOP 2"
    data.annex.save()
    assert [annex.title for annex in public().annexes] == ["Präsentation zu TOP 2"]


def test_members_without_a_faction_are_called_so_only_beside_factions(data, public):
    data.people["Lütke"].membership.faction = None
    data.people["Lütke"].membership.save()
    headings = {group.heading: [row.name for row in group.rows] for group in public().attendance}
    assert headings["Fraktionslos"] == ["Lütke, Anna"]
    type(data.people["Lütke"].membership).objects.update(faction=None)
    headings = {group.heading: [row.name for row in group.rows] for group in public().attendance}
    assert "Kohl, Stefan" in headings["Mitglieder"]


def test_a_deputy_chair_is_named_as_such(data, public):
    data.people["Kleinhaus"].membership.function = "deputy_chair"
    data.people["Kleinhaus"].membership.save()
    record = public()
    assert plain(record.opening).startswith("Der stellv. Ausschussvorsitzende Kleinhaus eröffnet")
    assert record.signatures[0].role == "stellv. Ausschussvorsitzender"


def test_an_item_chaired_by_somebody_else_says_so(data, public):
    data.items[4].chaired_by = data.people["Wende"]
    data.items[4].save()
    assert item(public(), "4").before == ("Ktabg. Dr. Wende übernimmt für diesen Tagesordnungspunkt den Vorsitz.",)


def test_a_speech_without_a_mark_goes_on_for_the_speaker_before(data, public):
    data.items[3].contributions.create(position=9, text="Wichtig sei, dass dies mit Leben gefüllt werde.")
    *_, before, last = item(public(), "3").contributions
    assert last.speaker == ""
    assert last.person_id == before.person_id == str(data.people["Kohl"].person_id)


def test_a_secret_election_prints_its_options(data, public):
    m01.add_election(data)
    (record,) = item(public(), "6").votes
    assert record.result_lines == ("CDU-Liste = 5 Stimmen", "SPD-Liste = 1 Stimme", "1 ungültige Stimme")
    assert [(option.name, option.votes) for option in record.options] == [("CDU-Liste", 5), ("SPD-Liste", 1)]
    assert record.ballots == ()
    assert record.adopted is None
    assert item(public(), "6").counts_line == ""


def test_unknown_counts_make_no_sentence(data, public):
    closing.reopen(data.votes[3])
    type(data.votes[3]).objects.filter(pk=data.votes[3].pk).update(yes=None, no=None, abstain=None)
    found = item(public(), "3")
    assert (found.counts_line, found.votes[0].result_lines) == ("", ())
    assert found.votes[0].counts.yes is None


def test_an_override_is_printed_with_its_reason(data, public):
    vote = closing.reopen(data.votes[5])
    vote.result_override, vote.override_reason = "adopted", "Der Ausschuss hat die Auszählung berichtigt."
    vote.save()
    (record,) = item(public(), "5").votes
    assert record.conclusion == ""
    assert record.notes == ("Festgestelltes Ergebnis: angenommen (Der Ausschuss hat die Auszählung berichtigt.)",)
    assert record.adopted is True


def test_an_extract_prints_the_lines_of_its_item_only(public):
    recusal = (
        "Ktabg. Lütke zeigt als Mitglied des Vereinsvorstandes einen Ausschließungsgrund an, begibt sich in den "
        "Zuhörerbereich und nimmt an Beratung und Abstimmung nicht teil."
    )
    assert list(item_lines(item(public(), "4"))) == [
        "TOP 4 Zuschuss an den Verein „Brücke e. V.“ SV-11-0615",
        recusal,
        "Beschluss:",
        "Dem Verein „Brücke e. V.“ wird ein Zuschuss von 5.000 € gewährt.",
        "Form der Abstimmung: offen per Handzeichen",
        "Abstimmungsergebnis: 5 JA-Stimmen",
        "2 NEIN-Stimmen (Ja: 5, Nein: 2, Enthaltungen: 0, Befangen: 1)",
        "Ktabg. Lütke nimmt wieder an der Sitzung teil.",
    ]


def test_a_session_that_has_not_begun_has_agenda_and_no_sentences(data, public):
    type(data.session).objects.update(opened_at=None, public_part_ended_at=None, closed_at=None)
    record = public()
    assert (record.opening, record.closing, record.parts[0].closing) == ((), (), ())
    assert [field.label for field in record.head] == ["Unterbrechung"]
    assert len(record.parts[0].agenda) == 7


def test_a_new_session_without_an_agenda_has_a_record(data):
    session = type(data.session).objects.create(
        committee=data.session.committee, number=8, year=2026, date=m01.DAY, seats=9
    )
    record = read(session, audience="internal")
    assert record.parts == ()
    assert record.attendance == ()


@pytest.mark.parametrize("is_draft", [True, False])
def test_a_record_says_whether_it_is_a_draft(data, is_draft):
    assert read(data.session, audience="public", is_draft=is_draft).is_draft is is_draft


def test_a_former_term_and_an_ended_committee_do_not_matter(data, public):
    before = public()
    type(data.session.committee).objects.update(end=m01.DAY)
    data.people["Lütke"].membership.end = m01.DAY
    data.people["Lütke"].membership.save()
    assert public() == before
