"""The room of the model protocol, for tests of rules and wording: invented people."""

from committees.rules import Attendee, Interval


def musterland_room() -> dict[str, Attendee]:
    """Nine seats, eight people with a vote in the end; Merten comes at item 3, Bednar leaves after item 5.

    Schemmer sits there for Ramers, Wiesmann is excused; Crone advises. Keys are surnames.
    """
    council = ("Kleinhaus", "Lütke", "Dr. Wende")
    people = [Attendee(name, has_vote=True, is_council_member=True) for name in council]
    people += [Attendee(name, has_vote=True, is_expert_citizen=True) for name in ("Kohl", "Neuhaus")]
    people += [
        Attendee("Merten", has_vote=True, is_council_member=True, intervals=(Interval(first=3),)),
        Attendee("Bednar", has_vote=True, is_council_member=True, intervals=(Interval(last=5),)),
        Attendee("Schemmer", has_vote=True, is_council_member=True, substitutes_for="Ramers"),
        Attendee("Ramers", has_vote=True, is_council_member=True, intervals=()),
        Attendee("Wiesmann", has_vote=True, is_council_member=True, intervals=()),
        Attendee("Crone", has_vote=False),
    ]
    return {str(person.key): person for person in people}
