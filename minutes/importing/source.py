"""Room: minutes, importing. What imported minutes say of themselves, in the language of records. Pure."""

UNSIGNED = "Aus einem anderen System übernommen und hier nicht unterzeichnet."
"""The first of the record's `assumptions`: what is not from the source."""
