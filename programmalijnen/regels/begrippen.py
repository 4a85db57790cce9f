"""The closed vocabularies of the progress rules; every value is the word people read (rekenregels 1-3)."""

from enum import StrEnum


class Toestand(StrEnum):
    """What is known of a value; never turned into each other (rekenregels 1)."""

    GEMETEN = "gemeten"
    NIET_GEMETEN = "niet gemeten"
    NIET_GERAPPORTEERD = "niet gerapporteerd in deze ronde"
    NIET_VAN_TOEPASSING = "niet van toepassing"
    ELDERS = "elders gerapporteerd"


class Precisie(StrEnum):
    """How exact a value is; printed with it."""

    PRECIES = "precies"
    CIRCA = "circa"
    RUIM = "ruim"
    SCHATTING = "schatting"


class Soort(StrEnum):
    """Stroom counts from the start of its year, stand is the level on a day; a source may not say which."""

    STROOM = "stroom"
    STAND = "stand"
    NIET_VERMELD = "niet vermeld"


class Vorm(StrEnum):
    """The form of an agreement, which decides when it is reached (rekenregels 2)."""

    GETAL = "getal"
    BANDBREEDTE = "bandbreedte"
    RICHTING = "richting"
    RELATIEF = "relatief"
    VERGELIJKING = "vergelijking"
    OPLEVERING = "oplevering"
    SAMENGESTELD = "samengesteld"
    TEKST = "tekst"
    ELDERS = "elders"


class Richting(StrEnum):
    GEEN = ""
    MEER = "meer"
    MINDER = "minder"


class Doeltoestand(StrEnum):
    VOORGESTELD = "voorgesteld"
    AFGESPROKEN = "afgesproken"
    VERVALLEN = "vervallen"


class Relatiefsoort(StrEnum):
    """What "+5%" means; where nobody agreed it, nothing can be computed."""

    PROCENT = "procent"
    PROCENTPUNT = "procentpunt"
    NIET_AFGESPROKEN = "niet afgesproken"


class Tussenverwachting(StrEnum):
    """Where the expected position comes from (rekenregels 3)."""

    GELIJKMATIG = "gelijkmatig over de periode"
    FASERING = "afgesproken fasering"
    GEEN = "geen tussentijdse verwachting"


class Stap(StrEnum):
    """A step of an oplevering, set by a person with the words it rests on."""

    NIET_GESTART = "niet gestart"
    BEZIG = "bezig"
    DEELS_GEREED = "deels gereed"
    GEREED = "gereed"
    VERVALLEN = "vervallen"


class Koers(StrEnum):
    """Every answer the rules can give about a doel; the value is what is printed."""

    BEHAALD = "behaald"
    DEELS_BEHAALD = "deels behaald"
    NIET_BEHAALD = "niet behaald"
    OP_DOELNIVEAU = "op doelniveau"
    UITGANGSPOSITIE = "uitgangspositie, al op doelniveau"
    OP_SCHEMA = "op schema"
    AANDACHT = "aandacht"
    ACHTER = "achter"
    VERSLECHTERD = "verslechterd"
    BETER = "beter"
    GELIJK = "gelijk"
    SLECHTER = "slechter"
    EEN_METING = "één meting, nog niets om mee te vergelijken"
    GEEN_KOERS = "geen koers"
    GEEN_OORDEEL = "geen oordeel"
    TE_VROEG = "te vroeg"
    NIET_TE_BEREKENEN = "niet te berekenen"
    NIET_TE_VERGELIJKEN = "nog niet te vergelijken"
    NIET_GEMETEN = "niet gemeten"
    NIET_GERAPPORTEERD = "niet gerapporteerd in deze ronde"
    NIET_VAN_TOEPASSING = "niet van toepassing"
    EINDSTAND_NIET_GEMETEN = "eindstand niet gemeten"
    GEEN_DOEL = "geen doel in deze periode"
    NIET_GESTART = "niet gestart"
    BEZIG = "bezig"
    DEELS_GEREED = "deels gereed"
    GEREED = "gereed"
    GEEN_STAP = "niet vermeld hoe ver dit is"
    VERVALLEN = "vervallen"
    NIET_BEREKEND = "in woorden, niet berekend"
    ELDERS = "elders gerapporteerd"


class Telling(StrEnum):
    """The nine piles of which every doel lies in exactly one (rekenregels 3, "Upwards")."""

    BEHAALD = "behaald, gereed of op doelniveau"
    OP_SCHEMA = "op schema"
    AANDACHT = "aandacht"
    ACHTER = "achter"
    VERSLECHTERD = "verslechterd"
    ZONDER_OORDEEL = "loopt, zonder rekenkundig oordeel"
    NIET_GEMETEN = "niet gemeten of niet gerapporteerd"
    NIET_BEHAALD = "niet behaald"
    ELDERS = "elders"


class Oordeel(StrEnum):
    """A person's verdict on an activiteit; the lights of Agenda 2030 plus afgerond (rekenregels 3)."""

    NIET_BEOORDEELD = ""
    OP_SCHEMA = "op schema"
    WIJKT_AF = "wijkt af, bij te sturen"
    NIET_HAALBAAR = "niet haalbaar in de planperiode"
    AFGEROND = "afgerond"


class Horizon(StrEnum):
    GEEN = ""
    DIT_JAAR = "dit jaar"
    PLANPERIODE = "de planperiode"


class Doelniveau(StrEnum):
    """Whether a doel is about what the programme makes itself, or about what changes in the town by it."""

    NIET_VERMELD = ""
    RESULTAAT = "resultaat"
    EFFECT = "maatschappelijk effect"


class Rapportvorm(StrEnum):
    """The forms a report is shown in: which parts, which columns, which words (ontwerp 2)."""

    VOORTGANGSRAPPORTAGE = "voortgangsrapportage"
    RAADSPRESENTATIE = "raadspresentatie"
    INVESTERINGSPROGRAMMA = "investeringsprogramma"
    UITVOERINGSPROGRAMMA = "uitvoeringsprogramma"
    ACTIEPROGRAMMA = "actieprogramma"


class Schaal(StrEnum):
    STAD = "stad"
    REGIO = "regio"
    STAD_EN_REGIO = "stad & regio"
    NIET_VERMELD = "niet vermeld"
