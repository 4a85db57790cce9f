"""What differs between two reports: field by field, matched by sleutel, told in plain sentences.

Pure: two Rapport objects go in, a Vergelijking comes out; no request, no row, no clock.
"""

from .verandering import Aard, Verandering, Vergelijking, Woordverschil
from .vergelijk import vergelijk

__all__ = ["Aard", "Verandering", "Vergelijking", "Woordverschil", "vergelijk"]
