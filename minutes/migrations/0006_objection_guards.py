from django.db import migrations

from committees.guards import Install
from minutes.guards import OBJECTIONS


class Migration(migrations.Migration):
    dependencies = [("minutes", "0005_reminders")]
    operations = [Install(OBJECTIONS)]
