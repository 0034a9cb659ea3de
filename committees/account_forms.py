"""The forms of logging in, without what allauth adds to its inputs beside label and value."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django.utils.translation import gettext_lazy as _


class _Plain:
    """No placeholders (they repeat the label) and no links inside help texts (they come before the input)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            if "<a" in field.help_text:
                field.help_text = ""


class LoginForm(_Plain, allauth_forms.LoginForm):
    """E-mail and password."""


class ResetPasswordForm(_Plain, allauth_forms.ResetPasswordForm):
    """The address that gets the link."""


class ResetPasswordKeyForm(_Plain, allauth_forms.ResetPasswordKeyForm):
    """The new password after the link."""


class ChangePasswordForm(_Plain, allauth_forms.ChangePasswordForm):
    """The present password and the new one."""


class SetPasswordForm(_Plain, allauth_forms.SetPasswordForm):
    """The first password of a user who has none."""


class ReauthenticateForm(_Plain, allauth_forms.ReauthenticateForm):
    """The password once more."""


class _Code(_Plain):
    """Six digits of the app, or eight of a recovery code: telephones show the right keys."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AuthenticateForm(_Code, mfa_forms.AuthenticateForm):
    """The code after the password."""


class ReauthenticateByCodeForm(_Code, mfa_forms.ReauthenticateForm):
    """The code in place of the password."""


class ActivateSecondFactorForm(_Code, totp_forms.ActivateTOTPForm):
    """The first code of the app."""
