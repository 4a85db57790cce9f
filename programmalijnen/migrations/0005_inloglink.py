from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmalijnen", "0004_uitgegeven_sleutel_blijft")]
    operations = [
        migrations.AddField(
            model_name="gebruiker",
            name="inloglink_op",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="inloglink gemaakt op"
            ),
        )
    ]
