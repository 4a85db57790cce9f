"""What is compared of every dataclass of a report, and of each field that is not: why not.

A new field of the Rapport belongs in one of these lists; a test names those that are in none.
"""

from ..dingen import Declaratie
from . import activiteiten, doelen, geld, kader, lijnen, metingen, planning, tellingen

DECLARATIES: dict[type, Declaratie] = {
    **kader.DECLARATIES,
    **lijnen.DECLARATIES,
    **activiteiten.DECLARATIES,
    **doelen.DECLARATIES,
    **metingen.DECLARATIES,
    **geld.DECLARATIES,
    **planning.DECLARATIES,
    **tellingen.DECLARATIES,
}
