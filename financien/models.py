"""What it costs and who pays (rekenregels 5)."""

from django.db import models
from django.db.models import Q

from dordt_monitor.opmaak import format_bedrag
from programmalijnen.models import Geversioneerd, MetSleutel, MetVindplaats, Zekerheid
from programmalijnen.models.basis import keuzes
from programmalijnen.models.structuur import require_geen_kring, require_zelfde_programma
from programmalijnen.regels.begrippen import Precisie, Schaal

from .begrippen import Bedragtoestand, Financieringsoort, GeschrevenBedrag, Standsoort, Uitgavesoort

HEEFT_BEDRAG_OF_NIET = Q(toestand=Bedragtoestand.BEKEND, bedrag__isnull=False) | (
    ~Q(toestand=Bedragtoestand.BEKEND) & Q(bedrag__isnull=True)
)


class Geschreven:
    """An amount and its precision change together: two people who write one of them each, do clash."""

    @property
    def geschreven(self) -> GeschrevenBedrag:
        if self.bedrag is None:
            return GeschrevenBedrag()
        return GeschrevenBedrag(self.bedrag, Precisie(self.precisie))

    @geschreven.setter
    def geschreven(self, waarde: GeschrevenBedrag) -> None:
        self.bedrag, self.precisie = waarde


class MetBedrag(Geschreven, models.Model):
    """Euros with two decimals, or the state that says why there is no amount."""

    bedrag = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    toestand = models.CharField(max_length=24, choices=keuzes(Bedragtoestand), default=Bedragtoestand.BEKEND)
    precisie = models.CharField(max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=HEEFT_BEDRAG_OF_NIET,
                name="%(app_label)s_%(class)s_bedrag_past_bij_toestand",
                violation_error_message="Vul een bedrag in, of kies waarom er geen bedrag is.",
            )
        ]


class Financieringsbron(MetSleutel, MetVindplaats):
    """Who or what pays: a budget, a fund, a party."""

    naam = models.CharField(max_length=250)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta(MetSleutel.Meta):
        verbose_name = "financieringsbron"
        verbose_name_plural = "financieringsbronnen"

    def __str__(self) -> str:
        return self.naam


class Financiering(MetSleutel, MetBedrag, MetVindplaats):
    """A line of money of a lijn, or of the programme where the source says no more.

    `bekend_op` is the peildatum of the first report that may show the line. A line of cofinanciering stands
    under the line it accompanies and outside its total.
    """

    lijn = models.ForeignKey(
        "programmalijnen.Programmalijn", models.PROTECT, null=True, blank=True, related_name="financieringen"
    )
    bron = models.ForeignKey(Financieringsbron, models.PROTECT, related_name="financieringen")
    soort = models.CharField(
        max_length=40, choices=keuzes(Financieringsoort), default=Financieringsoort.NIET_VERMELD
    )
    schaal = models.CharField(max_length=20, choices=keuzes(Schaal), default=Schaal.NIET_VERMELD)
    ten_behoeve_van = models.CharField(max_length=250, blank=True)
    activiteit = models.ForeignKey(
        "programmalijnen.Activiteit", models.PROTECT, null=True, blank=True, related_name="financieringen"
    )
    toelichting = models.CharField(max_length=500, blank=True)
    periode = models.CharField(max_length=80, blank=True)
    jaar_van = models.PositiveSmallIntegerField(null=True, blank=True)
    jaar_tot = models.PositiveSmallIntegerField(null=True, blank=True)
    # The amount is paid in every year of the period, instead of once over all of it.
    per_jaar = models.BooleanField(default=False)
    bekend_op = models.DateField(null=True, blank=True)
    in_natura = models.BooleanField(default=False)
    besluit = models.ForeignKey(
        "programmalijnen.Besluit", models.PROTECT, null=True, blank=True, related_name="financieringen"
    )
    elders_verantwoord = models.CharField(max_length=250, blank=True)
    elders_programma = models.ForeignKey(
        "programmalijnen.Programma", models.PROTECT, null=True, blank=True, related_name="+"
    )
    cofinanciering_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="cofinanciering"
    )
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "financiering"
        verbose_name_plural = "financieringen"
        constraints = [*MetSleutel.Meta.constraints, *MetBedrag.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.bron} {self.ten_behoeve_van}".strip()

    @property
    def sleuteltitel(self) -> str:
        return f"{self.bron.naam[:30]} {self.ten_behoeve_van}"

    def clean(self) -> None:
        require_zelfde_programma(self, "lijn", "bron", "activiteit", "besluit", "cofinanciering_van")
        require_geen_kring(self, "cofinanciering_van")


class Financieringsstand(Geschreven, MetSleutel, MetVindplaats):
    """A step of a funding line with its amount in euros; `waarvan` names the stand it is a part of."""

    financiering = models.ForeignKey(Financiering, models.CASCADE, related_name="standen")
    stand = models.CharField(max_length=20, choices=keuzes(Standsoort))
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    precisie = models.CharField(max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES)
    waarvan = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="delen")
    periode = models.CharField(max_length=80, blank=True)
    besluit = models.ForeignKey(
        "programmalijnen.Besluit", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(MetSleutel.Meta):
        verbose_name = "stand van een financiering"
        verbose_name_plural = "standen van financieringen"

    def __str__(self) -> str:
        return f"{self.stand}: {self.bedrag}"

    @property
    def sleuteltitel(self) -> str:
        return f"{self.financiering.sleutel[:40]} {self.stand}"

    def clean(self) -> None:
        require_geen_kring(self, "waarvan")


class Kostenpost(MetSleutel, MetVindplaats):
    """What money is spent on; it counts once in every total, however many lines it serves.

    An onderdeel ("waarvan bijstandsverlening") is inside its parent's amounts; `aandeel` is its part in %.
    """

    titel = models.CharField(max_length=250)
    activiteit = models.ForeignKey(
        "programmalijnen.Activiteit", models.PROTECT, null=True, blank=True, related_name="kostenposten"
    )
    toelichting = models.CharField(max_length=500, blank=True)
    onderdeel_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderdelen"
    )
    aandeel = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    aandeel_precisie = models.CharField(max_length=12, choices=keuzes(Precisie), default=Precisie.PRECIES)
    volgorde = models.PositiveIntegerField(default=0)
    gearchiveerd = models.BooleanField(default=False)

    class Meta(MetSleutel.Meta):
        verbose_name = "kostenpost"
        verbose_name_plural = "kostenposten"
        constraints = [
            *MetSleutel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(aandeel__isnull=True) | Q(onderdeel_van__isnull=False, aandeel__lte=100),
                name="kostenpost_aandeel_van_een_ander",
                violation_error_message="Een aandeel is een percentage van de post waar dit onder valt.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def geschreven_aandeel(self) -> GeschrevenBedrag:
        """The part and its precision change together, as an amount does."""
        if self.aandeel is None:
            return GeschrevenBedrag()
        return GeschrevenBedrag(self.aandeel, Precisie(self.aandeel_precisie))

    @geschreven_aandeel.setter
    def geschreven_aandeel(self, waarde: GeschrevenBedrag) -> None:
        self.aandeel, self.aandeel_precisie = waarde

    def clean(self) -> None:
        require_zelfde_programma(self, "activiteit", "onderdeel_van")
        require_geen_kring(self, "onderdeel_van")


class KostenpostLijn(Geversioneerd):
    """A line that a kostenpost serves, surely or possibly; the first one owns it."""

    kostenpost = models.ForeignKey(Kostenpost, models.CASCADE, related_name="lijnen")
    lijn = models.ForeignKey("programmalijnen.Programmalijn", models.PROTECT, related_name="kostenposten")
    zekerheid = models.CharField(max_length=10, choices=keuzes(Zekerheid), default=Zekerheid.ZEKER)
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "lijn van een kostenpost"
        verbose_name_plural = "lijnen van kostenposten"
        constraints = [
            models.UniqueConstraint(
                fields=["kostenpost", "lijn"],
                name="kostenpostlijn_uniek",
                violation_error_message="Deze kostenpost is al aan deze lijn gekoppeld.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kostenpost} bij {self.lijn}"

    @property
    def programma(self):
        return self.kostenpost.programma

    @property
    def spoorsleutel(self) -> str:
        return f"{self.kostenpost.sleutel}/{self.lijn.code}"


class Uitgave(Geversioneerd, MetBedrag, MetVindplaats):
    """The amount of a post in a year, planned or realised; `tot_en_met` marks a partial year."""

    kostenpost = models.ForeignKey(Kostenpost, models.CASCADE, related_name="uitgaven")
    jaar = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=14, choices=keuzes(Uitgavesoort))
    tot_en_met = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "uitgave"
        verbose_name_plural = "uitgaven"
        constraints = [
            *MetBedrag.Meta.constraints,
            models.UniqueConstraint(
                fields=["kostenpost", "jaar", "soort"],
                name="uitgave_uniek",
                violation_error_message="Voor deze post en dit jaar staat al een bedrag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kostenpost} {self.jaar} {self.soort}"

    @property
    def programma(self):
        return self.kostenpost.programma

    @property
    def spoorsleutel(self) -> str:
        return f"{self.kostenpost.sleutel}/{self.jaar}-{self.soort}"


class GedruktTotaal(MetSleutel, MetVindplaats):
    """A total as a document prints it; shown beside ours, with the difference if there is one.

    Empty `soort` and `schaal`: the total of the line (or of the programme). `jaar` and `uitgavesoort`: a
    total of spending. `is_saldo`: what is left of the funding; without `jaar` it is said of every year.
    """

    lijn = models.ForeignKey(
        "programmalijnen.Programmalijn", models.PROTECT, null=True, blank=True, related_name="+"
    )
    soort = models.CharField(max_length=40, choices=keuzes(Financieringsoort), blank=True)
    schaal = models.CharField(max_length=20, choices=keuzes(Schaal), blank=True)
    jaar = models.PositiveSmallIntegerField(null=True, blank=True)
    uitgavesoort = models.CharField(max_length=14, choices=keuzes(Uitgavesoort), blank=True)
    is_saldo = models.BooleanField(default=False)
    titel = models.CharField(max_length=250, blank=True)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta(MetSleutel.Meta):
        verbose_name = "gedrukt totaal"
        verbose_name_plural = "gedrukte totalen"
        constraints = [
            *MetSleutel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_saldo=False) | Q(uitgavesoort="", soort="", schaal=""),
                name="gedrukttotaal_saldo_van_alles",
                violation_error_message="Een saldo is dekking min kosten: kies daarbij geen soort of schaal.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} {format_bedrag(self.bedrag)}"
