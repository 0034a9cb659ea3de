"""The forms of logging in, without what allauth adds to its inputs beside label and value."""

from typing import Any

from allauth.account import forms as allauth_forms


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
