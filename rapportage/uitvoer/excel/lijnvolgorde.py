"""In which order a sheet tells of a line and under which headings: those of the form; nothing is left out."""

from ...vormen import Vorm

# Which blocks of the sheet hold what a part of the page shows; the first takes the heading of the part,
# "" says that none does.
BLOKKEN_VAN_DEEL: dict[str, tuple[str, ...]] = {
    "doelstelling": ("doelstelling",),
    "voortgang": ("toelichtingen",),
    "voortgang_met_oordeel": ("toelichtingen",),
    "lijndoelen": ("doelen",),
    "afgesproken": ("doelen", "ambities"),
    "resultaten": ("bereikt", "activiteiten", "afgelopen"),
    "bevindingen": ("toelichtingen",),
    "jaren_naast_elkaar": ("volgend_jaar",),
    "ambities": ("ambities",),
    "activiteiten": ("", "doelen", "ambities", "activiteiten", "afgelopen"),
    "activiteiten_zonder_ambitie": ("", "activiteiten", "afgelopen"),
    "verwijzingen": ("verwijzingen",),
    "geld": ("geld",),
}
ALLE = (
    "doelstelling",
    "doelen",
    "ambities",
    "activiteiten",
    "afgelopen",
    "volgend_jaar",
    "verwijzingen",
    "toelichtingen",
    "geld",
)


def order_blokken(vorm: Vorm) -> dict[str, str]:
    """Every block with its heading, "" for its own: first in the order of the form, then the rest."""
    koppen: dict[str, str] = {}
    for deel in vorm.lijndelen:
        for nummer, blok in enumerate(BLOKKEN_VAN_DEEL.get(deel.naam, ())):
            koppen.setdefault(blok, deel.kop if nummer == 0 else "")
    koppen.pop("", None)
    return koppen | {blok: "" for blok in ALLE if blok not in koppen}
