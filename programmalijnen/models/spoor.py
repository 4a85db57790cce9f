"""The trail of every change, and the keys that were ever given out."""

from django.db import models


class Wijziging(models.Model):
    """One changed row within one handeling; append-only (ontwerp 3, "The trail").

    `velden` is {name: [old, new]} with plain JSON values; a new row has old None throughout.
    """

    handeling = models.UUIDField()
    naam = models.CharField(max_length=60)
    programma = models.ForeignKey("programmalijnen.Programma", models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=300)  # the longest: an indicator and the name of a category
    aard = models.CharField(
        max_length=12, choices=[(woord, woord) for woord in ("nieuw", "gewijzigd", "verwijderd")]
    )
    velden = models.JSONField()
    door = models.ForeignKey("programmalijnen.Gebruiker", models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField()
    reden = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name = "wijziging"
        verbose_name_plural = "wijzigingen"
        indexes = [
            models.Index(fields=["programma", "-op", "-id"], name="wijziging_per_programma"),
            models.Index(fields=["handeling", "id"], name="wijziging_per_handeling"),
            models.Index(fields=["programma", "soort", "sleutel"], name="wijziging_per_ding"),
        ]

    def __str__(self) -> str:
        return f"{self.naam}: {self.soort} {self.sleutel}"


class UitgegevenSleutel(models.Model):
    """Remembers every key given out, so that a deleted object's key is never reused."""

    programma = models.ForeignKey("programmalijnen.Programma", models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "soort", "sleutel"], name="sleutel_een_keer_uitgegeven"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel}"
