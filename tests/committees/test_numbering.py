"""Numbers of agenda items follow from their order."""

from committees.numbering import Entry, agenda_numbers

AGENDA = [
    Entry("a", None, True),
    Entry("a1", "a", True),
    Entry("a2", "a", True),
    Entry("a21", "a2", True),
    Entry("b", None, True),
    Entry("c", None, False),
    Entry("c1", "c", False),
]


def texts(entries, *, by_part):
    return [number.text for number in agenda_numbers(entries, by_part=by_part).values()]


def test_one_count_goes_through_both_parts():
    assert texts(AGENDA, by_part=False) == ["1", "1.1", "1.2", "1.2.1", "2", "3", "3.1"]


def test_by_part_each_part_counts_for_itself():
    assert texts(AGENDA, by_part=True) == ["Ö 1", "Ö 1.1", "Ö 1.2", "Ö 1.2.1", "Ö 2", "N 1", "N 1.1"]


def test_the_non_public_part_may_come_first():
    agenda = [Entry("n", None, False), Entry("o", None, True), Entry("p", None, True)]
    assert texts(agenda, by_part=False) == ["1", "2", "3"]
    assert texts(agenda, by_part=True) == ["N 1", "Ö 1", "Ö 2"]


def test_labels_and_levels():
    number = agenda_numbers(AGENDA, by_part=True)["a21"]
    assert (number.label, number.plain, number.level) == ("TOP Ö 1.2.1", "1.2.1", 2)


def test_an_empty_agenda_has_no_numbers():
    assert agenda_numbers([], by_part=True) == {}
