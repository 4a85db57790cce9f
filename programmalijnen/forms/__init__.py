"""The forms of the team's pages: they read and explain what people type, and save nothing."""

from .invoer import TOESTANDEN, InvoerForm

__all__ = ["TOESTANDEN", "InvoerForm"]
