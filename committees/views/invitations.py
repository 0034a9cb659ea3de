"""Room: committees. Pages of invitations: new, those that are open, sent again, taken back; and the first password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from committees import invitations
from committees.account_forms import ResetPasswordKeyForm
from committees.forms.accounts import InvitationForm
from committees.models import Invitation
from committees.permissions import may_administer, require

from .pages import Crumb, deletion_page, form_page

_PAGE_SIZE = 50


def invitation_create(request: HttpRequest) -> HttpResponse:
    """A new account and its mail, both or neither."""
    require(may_administer(request.user))
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                invitation = invitations.invite(form.save(), by=request.user)
        except OSError:
            form.instance.pk = None
            form.add_error(None, _unsent())
        else:
            messages.success(request, _("%(email)s is invited.") % {"email": invitation.user.email})
            return redirect(_list_url())
    return form_page(
        request,
        form,
        title=_("Invite somebody"),
        crumbs=[_accounts(), _crumb()],
        cancel_url=_list_url(),
        lead=_("The person gets an e-mail with a link by which to choose a password."),
        submit=_("Send invitation"),
    )


def invitation_list(request: HttpRequest) -> HttpResponse:
    """Accounts that wait for their first password, the last ones invited first."""
    require(may_administer(request.user))
    rows = Invitation.objects.open().select_related("user__person", "invited_by__person")
    page = Paginator(rows.prefetch_related("user__committees"), _PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "committees/invitation_list.html", {"page": page, "count": page.paginator.count})


@require_POST
def invitation_resend(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link by mail; the last one is void."""
    invitation = _open(request, pk)
    try:
        invitations.resend(invitation, by=request.user)
    except OSError:
        messages.error(request, _unsent())
    else:
        messages.success(request, _("%(email)s has got a new link.") % {"email": invitation.user.email})
    return redirect(_list_url())


def invitation_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an account that nobody has used."""
    invitation = _open(request, pk)
    return deletion_page(
        request,
        invitation.user,
        title=_("Revoke invitation"),
        question=_("Revoke the invitation of %(email)s? The account is deleted, and the link of the mail is void.")
        % {"email": invitation.user.email},
        crumbs=[_accounts(), _crumb()],
        cancel_url=_list_url(),
        done_url=_list_url(),
    )


@login_not_required
@never_cache
@sensitive_post_parameters("password1", "password2")
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link of the mail: choose a password, then log in. A void link says no more than that."""
    invitation = invitations.find(token, lock=request.method == "POST")
    if invitation is None:
        return render(request, "account/invitation_void.html", status=404)
    form = ResetPasswordKeyForm(request.POST or None, user=invitation.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        invitations.accepted(invitation)
        messages.success(request, _("Your password is set. You can log in now."))
        return redirect("account_login")
    status = 422 if form.is_bound else 200
    return render(request, "account/invitation.html", {"form": form, "email": invitation.user.email}, status=status)


def _open(request: HttpRequest, pk: int) -> Invitation:
    """An open invitation, for administrators; locked where it will change, so that nobody accepts it meanwhile."""
    require(may_administer(request.user))
    rows = Invitation.objects.open().select_related("user")
    if request.method == "POST":
        rows = rows.select_for_update(of=("self",))
    return get_object_or_404(rows, pk=pk)


def _unsent() -> str:
    return _("The e-mail could not be sent, so nothing was stored. Please try again later.")


def _accounts() -> Crumb:
    return _("Accounts"), reverse("committees:account-list")


def _crumb() -> Crumb:
    return _("Open invitations"), _list_url()


def _list_url() -> str:
    return reverse("committees:invitation-list")
