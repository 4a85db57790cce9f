"""The report as an object in memory, frozen: what every page, chart, file and edition is drawn from.

No model, no request, no chart. Every figure a renderer shows is a field, computed once by `build_rapport`.
Amounts are euros with two decimals, measured values have the decimals of their indicator, ratios four
places; `…_afgedrukt` is the Dutch print of a figure. A new field gets a default, so that older editions load.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from programmalijnen.regels.feiten import Waarom

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmakop:
    slug: str
    naam: str
    ondertitel: str
    omschrijving: str
    lijn_enkelvoud: str
    lijn_meervoud: str
    partners: str = ""
    looptijd: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondekop:
    slug: str
    titel: str
    label: str
    jaar: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Editiekop:
    """How the report was adopted; `overgenomen_uit` names the document an edition was taken from."""

    versie: int
    vastgesteld_op: date | None = None
    besluit: str = ""
    overgenomen_uit: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelregel:
    """A person's verdict; an empty `waarde` is *nog niet beoordeeld*."""

    waarde: str = ""
    horizon: str = ""
    oorzaak: str = ""
    gevolg: str = ""
    bijsturing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelichtingregel:
    sleutel: str
    onderwerp: str
    tekst: str
    oordeel: Oordeelregel = Oordeelregel()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermeldingregel:
    """Where another line or programme names this; `soort` is verwijzing, relatie or elders gerapporteerd.

    It counts here, and is only named there. Of this same programme `programma` is its own slug.
    """

    programma: str
    naam: str
    lijn: str
    soort: str
    zekerheid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsplitsingregel:
    """A category; `telt_mee` None: nobody recorded whether it counts in the total."""

    categorie: str
    waarde: Decimal | None
    afgedrukt: str
    toestand: str
    telt_mee: bool | None
    precisie: str = "precies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metingregel:
    """A value with its period as written. Only categories known: `waarde` None and `uitsplitsing` filled."""

    sleutel: str
    periode: str
    peildatum: date
    waarde: Decimal | None
    afgedrukt: str
    toestand: str
    precisie: str
    is_nulmeting: bool
    bron: str
    opmerking: str = ""
    uitsplitsing: tuple[Uitsplitsingregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatorregel:
    """An indicator with its metingen up to the peildatum, oldest first; `laatste` is the newest."""

    sleutel: str
    naam: str
    eenheid: str
    decimalen: int
    soort: str
    bron: str
    toelichting: str
    is_contextcijfer: bool
    metingen: tuple[Metingregel, ...]
    laatste: Metingregel | None
    verwezen_vanuit: tuple[Vermeldingregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Startregel:
    waarde: Decimal | None
    afgedrukt: str
    periode: str
    peildatum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Streefwaarderegel:
    waarde: Decimal | None
    laag: Decimal | None
    hoog: Decimal | None
    afgedrukt: str
    vanaf: date | None
    besluit: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    stap: str
    woorden: str
    peildatum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsvraagregel:
    """`antwoord` is ja, nee or niet van toepassing."""

    vraag: str
    antwoord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsregel:
    """How many of the audit offices' questions that apply were answered with yes (rekenregels 4)."""

    ja: int
    van: int
    vragen: tuple[Toetsvraagregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel:
    """A doel with everything the rules say about it (rekenregels 2 and 3).

    `doelperiode` is the period of the agreement, `periode` and `peildatum` those of the measurement that
    counts. `balk` and `verwacht_balk` are widths of 0..100 or None. `onderdeel_van` is the sleutel of the
    doel this one is a "daarvan" of; `delen` are the parts of a doel of the form samengesteld.
    `vergelijkcijfer` is the sleutel of the indicator that a doel of the form vergelijking is held against.
    """

    sleutel: str
    omschrijving: str
    vorm: str
    richting: str
    toestand: str
    besluit: str
    doelperiode: str
    doel_van: date | None
    doel_tot: date | None
    indicator: str
    streefwaarde: Decimal | None
    laag: Decimal | None
    hoog: Decimal | None
    streefwaarde_afgedrukt: str
    eenheid: str
    decimalen: int
    waarde: Decimal | None
    waarde_afgedrukt: str
    waarde_toestand: str
    precisie: str
    periode: str
    peildatum: date | None
    peildatum_tekst: str
    start: Startregel | None
    verwacht: Decimal | None
    verwacht_afgedrukt: str
    verhouding: Decimal | None
    bereikt: Decimal | None
    bereikt_afgedrukt: str
    aandeel_afgedrukt: str
    balk: Decimal | None
    verwacht_balk: Decimal | None
    afgedrukt: str
    koers: str
    koers_afgedrukt: str
    reden: str
    telling: str
    waarom: Waarom
    uitsplitsing: tuple[Uitsplitsingregel, ...]
    bron: str
    vindplaats: str
    onderdeel_van: str = ""
    elders: str = ""
    elders_programma: str = ""
    stap: Stapregel | None = None
    streefwaarden: tuple[Streefwaarderegel, ...] = ()
    delen: tuple["Doelregel", ...] = ()
    volgend_jaar: bool = False
    aanpak: str = ""
    toets: Toetsregel | None = None
    niveau: str = ""
    vergelijkcijfer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdspadregel:
    """A planning as written; `van`, `tot` and `precisie` are what can be computed from how it stands now.

    An empty `precisie` goes with no text at all; *onbekend* with a text that names no days for sure.
    """

    oorspronkelijk: str = ""
    actueel: str = ""
    reden: str = ""
    van: date | None = None
    tot: date | None = None
    precisie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activiteitregel:
    """A row of the report. `opgave` says whether it is reported here, elsewhere or not in this round.

    `elders` says where ("via de lijn van Agenda 2030"); `doelen` holds those of this year,
    `doelen_volgend_jaar` the next, `doelen_afgelopen` those that ended since the last round and await or
    have their eindstand; `onderdelen` are rows below this one.
    """

    sleutel: str
    titel: str
    groep: str
    schaal: str
    soort: str
    opgave: str
    elders: str
    elders_programma: str
    ambitie: str
    doelen: tuple[Doelregel, ...]
    doelen_volgend_jaar: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]
    realisatie: str
    oordeel: Oordeelregel
    onderdelen: tuple["Activiteitregel", ...]
    partners: str = ""
    projectomvang: Decimal | None = None
    projectomvang_afgedrukt: str = ""
    projectomvang_toelichting: str = ""
    tijdspad: Tijdspadregel = Tijdspadregel()
    vindplaats: str = ""
    doelen_afgelopen: tuple[Doelregel, ...] = ()
    verwezen_vanuit: tuple[Vermeldingregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambitieregel:
    """ "Wat willen we bereiken?"; `activiteiten` are sleutels of rows of the same line."""

    sleutel: str
    titel: str
    tijdspad: Tijdspadregel
    doelen: tuple[Doelregel, ...]
    doelen_volgend_jaar: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]
    activiteiten: tuple[str, ...]
    doelen_afgelopen: tuple[Doelregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Berichtregel:
    """What the owner's report says of a thing that is named here, copied as it stood (docs/adr, 11).

    Of another programme: its newest public edition up to this peildatum. Of this same programme: this report,
    with `versie` 0 in a concept. `cijfers` are printed sentences ("60 van 100, t/m juli 2024"). `sleutel` is
    that of its row there, empty for what is reported in parts only: then `onderdelen` say it.
    """

    ronde: str
    versie: int
    rapport: str
    peildatum: date
    lijn: str
    titel: str
    opgave: str
    realisatie: str
    oordeel: Oordeelregel
    cijfers: tuple[str, ...]
    sleutel: str = ""
    onderdelen: tuple["Berichtregel", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzingregel:
    """What another line or programme owns, and where it counts.

    `eigenaar_programma` and `eigenaar_naam` are slug and name, empty with `doel_sleutel` for a programme that
    is not openbaar; `eigenaar_lijn` is a code, empty when unknown. `ambitie` is the sleutel of the one that
    names it, in this line. `bericht` None: nothing public is known.
    """

    sleutel: str
    titel: str
    zekerheid: str
    tijdspad: str
    soort: str
    eigenaar_programma: str
    eigenaar_lijn: str
    doel_sleutel: str
    eigenaar_naam: str = ""
    bericht: Berichtregel | None = None
    ambitie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatieregel:
    """A bond with another programme or policy, without figures; `lijn` empty: of the whole programme.

    `ander_programma` and `andere_lijn` are slug and code, empty for what is not in the system or not public.
    """

    sleutel: str
    titel: str
    tekst: str
    lijn: str
    ander_programma: str
    ander_programma_naam: str
    andere_lijn: str
    url: str
    vindplaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standregel:
    """A step of funding and its amount; `waarvan` is the step it is a part of ("gereserveerd")."""

    stand: str
    bedrag: Decimal
    precisie: str
    waarvan: str = ""
    periode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Financieringregel:
    """A line of money; `bedrag` None has its `toestand` ("niet vermeld").

    `jaar_van` and `jaar_tot` bound its period. `per_jaar`: the amount is paid in every year of it.
    """

    sleutel: str
    bron: str
    bedrag: Decimal | None
    toestand: str
    precisie: str
    ten_behoeve_van: str
    activiteit: str
    periode: str
    in_natura: bool
    elders_verantwoord: str
    elders_programma: str
    toelichting: str
    vindplaats: str
    standen: tuple[Standregel, ...] = ()
    cofinanciering: tuple["Financieringregel", ...] = ()
    per_jaar: bool = False
    jaar_van: int | None = None
    jaar_tot: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Financieringsgroep:
    """Lines of one soort, schaal and period with their sum.

    `telt_mee` is False for what is no money of the round's year: of other years, or of several. `gedrukt` is
    the total a document prints (None: *berekend*), `verschil` is ours minus theirs. `onvolledig` names the
    lines without an amount.
    """

    soort: str
    schaal: str
    periode: str
    telt_mee: bool
    bedrag: Decimal | None
    onvolledig: str
    gedrukt: Decimal | None
    verschil: Decimal | None
    regels: tuple[Financieringregel, ...]
    precisie: str = "precies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgaveregel:
    """An amount of a post in a year; `tot_en_met` marks a partial year."""

    jaar: int
    soort: str
    bedrag: Decimal | None
    toestand: str
    precisie: str
    tot_en_met: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenpostregel:
    """A post; `lijnen` are codes of the lines it serves, `mogelijke_lijnen` those not sure.

    It counts once in every total. One that is `onderdeel_van` another (its sleutel) is inside the amounts of
    that post and never added; `aandeel` is its part in %, of which no amount is made.
    """

    sleutel: str
    titel: str
    activiteit: str
    lijnen: tuple[str, ...]
    uitgaven: tuple[Uitgaveregel, ...]
    telt_in_meer_lijnen: bool = False
    mogelijke_lijnen: tuple[str, ...] = ()
    toelichting: str = ""
    onderdeel_van: str = ""
    aandeel: Decimal | None = None
    aandeel_precisie: str = "precies"
    aandeel_afgedrukt: str = ""
    vindplaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaartotaal:
    """The sum of a year's spending; `afwijking` is words ("€ 12.000 lager dan gepland")."""

    jaar: int
    soort: str
    bedrag: Decimal | None
    onvolledig: str
    gedrukt: Decimal | None
    verschil: Decimal | None
    tot_en_met: date | None = None
    afwijking: str = ""
    precisie: str = "precies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standtotaal:
    """All lines in one stand; `waarvan` is the stand that all of it is a part of ("gereserveerd")."""

    stand: str
    bedrag: Decimal
    precisie: str = "precies"
    waarvan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saldoregel:
    """The planned kosten of a year beside the money that covers them and is accounted for here.

    `woorden` say the difference ("€ 5.000 overschot"). `gedrukt` is what a document prints (None:
    *berekend*), `verschil` ours minus theirs; `onvolledig` names what is in neither.
    """

    jaar: int
    dekking: Decimal
    dekking_precisie: str
    kosten: Decimal
    kosten_precisie: str
    bedrag: Decimal
    precisie: str
    woorden: str
    onvolledig: str = ""
    gedrukt: Decimal | None = None
    verschil: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Financien:
    """The money of a line or of the programme; `totaal` is of the round's year, None without any amount.

    `totaal_gedrukt` None means that no source prints it: label it *berekend*. `standen` are those of all
    lines, of whatever year; `saldi` one for each year of which dekking and planned kosten are known.
    """

    groepen: tuple[Financieringsgroep, ...] = ()
    totaal: Decimal | None = None
    totaal_precisie: str = "precies"
    totaal_onvolledig: str = ""
    totaal_gedrukt: Decimal | None = None
    totaal_verschil: Decimal | None = None
    waarvan_elders: Decimal | None = None
    investering: Decimal | None = None
    gegenereerd: Decimal | None = None
    hefboom: Decimal | None = None
    standen: tuple[Standtotaal, ...] = ()
    kostenposten: tuple[Kostenpostregel, ...] = ()
    jaartotalen: tuple[Jaartotaal, ...] = ()
    saldi: tuple[Saldoregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tel:
    """How many of a kind: a koers or oordeel and its number."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellingen:
    """Counts, never averages (rekenregels 3, "Upwards"); every pile is present, also at 0.

    `met_koers` counts the doelen with a computed verdict, `beoordeeld` the activiteiten with an oordeel.
    """

    doelen: tuple[Tel, ...] = ()
    oordelen: tuple[Tel, ...] = ()
    aantal_doelen: int = 0
    aantal_activiteiten: int = 0
    met_koers: int = 0
    beoordeeld: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnregel:
    """A line in report order; `ouder` is the code of the line it stands under, or empty."""

    sleutel: str
    code: str
    ouder: str
    titel: str
    doelstelling: str
    portefeuillehouder: str
    toelichtingen: tuple[Toelichtingregel, ...]
    ambities: tuple[Ambitieregel, ...]
    doelen: tuple[Doelregel, ...]
    doelen_volgend_jaar: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]
    activiteiten: tuple[Activiteitregel, ...]
    verwijzingen: tuple[Verwijzingregel, ...]
    financien: Financien
    tellingen: Tellingen
    doelen_afgelopen: tuple[Doelregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaalregel:
    """A milestone: first and present planning as written, `van` and `tot` what can be computed from it."""

    sleutel: str
    titel: str
    lijn: str
    activiteit: str
    bestuurlijk: bool
    oorspronkelijk: str
    actueel: str
    staat: str
    reden: str
    van: date | None
    tot: date | None
    besluit: str
    vindplaats: str
    groep: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitregel:
    sleutel: str
    nummer: str
    titel: str
    orgaan: str
    datum: date | None
    datum_tekst: str
    vindplaats: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegenspraakregel:
    sleutel: str
    onderwerp: str
    soort: str
    plaats_a: str
    waarde_a: str
    plaats_b: str
    waarde_b: str
    gebruikt: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aannameregel:
    sleutel: str
    over: str
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarschuwingregel:
    """A warning of the check before adopting, and what the team says about it (rekenregels 4)."""

    sleutel: str
    zin: str
    antwoord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """One report of one round; `editie` None is the live concept.

    `lijnen` is flat, in report order. `doelen` and `indicatoren` on this level hang on the programme itself.
    `goedgekeurd` counts the texts that were approved, `zelf_goedgekeurd` those of them that one person both
    entered and approved.
    """

    schema: int
    programma: Programmakop
    ronde: Rondekop
    peildatum: date
    editie: Editiekop | None
    toelichtingen: tuple[Toelichtingregel, ...]
    doelen: tuple[Doelregel, ...]
    doelen_volgend_jaar: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]
    lijnen: tuple[Lijnregel, ...]
    financien: Financien
    tellingen: Tellingen
    mijlpalen: tuple[Mijlpaalregel, ...]
    besluiten: tuple[Besluitregel, ...]
    tegenspraken: tuple[Tegenspraakregel, ...]
    aannames: tuple[Aannameregel, ...]
    antwoorden: tuple[Waarschuwingregel, ...] = ()
    goedgekeurd: int = 0
    zelf_goedgekeurd: int = 0
    legenda: tuple[str, ...] = ()
    doelen_afgelopen: tuple[Doelregel, ...] = ()
    relaties: tuple[Relatieregel, ...] = ()
    verwezen_vanuit: tuple[Vermeldingregel, ...] = ()
