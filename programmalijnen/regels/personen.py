"""Which units count people: small numbers of those may point to somebody (rekenregels 4)."""

PERSONEN = frozenset(
    {
        "bewoners",
        "cliënten",
        "cursisten",
        "deelnemers",
        "inwoners",
        "jongeren",
        "kandidaten",
        "kinderen",
        "leerlingen",
        "medewerkers",
        "mensen",
        "ouders",
        "personen",
        "statushouders",
        "studenten",
        "vrijwilligers",
        "werkenden",
        "werklozen",
        "werknemers",
        "werkzoekenden",
    }
)


def counts_personen(eenheid: str) -> bool:
    """Also of a unit that says more than whom it counts: `inwoners per jaar`, `mbo-studenten`."""
    return bool(PERSONEN & set(eenheid.lower().replace("-", " ").split()))
