"""What the documents contradict and what we had to assume (rekenregels 6, ontwerp 6)."""

from enum import StrEnum

from django.db import models

from .basis import MetSleutel, MetVindplaats, keuzes


class Tegenspraaksoort(StrEnum):
    CIJFER = "cijfer"
    TITEL = "titel"
    NUMMER = "nummer"
    PERIODE = "periode"
    DEFINITIE = "mogelijk andere definitie"


class MetWaarom:
    """`reden` under another name: on a page the reason of a change is called so."""

    @property
    def waarom(self) -> str:
        return self.reden

    @waarom.setter
    def waarom(self, tekst: str) -> None:
        self.reden = tekst


class Tegenspraak(MetWaarom, MetSleutel):
    """Two places that disagree: both places, both values, which one is used and why."""

    onderwerp = models.CharField(max_length=250)
    soort = models.CharField(max_length=30, choices=keuzes(Tegenspraaksoort))
    plaats_a = models.CharField(max_length=200)
    waarde_a = models.CharField(max_length=500)
    plaats_b = models.CharField(max_length=200)
    waarde_b = models.CharField(max_length=500)
    gebruikt = models.CharField(max_length=500)
    reden = models.CharField(max_length=500)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta(MetSleutel.Meta):
        verbose_name = "tegenspraak"
        verbose_name_plural = "tegenspraken"

    def __str__(self) -> str:
        return self.onderwerp


class Aanname(MetWaarom, MetSleutel, MetVindplaats):
    """A choice the model needs and no source makes, with its reason."""

    over = models.CharField(max_length=200)
    tekst = models.CharField(max_length=500)
    reden = models.CharField(max_length=500)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta(MetSleutel.Meta):
        verbose_name = "aanname"
        verbose_name_plural = "aannames"

    def __str__(self) -> str:
        return self.tekst
