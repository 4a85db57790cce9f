"""What is written about reports: adopting them, what happens to an edition, answers to warnings."""

from .antwoorden import answer_waarschuwing, withdraw_antwoord
from .edities import publish_editie, record, store_editie, withdraw_editie
from .rectificeren import cancel_rectificatie, open_rectificatie
from .vaststellen import adopt_ronde

__all__ = [
    "adopt_ronde",
    "answer_waarschuwing",
    "cancel_rectificatie",
    "open_rectificatie",
    "publish_editie",
    "record",
    "store_editie",
    "withdraw_antwoord",
    "withdraw_editie",
]
