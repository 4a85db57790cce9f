from django.db import migrations

from dordt_monitor.alleen_toevoegen import create_triggers, drop_triggers, for_migration

TABEL = "programmalijnen_uitgegevensleutel"


class Migration(migrations.Migration):
    dependencies = [("programmalijnen", "0003_ronde_van_begin_tot_eind")]
    operations = [
        migrations.RunPython(for_migration(create_triggers, TABEL), for_migration(drop_triggers, TABEL))
    ]
