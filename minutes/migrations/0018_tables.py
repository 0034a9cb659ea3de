"""What tables of votes say beside the counts. `manage.py rebuild` fills it for what was published before."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("minutes", "0015_public_state"),
    ]

    operations = [
        migrations.AddField("publishedvote", "invalid", models.PositiveIntegerField("invalid", blank=True, null=True)),
        migrations.AddField("publishedvote", "not_voting", models.PositiveIntegerField("not voting", blank=True, null=True)),
        migrations.AddField("publishedvote", "recused", models.PositiveIntegerField("recused", blank=True, null=True)),
        migrations.AddField("publishedvote", "majority", models.TextField("majority", blank=True, default=""), preserve_default=False),
    ]
