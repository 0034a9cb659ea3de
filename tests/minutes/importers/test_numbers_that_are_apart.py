"""Items whose number is 0, is 1 each time, or stands in a column below the list of who was there. All names are invented."""

from tests.minutes.importers.texts import reading_of

HEAD = (
    "Gemeinde Oberwinkel\n\nNiederschrift\nüber die Sitzung des Gemeinderates am 4. Mai 2026\n\nBeginn: 19.00 Uhr\n\n"
)


def numbers_of(text: str) -> list[str]:
    return [item["item_number"] for item in reading_of(text)["items"]]


def test_what_goes_before_the_agenda_has_the_number_0():
    text = (
        f"{HEAD}0. Begrüßung\n\nFrau Ohm begrüßt alle.\n\n1. Protokollkontrolle\n\nHerr Kohl fragt nach.\n\n"
        "2. Verschiedenes\n\nFrau Ohm dankt dem Bauhof.\n"
    )
    assert numbers_of(text) == ["0", "1", "2"]


def test_the_levels_below_0_are_items_as_all_others():
    text = (
        f"{HEAD}0       Formalia\n\n0.1     Begrüßung\n        Frau Ohm begrüßt alle.\n\n"
        "0.2     Protokoll vom 3. April\n        Das Protokoll wird genehmigt.\n\n"
        "1       Anliegen\n\n1.1     Bank am Weiher\n        Herr Kohl bittet um eine Bank.\n\n"
        "2       Verschiedenes\n        Frau Ohm dankt dem Bauhof.\n"
    )
    assert numbers_of(text) == ["0", "0.1", "0.2", "1", "1.1", "2"]


def test_every_item_may_be_a_list_of_its_own():
    text = (
        "Aus dem Gemeinderat\n\nBericht der Sitzung des Gemeinderates vom 4. Mai 2026\nAnwesend: 9 Mitglieder\n\n"
        "  1. Einwohnerfragestunde\nFrau Brenk bat um eine Bank.\n"
        "  1. Neufassung der Satzung\nA. Sachverhalt\nDie Sätze sind alt.\nB. Beratung\nHerr Kohl fragte nach den Kosten.\n"
        "C. Beschluss\nDer Gemeinderat stimmte der Neufassung einstimmig zu.\n"
        "  1. Bekanntgaben, Verschiedenes\nHerr Kohl dankte dem Bauhof.\n"
    )
    assert numbers_of(text) == ["1", "1", "1"]


def test_points_of_a_list_that_begins_again_are_no_items():
    text = (
        f"{HEAD}1. Begrüßung\n\nFrau Ohm begrüßt alle.\n\n2. Bericht\n\nHerr Kohl nennt:\n1. Weg\n2. Bank\n\n"
        "3. Verschiedenes\n\nFrau Ohm dankt.\n"
    )
    assert numbers_of(text) == ["1", "2", "3"]


def test_the_list_of_who_was_there_ends_above_a_number_in_a_column_of_its_own():
    text = (
        "Stadt Oberwinkel\nTechnischer Ausschuss\n\nProtokoll zur Sitzung vom 4. Mai 2026\n\nTeilnehmerverzeichnis\n"
        "Vorsitz: Frau Ohm\nLMN: StR Kohl, StRin Brenk\n\n"
        "1\tBauantrag: Umbau einer Scheune, Hintere Gasse 8\n\nStR Kohl begrüßt das Vorhaben.\n\n"
        "Beschluss:\nDas Einvernehmen wird hergestellt.\n\nAbstimmungsergebnis: einstimmig\n\n"
        "2\tBauvoranfrage: Neubau am Hang\n\nBeschluss:\nDie Anfrage wird befürwortet.\n\n"
        "Abstimmungsergebnis: einstimmig\n\n3\tBekanntgaben\n\nFrau Ohm dankt dem Bauhof.\n"
    )
    assert numbers_of(text) == ["1", "2", "3"]


def test_a_title_may_tell_what_became_of_an_item_of_which_nothing_else_is_told():
    text = f"{HEAD}TOP 1 Bericht\n\nHerr Kohl berichtet.\n\nTOP 2 Nutzung der Mühle vertagt\n\nTOP 3 Anfragen\n\nFrau Ohm fragt.\n"
    assert [item["outcome"]["code"] for item in reading_of(text)["items"]] == ["none", "deferred", "none"]


def test_a_title_may_be_a_clause_where_its_number_is_missing_otherwise():
    text = (
        f"{HEAD}1. Begrüßung\n\nFrau Ohm begrüßt alle.\n\n2. Protokoll\n\nEs wird genehmigt.\n\n"
        "3. Vortrag: Der Stützpunkt stellt sich vor\n\nFrau Brenk berichtet.\n\n4. Verschiedenes\n\nFrau Ohm dankt.\n"
    )
    assert numbers_of(text) == ["1", "2", "3", "4"]


def test_a_guest_for_one_item_in_the_list_of_who_was_there_is_no_heading():
    text = (
        f"{HEAD}Mitglieder:           KTA Kohl; KTA Brenk\nVerwaltung:           Herr Aalders\n"
        "Zu TOP 3:             Frau Ilg, Schulleiterin\n\n1.   Eröffnung und Regularien\n\nFrau Ohm eröffnet die Sitzung.\n\n"
        "2.   Bericht der Schule\n\nFrau Ilg berichtet.\n\n3.   Verschiedenes\n\nFrau Ohm dankt.\n"
    )
    assert numbers_of(text) == ["1", "2", "3"]


def test_a_title_may_begin_with_a_number_of_its_own():
    text = f"{HEAD}zu 1    Eröffnung\n\nFrau Ohm eröffnet die Sitzung.\n\nzu 2    1. Nachtragshaushalt 2026\n\nHerr Kohl fragt.\n"
    assert numbers_of(text) == ["1", "2"]


def test_numbers_with_a_year_or_a_zero_go_on_as_others():
    for form in ("{n}/26 {t}", "{n}.0 {t}", "P. {n} {t}", "{n}.– {t}"):
        titles = ("Bericht über die Mühle", "Bau einer Brücke", "Verschiedenes")
        items = "".join(f"{form.format(n=n, t=t)}\n\nHerr Kohl fragt nach.\n\n" for n, t in enumerate(titles, 1))
        assert [item["title"] for item in reading_of(f"{HEAD}{items}").get("items", [])] == [*titles], form


def test_a_letter_may_number_a_title_with_a_number_of_its_own():
    titles = ("Mitteilungen", "1. Nachtragshaushalt 2026", "Anfragen")
    agenda = "".join(f"{letter}.  {title}\n" for letter, title in zip("ABC", titles, strict=True))
    items = "".join(
        f"{letter}.  {title}\n\nHerr Kohl fragt nach.\n\n" for letter, title in zip("ABC", titles, strict=True)
    )
    assert numbers_of(f"{HEAD}Tagesordnung\n\n{agenda}\n{items}") == ["A", "B", "C"]


def test_an_election_may_be_the_title_below_a_section_sign():
    items = "".join(
        f"§ {n}\n{title}\n\nHerr Kohl fragt nach.\n\n"
        for n, title in ((46, "Niederschrift"), (47, "Wahl der Vertreter im Verband"), (48, "Verschiedenes"))
    )
    assert [item["title"] for item in reading_of(f"{HEAD}{items}")["items"]] == [
        "Niederschrift",
        "Wahl der Vertreter im Verband",
        "Verschiedenes",
    ]


def test_the_title_of_a_second_level_may_stand_below_its_number():
    text = (
        f"{HEAD}Tagesordnung\n1 Bericht\n2 Mitteilungen\n\n1\nBericht\n\nHerr Kohl berichtet.\n\n2\nMitteilungen\n\n"
        "2.1\nSchutzgesetz\n\nFrau Brenk verweist auf die Vorlage.\n\n2.2\nVerabschiedung\n\nFrau Ohm dankt den Mitgliedern.\n"
    )
    assert numbers_of(text) == ["1", "2", "2.1", "2.2"]
