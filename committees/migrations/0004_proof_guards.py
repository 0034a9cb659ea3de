from django.db import migrations

from committees.guards import Install, Uninstall
from committees.room_guards import AUDIT


class Migration(migrations.Migration):
    """Puts the guards of the chain up anew: databases that had them already get them as they are now."""

    dependencies = [("committees", "0003_proof")]
    operations = [Uninstall(AUDIT), Install(AUDIT)]
