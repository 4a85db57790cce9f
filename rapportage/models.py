"""A report adopted and stored, and what happened to it since (ontwerp 3, "Editie")."""

from enum import StrEnum

from django.db import models

from programmalijnen.models.basis import keuzes


class Editie(models.Model):
    """The frozen report of a round. Written once: a trigger refuses UPDATE and DELETE.

    `inhoud` is the canonical JSON of the Rapport, `sha256` the hash of its UTF-8 bytes. The other columns
    repeat what lists for people show, so that a list never reads the content.
    """

    ronde = models.ForeignKey("programmalijnen.Rapportageronde", models.PROTECT, related_name="edities")
    versie = models.PositiveSmallIntegerField()
    inhoud = models.TextField()
    sha256 = models.CharField(max_length=64)
    schema = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=200)
    vastgesteld_op = models.DateField(null=True, blank=True)
    besluit = models.CharField(max_length=250, blank=True)
    overgenomen_uit = models.CharField(max_length=250, blank=True)
    reden = models.CharField(max_length=1000, blank=True)
    samenvatting = models.CharField(max_length=500, blank=True)
    # Counts and totals for lists over programmes, as JSON. Empty in editions from before it existed, which
    # are counted from their content. Nullable, so that the column is added to the table as it is: making
    # the table anew would lose its trigger.
    kerncijfers = models.TextField(null=True, blank=True)  # noqa: DJ001
    opgeslagen_op = models.DateTimeField()
    door = models.ForeignKey(
        "programmalijnen.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        constraints = [
            models.UniqueConstraint(fields=["ronde", "versie"], name="editie_versie_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.titel}, versie {self.versie}"

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/v{self.versie}"

    @property
    def programma(self):
        return self.ronde.programma


class Lotgevalsoort(StrEnum):
    OPENBAAR = "openbaar vanaf"
    INGETROKKEN = "ingetrokken"
    OPGEVOLGD = "opgevolgd"


class Lotgeval(models.Model):
    """Something that happened to an edition after it was written; append-only, the last of a kind counts."""

    editie = models.ForeignKey(Editie, models.PROTECT, related_name="lotgevallen")
    soort = models.CharField(max_length=16, choices=keuzes(Lotgevalsoort))
    datum = models.DateField()
    opvolger = models.ForeignKey(Editie, models.PROTECT, null=True, blank=True, related_name="+")
    reden = models.CharField(max_length=1000, blank=True)
    op = models.DateTimeField()
    door = models.ForeignKey(
        "programmalijnen.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "stand van een editie"
        verbose_name_plural = "standen van edities"

    def __str__(self) -> str:
        return f"{self.editie}: {self.soort}"

    @property
    def spoorsleutel(self) -> str:
        return f"{self.editie.spoorsleutel}/{self.soort}"

    @property
    def programma(self):
        return self.editie.programma
