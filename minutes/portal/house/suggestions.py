"""Room: minutes, the portal. With which words an office may begin a page of the house; nothing of it is published so.

What the software knows of itself stands in templates and is no part of these texts.
"""

TEXTS: dict[str, dict[str, str]] = {
    "imprint": {
        "de": "Diese Seiten führen Niederschriften, Tagesordnungen und Vorlagen unserer Gremien.\n\n"
        "**Verbindliche Fassung**\n\n"
        "Rechtlich maßgeblich ist die unterzeichnete Niederschrift. Die Seiten dienen der Information.",
        "en": "These pages hold minutes, agendas and papers of our committees, in German.\n\n"
        "**Binding version**\n\n"
        "The signed minutes are binding. These pages are for information.",
    },
    "privacy": {
        "de": "**Namen in Niederschriften**\n\n"
        "Niederschriften nennen, wer an einer Sitzung teilgenommen, gesprochen und abgestimmt hat. "
        "Rechtsgrundlage der Veröffentlichung: … (bitte eintragen).\n\n"
        "**Ihre Rechte**\n\n"
        "Sie können Auskunft, Berichtigung und Löschung verlangen, der Verarbeitung widersprechen und sich bei der "
        "Aufsichtsbehörde beschweren.\n\n"
        "**Protokolle des Webservers**\n\n"
        "… (Bitte eintragen, was der Webserver vor dieser Anwendung aufzeichnet und wie lange.)",
        "en": "**Names in minutes**\n\n"
        "Minutes name who took part in a session, spoke and voted. Legal basis of the publication: … (please enter)."
        "\n\n"
        "**Your rights**\n\n"
        "You may ask for access, rectification and erasure, object to the processing, and complain to the "
        "supervisory authority.\n\n"
        "**Logs of the web server**\n\n"
        "… (Please enter what the web server in front of this application records, and for how long.)",
    },
    "accessibility": {
        "de": "**Stand der Vereinbarkeit**\n\n"
        "Diese Website ist mit den Anforderungen … vereinbar. (Bitte eintragen: vollständig, teilweise oder nicht.)\n\n"
        "**Wie diese Erklärung entstanden ist**\n\n"
        "Grundlage ist eine Selbstbewertung vom … (bitte eintragen).\n\n"
        "**Nicht barrierefreie Inhalte**\n\n"
        "- Dateien zu Vorlagen, die von Dritten stammen: … (bitte prüfen und eintragen)",
        "en": "**Conformance status**\n\n"
        "This website is … compliant with the requirements. (Please enter: fully, partially or not.)\n\n"
        "**How this statement was prepared**\n\n"
        "It rests on a self-assessment of … (please enter).\n\n"
        "**Content that is not accessible**\n\n"
        "- files of papers that come from others: … (please check and enter)",
    },
    "easy-language": {"de": "", "en": ""},
    "sign-language": {"de": "", "en": ""},
}
