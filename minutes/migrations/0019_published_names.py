"""How a publication calls its body and its committee, kept with its issue; lists read it there."""

import json

from django.db import migrations, models

_BATCH = 500


def take_from_records(apps, schema_editor):
    Issue = apps.get_model("minutes", "Issue")
    rows = Issue.objects.order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last).values_list("pk", "publication__record")[:_BATCH]):
        Issue.objects.bulk_update([_named(Issue, pk, json.loads(record)) for pk, record in batch], _COLUMNS)
        last = batch[-1][0]


_COLUMNS = ["body_key", "body_name", "committee_name"]


def _named(model, pk, record):
    body, committee = record["body"], record.get("committee") or {}
    return model(pk=pk, body_key=body["key"], body_name=body["name"], committee_name=committee.get("name", ""))


class Migration(migrations.Migration):

    dependencies = [
        ("minutes", "0018_tables"),
    ]

    operations = [
        migrations.AddField("issue", "body_key", models.CharField("body", max_length=20, default=""), preserve_default=False),
        migrations.AddField("issue", "body_name", models.TextField("name of the body", default=""), preserve_default=False),
        migrations.AddField(
            "issue",
            "committee_name",
            models.TextField("name of the committee", blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(take_from_records, migrations.RunPython.noop, elidable=True),
        migrations.RemoveIndex("issue", "issue_by_reference"),
        migrations.AddIndex("issue", models.Index(fields=["reference", "body_key"], name="issue_by_reference")),
        # With a default it can be put back.
        migrations.AlterField("publishedminutes", "body_name", models.TextField("body", default="")),
        migrations.RemoveField("publishedminutes", "body_name"),
    ]
