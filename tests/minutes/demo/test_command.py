"""`manage.py demo` loads once, prints the logins, and keeps away from real users."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from committees.models import Body, User
from minutes.demo import loading
from minutes.demo.users import LOGINS
from tests.minutes.demo.rows import all_values


def run(**options):
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def somebody(db):
    return User.objects.create_user("somebody@example.org", "a password")


@pytest.fixture
def another_county(demo, somebody):
    """A database in use, where the demo is not."""
    Body.objects.update(key="other")


@pytest.fixture
def is_called(monkeypatch):
    """Notes whether the demo would have been loaded."""
    calls = []
    monkeypatch.setattr(loading, "load", lambda: calls.append("load"))
    return calls


def test_it_prints_role_email_and_password_of_every_login(printed):
    for login in LOGINS:
        (line,) = [line for line in printed.splitlines() if f" {login.email} " in line]
        assert line.startswith(str(User.Role(login.role).label))
        assert line.endswith(login.password)


def test_every_printed_password_logs_in(demo):
    for login in LOGINS:
        assert authenticate(username=login.email, password=login.password).role == login.role


def test_every_role_has_a_login():
    assert {login.role for login in LOGINS} == set(User.Role.values)


def test_run_again_it_changes_no_row_and_prints_the_logins(demo):
    before = all_values()
    again = run()
    assert all_values() == before
    assert all(login.password in again for login in LOGINS)


def test_a_user_made_later_does_not_stop_it(demo, somebody):
    assert LOGINS[0].password in run()


def test_beside_other_users_it_refuses(another_county, is_called):
    with pytest.raises(CommandError, match="--force"):
        run()
    assert not is_called


def test_forced_it_loads_beside_other_users(another_county, is_called):
    run(force=True)
    assert is_called == ["load"]
