from django.db import migrations

from committees.guards import Install, Uninstall
from minutes.guards import PUBLISHED, SEALS, SIGNED


class Migration(migrations.Migration):
    """Puts the guards of sealed and published rows up anew: databases that had them get them as they are now."""

    dependencies = [("minutes", "0002_guards"), ("committees", "0004_proof_guards")]
    operations = [Uninstall([*SEALS, *SIGNED, *PUBLISHED]), Install([*SEALS, *SIGNED, *PUBLISHED])]
