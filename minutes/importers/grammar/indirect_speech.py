"""Indirect speech: the verbs by which a sentence tells what somebody has said: `Die Kosten lägen höher.` Pure."""

import re

# Subjunctives; of those that the indicative shares (`sie müssten`, `es hätte`) the ones that minutes hardly use for it.
_SUBJUNCTIVES = """
sei seien habe hätten? werde würden? wäre wären müsse müssten? könne könnten? solle wolle dürfe dürften? möge
bedeute betrage bleibe brauche bringe dauere denke erfolge fehle finde führe gebe gäbe gehe gehöre gelte ginge halte handle
komme koste käme lasse liege lägen? mache nehme rechne reiche sehe spreche stamme stehe tauge trage träfe wisse zahle zeige
""".split()
_REPORTED = re.compile(rf"\b(?:{'|'.join(_SUBJUNCTIVES)})\b")


def is_reported(text: str) -> bool:
    """Whether a verb of indirect speech stands in a text."""
    return _REPORTED.search(text) is not None
