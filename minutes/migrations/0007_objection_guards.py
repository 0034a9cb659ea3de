from django.db import migrations

from committees.guards import Install
from minutes.guards import OBJECTIONS


class Migration(migrations.Migration):
    dependencies = [("minutes", "0006_published_files")]
    operations = [Install(OBJECTIONS)]
