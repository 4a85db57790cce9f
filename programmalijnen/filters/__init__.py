"""The filters of the team's lists; each choice has an address."""

from .werklijst import WerklijstFilter

__all__ = ["WerklijstFilter"]
