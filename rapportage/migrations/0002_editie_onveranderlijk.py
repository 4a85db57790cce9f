from django.db import migrations

from dordt_monitor.alleen_toevoegen import create_triggers, drop_triggers, for_migration


class Migration(migrations.Migration):
    dependencies = [("rapportage", "0001_begin")]
    operations = [
        migrations.RunPython(for_migration(create_triggers, tabel), for_migration(drop_triggers, tabel))
        for tabel in ("rapportage_editie", "rapportage_lotgeval")
    ]
