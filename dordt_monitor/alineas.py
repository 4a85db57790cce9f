"""Plain text as paragraphs and lists: a blank line ends a paragraph, lines with a dash are a list."""

import re
from dataclasses import dataclass

# A capital must follow, and "St." is no end: "partner van St. MBO".
ZINSEINDE = re.compile(r"(?<=[.!?])(?<!\bSt\.)\s+(?=[A-Z‘'(])")


@dataclass(frozen=True, slots=True)
class Blok:
    """A paragraph (one of `regels`) or a list (an item each)."""

    is_lijst: bool
    regels: tuple[str, ...]


def split_tekst(tekst: str) -> list[Blok]:
    blokken: list[Blok] = []
    for alinea in tekst.split("\n\n"):
        blokken += _split_alinea([regel.strip() for regel in alinea.splitlines() if regel.strip()])
    return blokken


def first_sentence(tekst: str) -> str:
    """The first sentence, with the list it announces; of a text that begins with a list its items."""
    eerste, *verder = split_tekst(tekst) or [Blok(False, ("",))]
    if eerste.is_lijst:
        return "; ".join(eerste.regels)
    zin = ZINSEINDE.split(eerste.regels[0])[0]
    return f"{zin} {'; '.join(verder[0].regels)}" if zin.endswith(":") and verder else zin


def _split_alinea(regels: list[str]) -> list[Blok]:
    """Running text joined to one paragraph; what begins with a dash collected into a list."""
    blokken: list[Blok] = []
    for regel in regels:
        is_lijst = regel.startswith(("-", "•"))
        tekst = regel.lstrip("-• ") if is_lijst else regel
        vorig = blokken.pop() if blokken and blokken[-1].is_lijst == is_lijst else Blok(is_lijst, ())
        samen = (*vorig.regels, tekst) if is_lijst else (" ".join((*vorig.regels, tekst)),)
        blokken.append(Blok(is_lijst, samen))
    return blokken
