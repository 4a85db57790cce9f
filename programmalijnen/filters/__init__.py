"""The filters of the team's lists; each choice has an address."""

from .werklijst import Keuzeveld, WerklijstFilter, uniek

__all__ = ["Keuzeveld", "WerklijstFilter", "uniek"]
