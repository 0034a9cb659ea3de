"""Logging in: accounts are made by an administrator, never by a visitor."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Closes the sign-up that allauth leaves open by default."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
