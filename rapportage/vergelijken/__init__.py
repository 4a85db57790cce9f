"""What differs between two reports: field by field, matched by sleutel, told in plain sentences.

Pure: two Rapport objects go in, a Vergelijking comes out; no request, no row, no clock.
"""

from .hoofdzaken import Hoofdzaken, find_hoofdzaken
from .verandering import Aard, Verandering, Vergelijking, Woordverschil
from .vergelijk import vergelijk

__all__ = [
    "Aard",
    "Hoofdzaken",
    "Verandering",
    "Vergelijking",
    "Woordverschil",
    "find_hoofdzaken",
    "vergelijk",
]
