"""What the filters call the facets and their values, in the order in which they are listed. It knows the model
alone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.model.dates import Certainty
from dateline.model.documents import SourceDocument
from dateline.model.events import Factuality, ReviewState
from dateline.model.filters import NOTHING, Facet
from dateline.model.group import Group
from dateline.model.names import CERTAINTY_NAMES, FACTUALITY_NAMES, GROUP_NAMES, REVIEW_NAMES
from dateline.model.voices import HEARSAY

FACET_TITLES: Final[Mapping[Facet, str]] = MappingProxyType(
    {
        Facet.GROUP: "Kind",
        Facet.KIND: "Fine kind",
        Facet.CERTAINTY: "Certainty",
        Facet.FACTUALITY: "Reality",
        Facet.ACTOR: "People and bodies",
        Facet.PLACE: "Places",
        Facet.SOURCE: "Said by",
        Facet.DOCUMENT: "Documents",
        Facet.REVIEW: "Review",
        Facet.TAG: "Tags",
    }
)
_NOTHING_NAMES: Final = {
    Facet.KIND: "No fine kind",
    Facet.CERTAINTY: "Undated",
    Facet.ACTOR: "Nobody named",
    Facet.PLACE: "No place",
    Facet.SOURCE: "The document itself",
    Facet.DOCUMENT: "Your notes",
    Facet.TAG: "No tag",
}
_FIXED_NAMES: Final[Mapping[Facet, Mapping[str, str]]] = MappingProxyType(
    {
        Facet.GROUP: {group.value: GROUP_NAMES[group] for group in Group},
        Facet.CERTAINTY: {certainty.value: CERTAINTY_NAMES[certainty] for certainty in Certainty},
        Facet.FACTUALITY: {factuality.value: FACTUALITY_NAMES[factuality] for factuality in Factuality},
        Facet.REVIEW: {state.value: REVIEW_NAMES[state] for state in ReviewState},
        Facet.SOURCE: {HEARSAY: "Hearsay"},
    }
)


def fixed_values(facet: Facet) -> tuple[str, ...]:
    """The values of a facet that has a few known ones, in their order; none for the others."""
    return tuple(_FIXED_NAMES.get(facet, ()))


def value_name(facet: Facet, value: str, documents: Mapping[str, SourceDocument]) -> str:
    """What a value of a facet is called."""
    if value == NOTHING:
        return _NOTHING_NAMES.get(facet, "None")
    if facet is Facet.DOCUMENT:
        document = documents.get(value)
        return (document.title or document.name) if document else value
    known = _FIXED_NAMES.get(facet, {}).get(value)
    if known is not None:
        return known
    return value[:1].upper() + value[1:].replace("_", " ") if facet is Facet.KIND else value
