from django.db import migrations

from committees.guards import COMMITTEES, Install


class Migration(migrations.Migration):
    dependencies = [("committees", "0001_initial")]
    operations = [Install(COMMITTEES)]
