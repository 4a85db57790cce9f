"""The versions of a number or a planning, as parts of which those that a report shows stay as they are."""

from collections.abc import Collection
from typing import Any

from ..services.versies import VASTE_VELDEN
from .afspraakvelden import check_vaste_velden, fix_velden
from .delen import Deelform, Deelformset


class Versieformset(Deelformset):
    """`vast`: an adopted report shows the row. Then `getoond` are the keys of the versions that it shows:
    these stay, and a change is a new version, which can be mended until a report shows it too.
    """

    UITLEG = ""
    UITLEG_VAST = ""

    def __init__(self, *args: Any, vast: bool = False, getoond: Collection[str] = (), **opties: Any) -> None:
        self.vast, self.getoond = vast, getoond
        super().__init__(*args, **opties)

    @property
    def uitleg(self) -> str:
        return self.UITLEG_VAST if self.vast else self.UITLEG

    def is_getoond(self, form: Deelform) -> bool:
        return form["rij"].value() in self.getoond

    def add_fields(self, form: Deelform, index: int | None) -> None:
        super().add_fields(form, index)
        if self.is_getoond(form):
            fix_velden(form, VASTE_VELDEN[self.model])

    def clean(self) -> None:
        super().clean()
        for form in filter(self.is_getoond, self.initial_forms):
            check_vaste_velden(form, VASTE_VELDEN[self.model])
