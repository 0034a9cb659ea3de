"""Whatever stands in the fields of another system's objects: an import ends with a report, never with a crash."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.importing.oparl.taking_apart import NoObject, flattened
from minutes.importing.oparl.values import KINDS, day, flag, id_of, kind_of, moment, number, text, web_address
from tests.minutes.importing.oparl.source import BASE, TYPE, Server, import_, town, within
from tests.sampling import sampled

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_RUBBISH: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**80, 1.5, "", " ", "N/A", "x" * 3_000, [], {}, [[]], [None], {"id": None}, "\x00"),
    *(
        {"id": "x"},
        [{"id": f"{BASE}/y", "type": "?"}],
        {"id": f"{BASE}/z", "deleted": True},
        "2024-13-45",
        "0000-00-00",
    ),
    *("https://elsewhere.example/x", "javascript:alert(1)", f"{BASE}/person/abel", [f"{BASE}/file/v7"], "9999-12-31"),
    *("2024-03-05T25:61:00", "1.1.2024", ["a", 1, None, {"b": []}], {"a": {"b": {"c": [1]}}}, "Ü" * 700),
)

_FIELDS = ("id", "type", "deleted", "membership", "agendaItem", "mainFile", "start")


@given(JSON)
def test_single_values_are_read_or_not(value):
    for read in (day, moment, number, flag, text, id_of, kind_of, web_address):
        read(value)


@given(st.dictionaries(st.sampled_from(_FIELDS), JSON), st.sampled_from(KINDS))
def test_any_object_is_taken_apart_or_is_none(values, kind):
    found = {"id": f"{BASE}/1", "type": f"{TYPE}{kind}", **values}
    try:
        flats = list(flattened(found))
    except NoObject:
        return
    for flat in flats:
        assert flat.external_id
        assert len(flat.digest) == 64
        flat.payload.encode()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", sampled(range(60), every=12))
def test_an_import_of_rubbish_ends_with_a_report(admin, seed):
    dice = random.Random(seed)  # noqa: S311 - the same each time
    objects = town()
    several = list(within([one for kind in objects if kind not in ("System", "Body") for one in objects[kind]]))
    for _time in range(12):
        one = dice.choice(several)
        one[dice.choice([name for name in one if name != "id"])] = dice.choice(_RUBBISH)
    server = Server(objects)
    run = import_(server.source, admin, server)
    assert run.state == "done", (seed, run.failure)
    again = import_(server.source, admin, server, full=True)
    assert again.state == "done", (seed, again.failure)
