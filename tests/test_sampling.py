"""Long tests run in parts, each in one of them."""

import pytest

from tests.sampling import part_of


def test_the_parts_together_are_all_tests_and_each_is_in_one():
    tests = list(range(11))
    parts = [part_of(tests, f"{number}/3") for number in (1, 2, 3)]
    assert parts[1] == [1, 4, 7, 10]
    assert sorted(test for part in parts for test in part) == tests


def test_one_part_is_all():
    assert part_of("abc", "1/1") == ["a", "b", "c"]


@pytest.mark.parametrize("part", ["0/3", "4/3", "2", "", "a/b", "1/0"])
def test_a_part_that_is_none_is_refused(part):
    with pytest.raises(pytest.UsageError, match="2/3"):
        part_of("abc", part)
