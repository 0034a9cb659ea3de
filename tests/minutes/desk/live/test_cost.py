"""What typing costs: as many queries, and as many letters, in a long session as in a short one."""

import pytest

from tests import cast

from .typed import save, written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("members", "rows"), [(1, 1), (40, 50)])
def test_a_save_costs_the_session_the_user_and_one_update(client, place, django_assert_num_queries, members, rows):
    room = cast.session(place, members=tuple(f"Mitglied {n}" for n in range(members)))
    client.force_login(cast.user("clerk", place.committee))
    for _number in range(rows):
        row = written(room.items[0], "⟨Ktabg. Mitglied 0⟩ spricht.")
    with django_assert_num_queries(3):
        answer = save(client, room.items[0], id=str(row.pk), version=1, text="⟨Ktabg. Mitglied 0⟩ spricht lange.")
    assert answer.json() == {"id": str(row.pk), "version": 2}


@pytest.mark.parametrize(("members", "rows"), [(3, 1), (40, 50)])
def test_a_changed_mark_costs_the_same_in_a_long_session(client, place, django_assert_num_queries, members, rows):
    room = cast.session(place, members=tuple(f"Mitglied {n}" for n in range(members)))
    client.force_login(cast.user("clerk", place.committee))
    for _number in range(rows):
        row = written(room.items[0], "Text.")
    with django_assert_num_queries(20):
        save(client, room.items[0], id=str(row.pk), version=1, text="⟨Ktabg. Mitglied 0⟩ spricht.")
