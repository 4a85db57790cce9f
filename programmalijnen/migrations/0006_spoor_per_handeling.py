from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmalijnen", "0005_inloglink")]
    operations = [
        migrations.AddIndex(
            model_name="wijziging",
            index=models.Index(fields=["handeling", "id"], name="wijziging_per_handeling"),
        )
    ]
