"""What one language says of organs and other bodies: their names, and where these stand."""

from __future__ import annotations

from reslint.language.announcements import Announcements
from reslint.language.organ_headers import Headers
from reslint.language.organ_names import OrganNames
from reslint.language.organ_places import OrganPlaces
from reslint.language.other_bodies import OtherBodies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Organs:
    """The names of bodies in one language, and the texts that hold them.

    `forms` is the content of its `forms.yaml`, `letters` a table for `str.translate` that reads
    some characters as others (traditional Chinese characters as simplified ones).
    """

    __slots__ = ("announcements", "bodies", "headers", "names", "places")

    def __init__(self, forms: dict[str, Any], letters: Mapping[int, str]) -> None:
        self.names = OrganNames(forms, letters)
        self.bodies = OtherBodies(forms, self.names)
        self.places = OrganPlaces(self.names, self.bodies)
        self.announcements = Announcements(forms, self.names, self.bodies)
        self.headers = Headers(forms, self.names)
