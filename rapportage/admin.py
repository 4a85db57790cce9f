"""What the beheerder may look into at /beheer/."""

from dordt_monitor.beheer import show

from .models import Editie, Lotgeval

# The content of an edition is a whole report: it is read as rapport.json, not as a cell.
show(Editie, zonder=("inhoud",))
show(Lotgeval)
