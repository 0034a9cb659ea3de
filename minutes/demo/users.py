"""Room: minutes. Who logs in to the demo. The passwords are known to everybody: never load this beside real users."""

from dataclasses import dataclass

from committees.models import User

from .directory import Directory


@dataclass(frozen=True)
class Login:
    """A demo user as the command prints it."""

    role: str
    email: str
    password: str
    person: str = ""
    committees: tuple[str, ...] = ()


LOGINS = (
    Login(User.Role.ADMIN, "admin@example.org", "demo-admin-2026"),
    Login(User.Role.CLERK, "clerk@example.org", "demo-clerk-2026", person="sander", committees=("IntA", "JHA")),
    Login(
        User.Role.CLERK,
        "clerk2@example.org",
        "demo-clerk2-2026",
        person="vossing",
        committees=("KT", "KA", "UmA", "SozA"),
    ),
    Login(User.Role.CHAIR, "chair@example.org", "demo-chair-2026", person="kleinhaus"),
    Login(User.Role.COUNCILLOR, "councillor@example.org", "demo-councillor-2026", person="luetke"),
    Login(User.Role.COUNCILLOR, "councillor2@example.org", "demo-councillor2-2026", person="zumbrock"),
    Login(User.Role.READER, "reader@example.org", "demo-reader-2026"),
)


def write_users(directory: Directory) -> None:
    """The users, each with the person and the committees that are theirs."""
    for login in LOGINS:
        user = User.objects.create_user(
            login.email,
            login.password,
            role=login.role,
            person=directory.people[login.person] if login.person else None,
        )
        user.committees.set(directory.committees[short_name] for short_name in login.committees)
