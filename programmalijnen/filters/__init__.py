"""The filters of the team's lists; each choice has an address."""

from .werklijst import Keuzeveld, WerklijstFilter, uniek
from .wijzigingen import WijzigingFilter

__all__ = ["Keuzeveld", "WerklijstFilter", "WijzigingFilter", "uniek"]
