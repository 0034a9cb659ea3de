"""Room: minutes. Text modules of the demo county: standard sentences by one key, and two short codes."""

from committees.models import Body
from minutes.models import Contribution, TextModule

# Key, short code, text.
_STANDARD = (
    (1, "widerspruch", "Hiergegen erhebt sich kein Widerspruch."),
    (2, "keine", "Wortmeldungen liegen nicht vor."),
    (3, "kenntnis", "Der Bericht wird zur Kenntnis genommen."),
    (4, "pause", "Die Sitzung wird um {Uhrzeit} Uhr unterbrochen."),
    (5, "weiter", "Die Sitzung wird um {Uhrzeit} Uhr fortgesetzt."),
    (6, "schriftlich", "Die Verwaltung sagt eine schriftliche Antwort zu."),
    (7, "gemeinsam", "Die Tagesordnungspunkte werden gemeinsam beraten."),
    (8, "vertagt", "{TOP} wird auf die nächste Sitzung vertagt."),
    (9, "schluss", "{Person} beantragt, die Debatte zu schließen."),
)
_SPOKEN = (
    ("dank", "dankt für den Vortrag und die Beantwortung der Fragen."),
    ("frage", "fragt, wie der Stand der Umsetzung sei."),
)


def write_modules(body: Body) -> None:
    """The modules that all clerks of the county share."""
    for digit, code, text in _STANDARD:
        TextModule.objects.create(body=body, digit=digit, code=code, text=text)
    for code, text in _SPOKEN:
        TextModule.objects.create(body=body, code=code, text=text, kind=Contribution.Kind.SPEECH)
