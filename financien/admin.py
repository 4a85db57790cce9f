"""What the beheerder may look into at /beheer/."""

from dordt_monitor.beheer import show

from . import models

show(
    models.Financieringsbron,
    models.Financiering,
    models.Financieringsstand,
    models.Kostenpost,
    models.KostenpostLijn,
    models.Uitgave,
    models.GedruktTotaal,
)
