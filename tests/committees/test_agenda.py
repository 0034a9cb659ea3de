"""The order of an agenda: positions stay unique, branches stay together, parts stay apart."""

import pytest
from django.core.exceptions import ValidationError

from committees import agenda
from committees.models import AgendaItem
from tests import cast


@pytest.fixture
def room(db) -> cast.Room:
    return cast.session(cast.county(), items=4)


def _order(room) -> list[str]:
    """Titles in order, with a dash for each level."""
    items = list(room.session.items.order_by("position"))
    assert [item.position for item in items] == list(range(1, len(items) + 1))
    numbers = agenda.numbers(room.session)
    return ["-" * numbers[item.pk].level + item.title.removeprefix("Punkt ") for item in items]


def _add(room, title, **fields):
    return agenda.add(AgendaItem(session=room.session, position=0, title=title, **fields))


def test_an_item_moves_up_and_down(room):
    agenda.move_by(room.items[2], -1)
    assert _order(room) == ["1", "3", "2", "4"]
    agenda.move_by(room.items[2], 1)
    assert _order(room) == ["1", "2", "3", "4"]


def test_at_the_ends_it_stays(room):
    agenda.move_by(room.items[0], -1)
    agenda.move_by(room.items[3], 1)
    assert _order(room) == ["1", "2", "3", "4"]


def test_an_item_moves_to_any_place(room):
    agenda.move(room.items[0], to=2)
    assert _order(room) == ["2", "3", "1", "4"]
    agenda.move(room.items[0], to=99)
    assert _order(room) == ["2", "3", "4", "1"]


def test_an_item_goes_under_the_one_before_and_out_again(room):
    agenda.indent(room.items[1])
    agenda.indent(room.items[2])
    assert _order(room) == ["1", "-2", "-3", "4"]
    agenda.outdent(room.items[1])
    assert _order(room) == ["1", "-3", "2", "4"]


def test_what_lies_below_goes_with_it(room):
    agenda.indent(room.items[1])
    agenda.move_by(room.items[0], 1)
    assert _order(room) == ["3", "1", "-2", "4"]
    agenda.indent(room.items[0])
    assert _order(room) == ["3", "-1", "--2", "4"]


def test_sub_items_move_among_themselves(room):
    agenda.indent(room.items[1])
    agenda.indent(room.items[2])
    agenda.move_by(room.items[2], -1)
    assert _order(room) == ["1", "-3", "-2", "4"]


def test_the_first_item_goes_under_nothing_and_a_top_item_not_out(room):
    with pytest.raises(ValidationError):
        agenda.indent(room.items[0])
    with pytest.raises(ValidationError):
        agenda.outdent(room.items[0])


def test_a_new_item_goes_to_the_end_of_its_part(room):
    _add(room, "N", is_public=False)
    _add(room, "5", is_public=True)
    _add(room, "O", is_public=False)
    assert _order(room) == ["1", "2", "3", "4", "5", "N", "O"]


def test_a_new_item_goes_to_the_very_end_once_the_order_stands(room):
    _add(room, "N", is_public=False)
    agenda.add(AgendaItem(session=room.session, position=0, title="5", is_public=True), at_end=True)
    assert _order(room) == ["1", "2", "3", "4", "N", "5"]


def test_items_of_a_part_move_past_those_of_the_other(room):
    _add(room, "N", is_public=False)
    agenda.add(AgendaItem(session=room.session, position=0, title="5", is_public=True), at_end=True)
    agenda.move_by(room.items[3], 1)
    assert _order(room) == ["1", "2", "3", "5", "N", "4"]


def test_an_item_that_changes_publicity_takes_its_branch_along(room):
    _add(room, "N", is_public=False)
    agenda.indent(room.items[1])
    agenda.set_publicity(room.items[0], is_public=False)
    assert _order(room) == ["3", "4", "N", "1", "-2"]
    assert not AgendaItem.objects.get(title="Punkt 2").is_public
    agenda.set_publicity(room.items[0], is_public=True)
    assert _order(room) == ["3", "4", "1", "-2", "N"]
    assert AgendaItem.objects.get(title="Punkt 2").is_public


def test_once_the_order_stands_publicity_changes_in_place(room):
    agenda.set_publicity(room.items[0], is_public=False, keep_order=True)
    assert _order(room) == ["1", "2", "3", "4"]


def test_a_sub_item_has_the_publicity_of_its_parent(room):
    agenda.indent(room.items[1])
    with pytest.raises(ValidationError):
        agenda.set_publicity(AgendaItem.objects.get(pk=room.items[1].pk), is_public=False)


def test_either_part_may_come_first(room):
    _add(room, "N", is_public=False)
    agenda.put_part_first(room.session, is_public=False)
    assert _order(room) == ["N", "1", "2", "3", "4"]
    agenda.put_part_first(room.session, is_public=True)
    assert _order(room) == ["1", "2", "3", "4", "N"]


def test_a_removed_item_leaves_no_gap(room):
    agenda.remove(room.items[1])
    assert _order(room) == ["1", "3", "4"]


def test_the_number_of_queries_does_not_grow_with_the_agenda(room, django_assert_max_num_queries):
    for number in range(30):
        _add(room, str(number), is_public=True)
    with django_assert_max_num_queries(6):
        agenda.move(room.items[0], to=20)
