"""Differences that say the same of several things, told in one sentence."""

from dataclasses import replace

from .verandering import Verandering
from .zinnen import Melding


def bundle(meldingen: list[Melding]) -> list[Melding]:
    """Those of one line with the same kop become one, in the place of the first."""
    groepen: dict[object, list[Melding]] = {}
    for melding in meldingen:
        bundel = melding.bundel and (melding.verandering.lijn, melding.verandering.wat, melding.bundel[0])
        groepen.setdefault(bundel or melding.verandering.kenmerk, []).append(melding)
    return [join(groep) for groep in groepen.values()]


def join(groep: list[Melding]) -> Melding:
    eerste, *_ = groep
    if eerste.bundel is None or len(groep) == 1:
        return eerste
    veranderingen = [melding.verandering for melding in groep]
    staarten = [melding.bundel[1] for melding in groep if melding.bundel]
    return replace(eerste, verandering=join_veranderingen(veranderingen, eerste.bundel[0], staarten))


def join_veranderingen(veranderingen: list[Verandering], kop: str, staarten: list[str]) -> Verandering:
    return replace(
        veranderingen[0],
        onderwerp=once("; ", [rij.onderwerp for rij in veranderingen]),
        was=once("\n", [rij.was for rij in veranderingen]),
        nu=once("\n", [rij.nu for rij in veranderingen]),
        verschil=once("\n", [rij.verschil for rij in veranderingen]),
        zin=f"{kop}: {'; '.join(staarten)}.",
        gevolgen=tuple(zin for rij in veranderingen for zin in rij.gevolgen),
    )


def once(tussen: str, waarden: list[str]) -> str:
    return tussen.join(dict.fromkeys(filter(None, waarden)))
