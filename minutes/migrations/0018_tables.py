"""What tables of votes say beside the counts, and exports of a whole body.

`manage.py rebuild` fills the former for what was published before.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("minutes", "0017_text_imports"),
    ]

    operations = [
        migrations.AddField("publishedvote", "invalid", models.PositiveIntegerField("invalid", blank=True, null=True)),
        migrations.AddField("publishedvote", "not_voting", models.PositiveIntegerField("not voting", blank=True, null=True)),
        migrations.AddField("publishedvote", "recused", models.PositiveIntegerField("recused", blank=True, null=True)),
        migrations.AddField("publishedvote", "majority", models.TextField("majority", blank=True, default=""), preserve_default=False),
        migrations.AddField(
            "exportjob",
            "body",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="committees.body",
                verbose_name="everything of",
            ),
        ),
    ]
