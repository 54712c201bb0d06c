"""What the values of the model's enumerations are called in front of a person (English).

It knows nothing of where the names are shown.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.model.dates import Certainty
from dateline.model.events import Factuality, ReviewState
from dateline.model.group import Group

GROUP_NAMES: Final[Mapping[Group, str]] = MappingProxyType(
    {
        Group.MEETING: "Meetings and visits",
        Group.STATEMENT: "Statements and reports",
        Group.DECISION: "Decisions and agreements",
        Group.LAW: "Law and courts",
        Group.INSTITUTION: "Institutions and offices",
        Group.CONFLICT: "Conflict and disaster",
        Group.LIFE: "Lives",
        Group.OTHER: "Economy and other",
    }
)
FACTUALITY_NAMES: Final[Mapping[Factuality, str]] = MappingProxyType(
    {
        Factuality.HAPPENED: "Happened",
        Factuality.ONGOING: "Ongoing",
        Factuality.PLANNED: "Planned or proposed",
        Factuality.POSSIBLE: "Possible",
        Factuality.NEGATED: "Negated or cancelled",
    }
)
CERTAINTY_NAMES: Final[Mapping[Certainty, str]] = MappingProxyType(
    {
        Certainty.STATED: "Stated",
        Certainty.APPROXIMATE: "Approximate",
        Certainty.INFERRED: "Inferred from context",
    }
)
REVIEW_NAMES: Final[Mapping[ReviewState, str]] = MappingProxyType(
    {
        ReviewState.TO_REVIEW: "To review",
        ReviewState.ACCEPTED: "Accepted",
        ReviewState.REJECTED: "Rejected",
    }
)
