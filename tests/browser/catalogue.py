"""Every kind of page of the site, once each, as addresses in the loaded demo."""

from datetime import date
from urllib.parse import urlsplit

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from committees import invitations, logos
from committees.models import (
    AgendaItem,
    Body,
    Committee,
    HouseStyle,
    Invitation,
    LegislativeTerm,
    Paper,
    Person,
    RuleProfile,
    Session,
    User,
)
from minutes.desk.history import note
from minutes.desk.live import saving
from minutes.following import links
from minutes.importing.texts import storing
from minutes.models import (
    BarrierReport,
    Contribution,
    ExportJob,
    Follower,
    HouseFacts,
    HousePage,
    ImportRun,
    Issue,
    Note,
    PublishedSeat,
    Subscription,
    TextModule,
)
from tests.minutes.importing import place as places
from votes.models import Form, Vote

RECORDED = "IntA/7/2026"
PUBLISHED = "IntA/6/2026"
PAPER_ACTS = ("publish-paper", "withdraw-paper")


def session(reference: str) -> Session:
    """The session of a reference such as IntA/7/2026."""
    committee, number, year = reference.split("/")
    return Session.objects.get(committee__short_name=committee, number=number, year=year)


def open_roll_call(item: AgendaItem) -> Vote:
    """A vote that still waits for what the members call."""
    return Vote.objects.create(item=item, form=Form.ROLL_CALL, is_final=False, position=9, label="Vertagung")


def of_the_public() -> list[str]:
    """What somebody reads who does not log in."""
    return [
        reverse("start"),
        reverse("minutes:published-list"),
        *_published("public"),
        reverse("minutes:published-papers"),
        Issue.objects.get(kind="paper", reference="SV-11-0612").get_absolute_url(),
        *_announced(),
        *_registers(),
        *_searches(),
        *_house(),
        *_followed(),
        reverse("account_login"),
        reverse("account_reset_password"),
        reverse("account_reset_password_done"),
        reverse("account_invitation", args=[invitations.token(_invited())]),
    ]


def of_a_councillor() -> list[str]:
    """What a councillor has more than the public."""
    published = _published("internal")
    return [
        reverse("start"),
        reverse("minutes:published-list"),
        *published,
        f"{reverse('minutes:search')}?q=Grundst*&in=internal",
        f"{published[0]}object/",
        *_own(),
        reverse("minutes:private-feeds"),
        reverse("account_logout"),
    ]


def of_a_clerk() -> list[str]:
    """The desk and the directory."""
    return [*_start_of_the_desk(), *_text_imports(), *_around_a_session(), *_on_an_item(), *_directory()]


def of_an_admin() -> list[str]:
    """What only an administrator opens, and what looks different to one."""
    return [
        reverse("start"),
        *_exports(),
        *_imports(),
        reverse("account_change_password"),
        reverse("account_logins"),
        *_accounts(),
        reverse("committees:committee-list"),
        *_house_styles(),
        *_house_at_work(),
        reverse("committees:committee-create"),
        reverse("committees:committee-edit", args=[Committee.objects.get(short_name="IntA").pk]),
        reverse("committees:term-list"),
        reverse("committees:term-create"),
        reverse("committees:faction-create", args=[LegislativeTerm.objects.latest("start").pk]),
    ]


def of_somebody_with_a_second_factor() -> list[str]:
    """The pages of one's own account; the first ones ask for nothing, because the login is fresh."""
    names = ["mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"]
    return [reverse(name) for name in (*names, "account_reauthenticate", "mfa_reauthenticate")]


def of_a_forgetful_reader() -> list[str]:
    """The page behind the link of the mail by which somebody chooses a new password."""
    user = User.objects.get(email="reader@example.org")
    words = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return [reverse("account_reset_password_from_key", kwargs=words)]


def in_english() -> list[str]:
    """A few pages of every room, to be read in English."""
    room = session(RECORDED)
    item = room.items.get(title__startswith="Zuschuss")
    return [
        reverse("minutes:session-detail", args=[room.pk]),
        reverse("minutes:attendance-list", args=[room.pk]),
        reverse("minutes:item", args=[room.pk, item.pk]),
        reverse("minutes:vote-add", args=[item.pk]),
        reverse("minutes:text-import-list"),
        reverse("committees:person-list"),
        *_searches(),
        *_published("internal"),
        *_house(),
        reverse("minutes:house-list"),
        reverse("minutes:follow"),
        reverse("minutes:private-feeds"),
    ]


def forms_to_send_empty() -> list[str]:
    """Forms that can’t be sent as they are opened."""
    room = session(RECORDED)
    return [
        reverse("minutes:item-create", args=[room.pk]),
        reverse("minutes:attendance-add-member", args=[room.pk]),
        reverse("minutes:contribution-add", args=[room.items.first().pk]),
        reverse("minutes:redaction-add", args=[room.pk, room.items.filter(is_public=True).first().pk]),
        reverse("committees:person-create"),
        reverse("committees:paper-create"),
        reverse("minutes:follow-mail"),
        reverse("minutes:private-feeds"),
    ]


def _exports() -> list[str]:
    """The list, the form, and one export in each state."""
    owner = User.objects.get(email="admin@example.org")
    values = {"owner": owner, "since": date(2026, 1, 1), "until": date(2026, 12, 31), "kinds": ["minutes", "extract"]}
    values |= {"format": "pdf", "audience": "public", "total": 200, "heartbeat": timezone.now()}
    problem = {"reference": "IntA/7/2026", "kind": "minutes", "item": "", "sentence": "Nichts ist veröffentlicht."}
    over = {"finished_at": timezone.now()}
    ready = {"file": "archive.zip", "documents": 199, "size": 12_345_678, "sha256": "0" * 64}
    jobs = [
        ExportJob.objects.create(**values, state="running", done=37, claim="somebody"),
        ExportJob.objects.create(**values, state="done", done=200, problems=[problem], **over, **ready),
        ExportJob.objects.create(**values, state="failed", failure="Die Festplatte ist voll.", **over),
        ExportJob.objects.create(**values, state="cancelled", **over),
    ]
    for job in jobs:
        job.committees.set(Committee.objects.all())
    whole = values | {"kinds": [], "format": "zip", "body": Body.objects.get()}
    jobs.append(ExportJob.objects.create(**whole, state="done", done=200, **over, **ready))
    return [
        reverse("minutes:export-list"),
        f"{reverse('minutes:export-list')}?whose=all",
        reverse("minutes:export-create"),
        reverse("minutes:export-archive"),
        *(job.get_absolute_url() for job in jobs),
        reverse("minutes:export-cancel", args=[jobs[0].pk]),
        reverse("minutes:export-delete", args=[jobs[1].pk]),
    ]


def _imports() -> list[str]:
    """The list, the form, and one import in each state."""
    values = {"owner": User.objects.get(email="admin@example.org"), "heartbeat": timezone.now(), "read": 1_234}
    counts = {"Meeting": {"new": 20, "skipped": 1}, "AgendaItem": {"new": 300, "changed": 2, "gone": 1}}
    over, source = {"finished_at": timezone.now()}, "https://ris.example.org/oparl/v1.1/system"
    runs = [
        ImportRun.objects.create(**values, source=source, state="running", total=900, done=300, claim="somebody"),
        ImportRun.objects.create(**values, source=source, state="done", counts=counts, **over),
        ImportRun.objects.create(**values, source=source, state="failed", failure="Es gibt dort kein OParl.", **over),
        ImportRun.objects.create(**values, source=source, state="cancelled", **over),
    ]
    address = f"{source.removesuffix('system')}meeting/4711"
    runs[1].problems.create(kind="Meeting", external_id=address, reason="Die Sitzung nennt kein Gremium.")
    return [
        reverse("minutes:import-list"),
        reverse("minutes:import-create"),
        *(run.get_absolute_url() for run in runs),
        reverse("minutes:import-cancel", args=[runs[0].pk]),
    ]


def _house_styles() -> list[str]:
    """The list, and the page of a style with a logo."""
    profile = RuleProfile.objects.get()
    logo, kind = logos.cleaned(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#1f4e79"/></svg>'
    )
    HouseStyle.objects.get_or_create(
        profile=profile, defaults={"logo": logo, "logo_type": kind, "logo_text": "Wappen des Kreises"}
    )
    return [reverse("minutes:house-style-list"), reverse("minutes:house-style", args=[profile.pk])]


def _house() -> list[str]:
    """The pages of the house: one that nobody has written, others with words and facts; the form and its thanks."""
    facts = {"operator": "Kreis Musterland", "address": "Hauptstraße 1\n12345 Musterstadt", "email": "info@example.org"}
    facts |= {"phone": "02345 67-0", "arbitration": "Ombudsstelle", "barrier_email": "barriere@example.org"}
    HouseFacts.objects.get_or_create(pk=1, defaults=facts)
    text = "Allgemeines.\n\n**Näheres**\n\n- https://example.org/\n- info@example.org"
    for key in ("privacy", "accessibility", "easy-language"):
        HousePage.objects.get_or_create(key=key, defaults={"text_de": text, "is_published": True})
    names = ["imprint", "privacy", "accessibility", "easy-language", "barrier-report", "barrier-thanks"]
    return [reverse(f"minutes:{name}") for name in names]


def _house_at_work() -> list[str]:
    """Where administrators write them, and the list of reports."""
    for text in ("Die Tabelle ist nicht zu lesen.", "Der Knopf hat keinen Namen.\nIch lese mit der Braillezeile."):
        BarrierReport.objects.get_or_create(text=text, defaults={"place": "/minutes/", "reply_to": "a@example.org"})
    return [
        reverse("minutes:house-list"),
        reverse("minutes:house-facts"),
        reverse("minutes:house-edit", args=["privacy"]),
        reverse("minutes:barrier-list"),
    ]


def _own() -> list[str]:
    """The own pages of a councillor, who has written notes."""
    user = User.objects.get(email="councillor@example.org")
    room = session(PUBLISHED)
    rows = [
        Note.objects.get_or_create(owner=user, session_key=room.pk, item_key=item.pk, defaults={"text": "Nachfragen."})[
            0
        ]
        for item in room.items.filter(is_public=True)[:2]
    ]
    deleted = {"text": "Erledigt.", "deleted_at": timezone.now()}
    Note.objects.get_or_create(owner=user, session_key=room.pk, item_key=room.items.last().pk, defaults=deleted)
    names = ["my-overview", "my-sessions", "my-papers", "my-objections", "my-notes"]
    return [
        *(reverse(f"minutes:{name}") for name in names),
        f"{reverse('minutes:my-sessions')}?when=past",
        f"{reverse('minutes:my-notes')}?q=xyzzy",
        reverse("minutes:my-session", args=[room.pk]),
        reverse("minutes:my-note", args=[room.pk, rows[0].item_key]),
        reverse("minutes:my-note-delete", args=[rows[0].pk]),
    ]


def _invited() -> Invitation:
    user, _is_new = User.objects.get_or_create(email="neu@example.org", defaults={"password": "!"})
    return Invitation.objects.get_or_create(user=user)[0]


def _accounts() -> list[str]:
    chair = User.objects.get(email="chair@example.org")
    Authenticator.objects.get_or_create(user=chair, type=Authenticator.Type.TOTP, defaults={"data": {}})
    room = session(RECORDED)
    return [
        reverse("committees:account-list"),
        reverse("committees:account-detail", args=[chair.pk]),
        reverse("committees:second-factor-reset", args=[chair.pk]),
        reverse("committees:audit-trail"),
        reverse("committees:access"),
        f"{reverse('committees:access')}?committee={room.committee.pk}&day={room.date}",
        reverse("committees:invitation-create"),
        reverse("committees:invitation-list"),
        reverse("committees:invitation-revoke", args=[_invited().pk]),
    ]


def _published(audience: str) -> list[str]:
    page = Issue.objects.minutes().current().get(session=session(PUBLISHED), audience=audience).get_absolute_url()
    longest = (
        Issue.objects.minutes().current().get(session=session("IntA/4/2016"), audience="public").get_absolute_url()
    )
    return [page, f"{page}items/2/", longest]


def _followed() -> list[str]:
    """All ways to follow, and what is behind the links of mails."""
    follower = Follower.objects.get_or_create(email="leserin@example.org")[0]
    committee = Committee.objects.get(short_name="IntA")
    confirmed, open_one = (
        Subscription.objects.get_or_create(follower=follower, **about)[0]
        for about in ({"committee": committee}, {"question": "q=Radweg"})
    )
    Subscription.objects.filter(pk=confirmed.pk).update(confirmed_at=timezone.now())
    return [
        reverse("minutes:follow"),
        f"{reverse('minutes:follow-mail')}?committee={committee.pk}",
        f"{reverse('minutes:follow-mail')}?search=q%3DRadweg",
        reverse("minutes:follow-sent"),
        *(
            urlsplit(link).path
            for link in (links.to_confirm(open_one), links.to_end(confirmed), links.to_list(follower))
        ),
    ]


def _announced() -> list[str]:
    notice = Issue.objects.of_kind("notice").current().get()
    directory = Issue.objects.of_kind("directory").current().get(reference="IntA")
    return [
        reverse("minutes:agenda-list"),
        notice.get_absolute_url(),
        reverse("minutes:directory-list"),
        reverse("minutes:directory-list-of-body", args=[directory.body.key]),
        directory.get_absolute_url(),
    ]


def _registers() -> list[str]:
    """What is listed and counted of all committees."""
    newest = Issue.objects.minutes().current().filter(audience="public").latest("date")
    seat = PublishedSeat.objects.filter(issue__kind="directory", person__isnull=False).first()
    month = f"{reverse('minutes:calendar')}?month={newest.date:%Y-%m}"
    return [
        month,
        f"{month}&view=list",
        f"{reverse('minutes:decisions')}?outcome=adopted",
        reverse("minutes:statistics"),
        reverse("minutes:people"),
        reverse("minutes:person", args=[seat.person]),
        reverse("minutes:person-attendance", args=[seat.person]),
        reverse("minutes:person-votes", args=[seat.person]),
    ]


def _searches() -> list[str]:
    """Before a question, with hits, with a slip and rubbish in it, with none."""
    page = reverse("minutes:search")
    return [page, f"{page}?q=Integration", f"{page}?q=Integartion&since=yesterday", f"{page}?q=Xyzzy&kind=item"]


def _text_imports() -> list[str]:
    """Minutes that were read and wait, with a doubtful and an unread paragraph; and the session of accepted ones."""
    committee, by = session(RECORDED).committee, User.objects.get(email="clerk@example.org")
    text = places.M01.read_text().replace("IntA/7/2026", "IntA/12/2026").replace("7. Sitzung", "12. Sitzung")
    rows = []
    for number in ("12", "13"):
        data = text.replace("IntA/12/2026", f"IntA/{number}/2026").encode()
        draft = storing.reading_of(data, "x") | {"unread": ["Ein Absatz, der keinen Platz gefunden hat."]}
        draft["warnings"] = [{"code": "counts_contradict_vote", "about": "1. Absatz", "item": "3"}]
        rows.append(storing.new_import(data, f"Niederschrift-{number}.txt", draft, committee, by=by))
    rows[0].save()
    storing.accept(rows[1], by=by)
    names = ("text-import-accept", "text-import-discard")
    return [
        reverse("minutes:text-import-list"),
        rows[0].get_absolute_url(),
        reverse("minutes:text-import-item", args=[rows[0].pk, 3]),
        *(reverse(f"minutes:{name}", args=[rows[0].pk]) for name in names),
        reverse("minutes:session-detail", args=[rows[1].session_id]),
    ]


def _start_of_the_desk() -> list[str]:
    room = session(RECORDED)
    return [
        reverse("start"),
        reverse("minutes:session-list"),
        reverse("minutes:session-create"),
        f"{reverse('minutes:session-create')}?committee={room.committee.pk}",
        reverse("minutes:module-list"),
        reverse("minutes:module-create"),
        reverse("minutes:module-edit", args=[TextModule.objects.filter(body__isnull=False).first().pk]),
    ]


def _around_a_session() -> list[str]:
    room = session(RECORDED)
    seat = room.attendances.filter(membership__isnull=False, substitutes_for=None, substitutes=None).first()
    late = room.attendances.filter(presences__first_item__isnull=False).first()
    pages = ["session-detail", "session-edit", "session-delete", "agenda", "item-create", "attendance-list"]
    pages += ["attendance-add", "attendance-add-member", "publish", "preview", "redaction-list", "session-documents"]
    pages += [
        "session-revisions",
        "bloc-add",
        "session-close",
        "review",
        "take-back",
        "publish-agenda",
        "correction-list",
    ]
    return [
        *(reverse(f"minutes:{name}", args=[room.pk]) for name in pages),
        reverse("minutes:session-detail", args=[session("IntA/1/2027").pk]),
        *(
            reverse(f"minutes:{name}", args=[session(PUBLISHED).pk])
            for name in ("correction-list", "correction-create", "objection-enter")
        ),
        reverse("minutes:attendance-edit", args=[late.pk]),
        reverse("minutes:attendance-substitute", args=[seat.pk]),
        reverse("minutes:attendance-remove", args=[seat.pk]),
        reverse("committees:session-annexes", args=[room.pk]),
    ]


def _on_an_item() -> list[str]:
    room = session(RECORDED)
    counted, biased, called = (
        AgendaItem.objects.get(session=room, title__startswith=start)
        for start in ("1. Integrationskonzept", "Zuschuss", "Antrag der SPD")
    )
    contribution = Contribution.objects.filter(item=counted).first()
    roll_call = open_roll_call(called)
    return [
        reverse("minutes:item-edit", args=[counted.pk]),
        reverse("minutes:item-delete", args=[counted.pk]),
        reverse("minutes:recusal-list", args=[biased.pk]),
        *(reverse("minutes:item", args=[room.pk, item.pk]) for item in (counted, biased, called)),
        reverse("minutes:contribution-edit", args=[contribution.pk]),
        reverse("minutes:contribution-delete", args=[contribution.pk]),
        reverse("minutes:contribution-revisions", args=[contribution.pk]),
        reverse("minutes:movement-add", args=[counted.pk]),
        reverse("minutes:decision", args=[counted.pk]),
        reverse("minutes:redaction-add", args=[room.pk, counted.pk]),
        reverse("minutes:vote-add", args=[counted.pk]),
        reverse("minutes:vote-edit", args=[roll_call.pk]),
        reverse("minutes:roll-call", args=[roll_call.pk]),
        reverse("minutes:vote-delete", args=[roll_call.pk]),
    ]


def of_the_live_desk() -> list[str]:
    """The page that is open during a session, what opens in its dialogs, and what keeps earlier texts."""
    room = Session.objects.get(date=timezone.localdate()) if _meets_today() else session(RECORDED)
    item, module = room.items.first(), TextModule.objects.order_by("digit").first()
    person = User.objects.get(email="clerk@example.org")
    row = Contribution.objects.create(item=item, position=900, kind="note", text="Der Ausschuss berät.")
    for text in ("Der Ausschuss berät.", "Der Ausschuss berät lange."):
        row.text = text
        note(person, row)
    deleted = Contribution.objects.create(item=item, position=901, kind="note", text="Das steht nicht mehr da.")
    saving.remove(person, deleted, deleted.version)
    return [
        reverse("minutes:desk", args=[room.pk]),
        reverse("minutes:desk-item", args=[room.pk, item.pk]),
        reverse("minutes:live", args=[room.pk]),
        reverse("minutes:session-close", args=[room.pk]),
        reverse("minutes:movement-add", args=[item.pk]),
        reverse("minutes:bloc-add", args=[room.pk]),
        reverse("minutes:contribution-revisions", args=[row.pk]),
        reverse("minutes:session-revisions", args=[room.pk]),
        reverse("minutes:module-list"),
        reverse("minutes:module-create"),
        reverse("minutes:module-edit", args=[module.pk]),
        reverse("minutes:module-delete", args=[module.pk]),
    ]


def _meets_today() -> bool:
    return Session.objects.filter(date=timezone.localdate()).count() == 1


def _directory() -> list[str]:
    committee = Committee.objects.get(short_name="IntA")
    seat = committee.memberships.first()
    paper = Paper.objects.filter(attachments__isnull=False).first() or Paper.objects.first()
    person = Person.objects.get(pk=seat.person_id)
    return [
        reverse("committees:committee-list"),
        reverse("committees:committee-detail", args=[committee.pk]),
        reverse("committees:member-import", args=[committee.pk]),
        reverse("committees:membership-create", args=[committee.pk]),
        reverse("committees:membership-edit", args=[seat.pk]),
        reverse("committees:membership-end", args=[seat.pk]),
        reverse("committees:membership-delete", args=[seat.pk]),
        reverse("committees:person-list"),
        reverse("committees:person-detail", args=[person.pk]),
        reverse("committees:person-edit", args=[person.pk]),
        reverse("committees:paper-list"),
        reverse("committees:paper-create"),
        reverse("committees:paper-detail", args=[paper.pk]),
        reverse("committees:attachment-create", args=[paper.pk]),
        *(reverse(f"minutes:{name}", args=[Paper.objects.get(reference="SV-11-0612").pk]) for name in PAPER_ACTS),
        reverse("minutes:publish-paper", args=[Paper.objects.filter(is_public=False).first().pk]),
        reverse("minutes:directory-publish", args=[committee.pk]),
        reverse(
            "minutes:directory-withdraw",
            args=[Issue.objects.of_kind("directory").get(reference="IntA").publication_id],
        ),
        reverse("minutes:publish-notice", args=[Issue.objects.of_kind("notice").get().session_id]),
    ]
