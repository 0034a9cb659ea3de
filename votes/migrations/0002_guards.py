from django.db import migrations

from committees.guards import Install
from votes.closed_guards import CLOSED_VOTES
from votes.guards import VOTES


class Migration(migrations.Migration):
    dependencies = [("votes", "0001_initial"), ("committees", "0002_guards")]
    operations = [Install([*VOTES, *CLOSED_VOTES])]
