from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", "committees_cache", database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE committees_cache")


class Migration(migrations.Migration):
    dependencies = [("committees", "0004_confidentiality")]
    operations = [migrations.RunPython(create, drop)]
