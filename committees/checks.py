"""What the settings may say of accounts: a role that nobody has would protect nobody."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from .models import User


def known_roles(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """Every role that needs a second factor exists."""
    unknown = sorted(set(settings.MFA_REQUIRED_ROLES) - set(User.Role.values))
    if not unknown:
        return []
    return [
        Error(
            f"MFA_REQUIRED_ROLES names roles that do not exist: {', '.join(unknown)}.",
            hint=f"The roles are: {', '.join(User.Role.values)}.",
            id="committees.E001",
        )
    ]
