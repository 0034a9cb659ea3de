"""Nothing is found, counted, shown or suggested that somebody may not read, or not yet, or not any more."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Committee, Membership, Person, RuleProfile, User
from minutes import projection, publishing, search
from minutes.models import (
    InternalEntry,
    InternalPart,
    InternalStem,
    InternalWord,
    PublicEntry,
    PublicPart,
    PublicStem,
    PublicWord,
)
from minutes.portal import reading
from minutes.search import indexing
from tests import cast
from tests.clock import stand_at
from tests.minutes.search import corpus
from tests.minutes.search.corpus import item, names, speech

DAY = datetime.date(2026, 5, 6)
SECRET = "Uferwegverkauf"


def tell(found) -> str:
    """All that an answer says anywhere."""
    return str((found.hits, found.facets, found.instead, found.total and found.question))


def is_nowhere(ask, word: str) -> bool:
    """Neither found, nor counted, nor suggested, nor proposed instead of a slip, nor in any table of the public."""
    slip = word[:4] + word[5] + word[4] + word[6:]
    stem = word.casefold()[:8]
    return (
        ask(word).total == ask(f'"{word}"').total == ask(f"{word[:6]}*").total == 0
        and ask(slip).instead is None
        and search.suggestions(word[:5]) == []
        and word not in str([tell(ask(kind=kind)) for kind in ("item", "decision", "contribution", "paper", "person")])
        and not PublicEntry.objects.filter(words__contains=stem).exists()
        and not PublicWord.objects.filter(word__startswith=stem).exists()
        and not PublicStem.objects.filter(stem__contains=stem).exists()
        and not PublicPart.objects.filter(stem__contains=stem).exists()
    )


def minutes_with(world, *, word: str = SECRET, reference: str = "UmA/3/2026", date: datetime.date = DAY, **fields):
    return corpus.minutes(
        world,
        reference,
        date,
        item("1", f"Der {word}", speech("one", f"fragt nach dem {word}.", "Ktabg. Müller"), resolution=f"{word} ja."),
        **fields,
    )


def world_committee(record, short_name: str) -> Committee:
    return Committee.objects.get(body__key=record.body.key, short_name=short_name)


def table_rows() -> dict[str, list]:
    """What is in the tables of the search, but for keys."""
    entries = ("publication", "kind", "date", "number", "anchor", "title", "text", "words", "closed_to", "outcome")
    found = {"public": sorted(PublicEntry.objects.values_list(*entries), key=str)}
    found["internal"] = sorted(InternalEntry.objects.values_list(*entries), key=str)
    for model in (PublicWord, InternalWord):
        found[model.__name__] = sorted(model.objects.values_list("word", "stem", "entries"))
    for model in (PublicStem, InternalStem):
        found[model.__name__] = sorted(model.objects.values_list("stem", "entries"))
    for model in (PublicPart, InternalPart):
        found[model.__name__] = sorted(model.objects.values_list("tail", "stem"))
    return found


@pytest.fixture
def councillor(world) -> User:
    person = Person.objects.create(last_name="Kohl", first_name="Kim")
    Membership.objects.create(person=person, committee=world.committees["UmA"], start=corpus.START)
    return User.objects.create_user("councillor@example.org", role="councillor", person=person)


class TestTime:
    def test_what_is_published_is_found_at_once(self, world, ask):
        assert is_nowhere(ask, SECRET)
        corpus.publish(world, minutes_with(world))
        assert set(names(ask(SECRET))) == {"item UmA/3/2026 1", "decision UmA/3/2026 1", "one"}
        assert search.suggestions("Ufer") == [SECRET]

    def test_what_is_dated_ahead_is_found_from_its_hour_on(self, world, ask, monkeypatch):
        corpus.publish(world, minutes_with(world), visible_from=timezone.now() + datetime.timedelta(days=3))
        assert is_nowhere(ask, SECRET)
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        assert is_nowhere(ask, SECRET)
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        assert ask(SECRET).total == 3

    def test_it_can_be_suggested_before_anybody_searched(self, world, monkeypatch):
        corpus.publish(world, minutes_with(world), visible_from=timezone.now() + datetime.timedelta(days=1))
        assert search.suggestions("Ufer") == []
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        assert search.suggestions("Ufer") == [SECRET]

    def test_a_new_edition_takes_the_place_of_the_old_one_at_its_hour(self, world, ask, monkeypatch):
        corpus.publish(world, minutes_with(world))
        later = timezone.now() + datetime.timedelta(days=1)
        corpus.publish(world, minutes_with(world, word="Gehwegverkauf"), visible_from=later)
        assert ask(SECRET).total == 3
        assert is_nowhere(ask, "Gehwegverkauf")
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        assert ask("Gehwegverkauf").total == 3
        assert is_nowhere(ask, SECRET)

    def test_who_searches_does_not_wait_for_who_publishes(self, world, ask, monkeypatch):
        corpus.publish(world, minutes_with(world))
        later = timezone.now() + datetime.timedelta(days=1)
        corpus.publish(world, minutes_with(world, word="Gehwegverkauf"), visible_from=later)
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        monkeypatch.setattr(indexing, "is_free", lambda: False)
        assert ask("Gehwegverkauf").hits == ()
        assert ask(SECRET).hits == ()  # what is replaced is not shown either
        monkeypatch.setattr(indexing, "is_free", lambda: True)
        assert ask("Gehwegverkauf").total == 3

    def test_an_edition_that_was_replaced_is_nowhere(self, world, ask):
        corpus.publish(world, minutes_with(world))
        corpus.publish(world, minutes_with(world, word="Gehwegverkauf"))
        assert ask("Gehwegverkauf").total == 3
        assert is_nowhere(ask, SECRET)

    def test_what_was_withdrawn_is_nowhere(self, world, ask):
        made = corpus.publish(world, minutes_with(world))
        publishing.withdraw(made, by=world.user, reason="Aus Versehen")
        assert is_nowhere(ask, SECRET)

    def test_what_was_withdrawn_before_its_hour_never_comes(self, world, ask, monkeypatch):
        later = timezone.now() + datetime.timedelta(days=1)
        made = corpus.publish(world, minutes_with(world), visible_from=later)
        publishing.withdraw(made, by=world.user, reason="Aus Versehen")
        stand_at(monkeypatch, timezone.localdate() + datetime.timedelta(days=2))
        assert is_nowhere(ask, SECRET)

    def test_publishing_and_withdrawing_leaves_no_trace(self, world):
        before = table_rows()
        made = corpus.publish(world, minutes_with(world))
        assert table_rows() != before
        publishing.withdraw(made, by=world.user, reason="Aus Versehen")
        assert table_rows() == before

    def test_the_agenda_gives_way_to_the_minutes_and_comes_back_with_their_withdrawal(self, world, ask):
        place = cast.County(world.body, None, None, world.committees["UmA"])
        room = cast.session(place, number=9)
        type(room.items[0]).objects.filter(pk=room.items[0].pk).update(title="Spielplatzkonzept", is_public=True)
        publishing.publish_agenda(room.session, by=world.user)
        [hit] = ask("Spielplatzkonzept").hits
        assert hit.url == f"/minutes/lkm/UmA/9/{room.session.year}/agenda/"
        record = minutes_with(world, word="Spielplatzkonzept", reference=room.session.reference, date=DAY)
        made = publishing.freeze(record, kind="import", subject=room.session, by=world.user)
        assert ask("Spielplatzkonzept").total == 3
        assert all("/agenda/" not in hit.url for hit in ask("Spielplatzkonzept").hits)
        publishing.withdraw(made, by=world.user, reason="Aus Versehen")
        assert [hit.url for hit in ask("Spielplatzkonzept").hits] == [hit.url]


class TestInternal:
    @pytest.fixture
    def internal(self, world):
        items = (
            item("1", "Der Stadtpark", speech("open", "lobt den Stadtpark.")),
            item(
                "N1",
                f"Der {SECRET}",
                speech("hidden", f"fragt nach dem {SECRET}.", "Ktabg. Müller"),
                resolution=f"{SECRET} ja.",
                is_public=False,
                recused_person_ids=("77",),
            ),
        )
        record = corpus.minutes(world, "UmA/3/2026", DAY, *items, audience="internal")
        corpus.publish(world, record)
        return record

    def test_the_public_learns_nothing(self, internal, ask):
        assert is_nowhere(ask, SECRET)
        assert names(ask(SECRET, scope="internal")) == []

    def test_who_is_entitled_finds_what_is_not_public_when_asking_for_it(self, internal, ask, councillor):
        assert is_nowhere(lambda *text, **more: ask(*text, user=councillor, **more), SECRET)
        found = ask(SECRET, scope="internal", user=councillor)
        assert set(names(found)) == {"item UmA/3/2026 N1", "decision UmA/3/2026 N1", "hidden"}
        assert ask("Stadtpark", scope="internal", user=councillor).total == 0

    def test_who_sits_elsewhere_or_later_finds_nothing(self, internal, ask, councillor):
        for change in ({"committee": internal and 0}, {"start": DAY + datetime.timedelta(days=1)}):
            rows = Membership.objects.filter(person=councillor.person)
            if "start" in change:
                rows.update(**change)
            else:
                rows.update(
                    committee=Membership._meta.get_field("committee").related_model.objects.get(short_name="JHA")
                )
            found = ask(SECRET, scope="internal", user=councillor)
            assert (found.total, found.facets, found.instead) == (0, (), None)

    def test_who_reads_some_of_it_does_not_learn_which_words_are_in_the_rest(self, internal, ask, councillor):
        Membership.objects.filter(person=councillor.person).update(committee=world_committee(internal, "JHA"))
        there, nowhere, slip = (
            ask(text, scope="internal", user=councillor) for text in (SECRET, "Xyzzyplugh", "Uferwegvrekauf")
        )
        for found in (there, nowhere, slip):
            assert (found.total, found.facets, found.instead, found.missing) == (0, (), None, "")

    def test_who_was_biased_finds_nothing_of_it_where_the_profile_says_so(self, internal, ask, councillor):
        Person.objects.create(pk=77, last_name="Wende", first_name="Kim")
        Membership.objects.filter(person=councillor.person).update(person=77)
        User.objects.filter(pk=councillor.pk).update(person=77)
        councillor.refresh_from_db()
        assert ask(SECRET, scope="internal", user=councillor).total == 3
        RuleProfile.objects.update(hides_from_recused=True)
        found = ask(SECRET, scope="internal", user=councillor)
        assert (found.total, found.hits, found.facets) == (0, (), ())

    def test_an_item_below_one_is_closed_with_it(self, world, ask, councillor):
        items = (
            item("N1", "Personal", is_public=False, recused_person_ids=(str(councillor.person_id),)),
            item("N1.1", SECRET, is_public=False, level=1),
            item("N2", f"{SECRET} anders", is_public=False),
        )
        corpus.publish(world, corpus.minutes(world, "UmA/3/2026", DAY, *items, audience="internal"))
        RuleProfile.objects.update(hides_from_recused=True)
        assert names(ask(SECRET, scope="internal", user=councillor)) == ["item UmA/3/2026 N2"]
        # Nor do the registers, people and paths, which read the same rows, know it.
        assert [row.number for row in reading.recorded_items(councillor).filter(is_public=False)] == ["N2"]

    def test_a_user_who_was_shut_out_finds_nothing(self, internal, ask, councillor):
        councillor.is_active = False
        assert names(ask(SECRET, scope="internal", user=councillor)) == []


def test_made_anew_the_index_is_the_same(world, ask):
    later = timezone.now() + datetime.timedelta(days=1)
    corpus.publish(world, minutes_with(world))
    corpus.publish(world, minutes_with(world, word="Gehwegverkauf"), visible_from=later)
    corpus.publish(world, minutes_with(world, reference="UmA/4/2026", audience="internal"))
    before, hits = table_rows(), names(ask("Haushalt"))
    projection.rebuild()
    assert table_rows() == before
    assert names(ask("Haushalt")) == hits
    assert indexing.SearchDue.objects.count() == 1


def test_newest_are_hits_of_publications_that_came_since(world):
    question = search.Question.of({"q": "Verkauf"})
    before = timezone.now()
    corpus.publish(world, minutes_with(world))
    corpus.publish(world, minutes_with(world, reference="UmA/1/2019", date=datetime.date(2019, 3, 1)))
    corpus.publish(
        world,
        minutes_with(world, reference="UmA/5/2026"),
        visible_from=timezone.now() + datetime.timedelta(days=1),
    )
    hits = search.newest(question, before, 100)
    assert [hit.date.year for hit in hits] == [2019] * 3 + [2026] * 3
    assert all(hit.visible_from > before for hit in hits)
    assert len(search.newest(question, before, 2)) == 2
    assert search.newest(question, timezone.now(), 100) == ()
    assert search.newest(search.Question.of({"q": "Radweg"}), before, 100) == ()
    assert len({hit.key for hit in hits}) == 6


def test_the_key_of_a_hit_stays_when_the_index_is_made_anew(world, ask):
    keys = [hit.key for hit in ask("Haushalt").hits]
    assert len(set(keys)) == len(keys)
    projection.rebuild()
    assert [hit.key for hit in ask("Haushalt").hits] == keys
