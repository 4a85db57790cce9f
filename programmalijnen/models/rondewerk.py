"""What is arranged around a round: an exception for one person, a reminder, an answer to a warning."""

from django.db import models

from .basis import Geversioneerd
from .structuur import require_zelfde_programma


class VanRonde(Geversioneerd):
    """A row of one round."""

    class Meta:
        abstract = True

    @property
    def programma(self):
        return self.ronde.programma

    @property
    def programma_id(self) -> int:
        return self.ronde.programma_id


class Uitzondering(VanRonde):
    """One person may still fill in a closed round, up to and including `tot_en_met`."""

    ronde = models.ForeignKey(
        "programmalijnen.Rapportageronde", models.PROTECT, related_name="uitzonderingen"
    )
    teamlid = models.ForeignKey("programmalijnen.Teamlid", models.PROTECT, related_name="uitzonderingen")
    tot_en_met = models.DateField()
    reden = models.CharField(max_length=500)

    class Meta:
        verbose_name = "uitzondering"
        verbose_name_plural = "uitzonderingen"
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "teamlid"],
                name="uitzondering_een_per_persoon",
                violation_error_message="Deze persoon heeft in deze ronde al een uitzondering.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.teamlid.gebruiker} tot en met {self.tot_en_met}"

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/{self.teamlid.spoorsleutel}"

    def clean(self) -> None:
        require_zelfde_programma(self, "teamlid")


class Herinnering(VanRonde):
    """An e-mail about a round to one person; never two on a day."""

    ronde = models.ForeignKey("programmalijnen.Rapportageronde", models.PROTECT, related_name="herinneringen")
    teamlid = models.ForeignKey("programmalijnen.Teamlid", models.PROTECT, related_name="herinneringen")
    datum = models.DateField()
    aanleiding = models.CharField(max_length=40)

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "teamlid", "datum"],
                name="herinnering_een_per_dag",
                violation_error_message="Deze persoon kreeg vandaag al een herinnering.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.teamlid.gebruiker}, {self.datum}"

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/{self.teamlid.spoorsleutel}/{self.datum}"


class Waarschuwingsantwoord(VanRonde):
    """What the team says about a warning; it goes into the edition (rekenregels 4).

    It answers `zin`, the warning as it stood then: when the figures change the warning, it asks again.
    """

    ronde = models.ForeignKey("programmalijnen.Rapportageronde", models.PROTECT, related_name="antwoorden")
    waarschuwing = models.CharField(max_length=200)
    zin = models.CharField(max_length=1000)
    antwoord = models.CharField(max_length=1000)

    class Meta:
        verbose_name = "antwoord op een waarschuwing"
        verbose_name_plural = "antwoorden op waarschuwingen"
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "waarschuwing"],
                name="waarschuwing_een_antwoord",
                violation_error_message="Op deze waarschuwing is al een antwoord gegeven.",
            )
        ]

    def __str__(self) -> str:
        return self.antwoord

    @property
    def spoorsleutel(self) -> str:
        return f"{self.ronde.slug}/{self.waarschuwing}"
