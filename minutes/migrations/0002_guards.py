from django.db import migrations

from committees.guards import Install
from minutes.guards import PUBLISHED, SEALS, SIGNED


class Migration(migrations.Migration):
    dependencies = [("minutes", "0001_initial"), ("committees", "0003_proof"), ("votes", "0002_guards")]
    operations = [Install([*SEALS, *SIGNED, *PUBLISHED])]
