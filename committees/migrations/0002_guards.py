from django.db import migrations

from committees.guards import Install
from committees.room_guards import COMMITTEES


class Migration(migrations.Migration):
    dependencies = [("committees", "0001_initial")]
    operations = [Install(COMMITTEES)]
