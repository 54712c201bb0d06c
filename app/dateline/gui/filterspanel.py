"""The filters: facets with live counts, hide or dim, and the filters a project keeps by name.

It talks to the session alone; the chips above the timeline show the same filter from their side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.facetnames import FACET_TITLES, fixed_values, value_name
from dateline.gui.facetrow import GUTTER_PX
from dateline.gui.facetsection import FacetSection, ManyValues, Value
from dateline.gui.groupicons import group_sign
from dateline.gui.savedfilters import SavedFilters
from dateline.model.events import Event
from dateline.model.filters import NOTHING, Choice, Facet
from dateline.model.group import Group
from dateline.session.changes import MANY_EVENTS, Changes
from dateline.session.session import Session
from dateline.session.slices import Slices, Steps

_FACETS: Final = (
    Facet.GROUP,
    Facet.CERTAINTY,
    Facet.FACTUALITY,
    Facet.ACTOR,
    Facet.PLACE,
    Facet.SOURCE,
    Facet.DOCUMENT,
    Facet.REVIEW,
    Facet.TAG,
)
_EVENTS_A_STEP: Final = 10_000  # some five milliseconds
_NEEDS_TWO: Final = frozenset({Facet.DOCUMENT})  # with one document there is nothing to choose


class FiltersPanel(QWidget):
    """What is shown, chosen by ticks."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._open_groups: frozenset[str] = frozenset()
        self._kinds: dict[str, set[str]] = {}
        self._slices = Slices(self)
        self.sections: dict[Facet, FacetSection] = {}
        for facet in _FACETS:
            icon_of = self._icon_of if facet is Facet.GROUP else None
            section = FacetSection(facet, FACET_TITLES[facet], icon_of, self)
            section.chosen.connect(self._choose)
            section.opened.connect(self._open_group)
            self.sections[facet] = section
        self.dim = QCheckBox("Dim instead of hide", self)
        self.dim.setToolTip("Draw what does not match faintly instead of hiding it")
        self.dim.clicked.connect(lambda dim: session.set_filter(replace(session.filter, dim=dim)))
        self.saved = SavedFilters(session, appearance, self)
        self._lay_out()
        session.changed.connect(self._take_changes)
        session.filter_changed.connect(self.refresh)
        session.project_opened.connect(self._start_anew)
        appearance.changed.connect(self._take_colours)
        self._start_anew()

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(18 - GUTTER_PX, 12, 12, 12)
        inside.setSpacing(0)
        for section in self.sections.values():
            inside.addWidget(section)
        self.saved.setContentsMargins(GUTTER_PX, 0, 0, 0)
        inside.addWidget(self.saved)
        inside.addStretch(1)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 12, 0)
        foot.addWidget(self.dim)
        column.addLayout(foot)

    # From the session

    def _start_anew(self) -> None:
        self._slices.do(self._collecting(), sliced=len(self._session.events) >= MANY_EVENTS)

    def _take_changes(self, changes: Changes) -> None:
        if changes.everything or not (changes.events or changes.documents):
            return  # when another project was opened it has begun anew already
        if changes.documents or changes.sweeping:
            self._start_anew()
        else:
            self._add_kinds(filter(None, map(self._session.event, changes.events)))
            self.refresh()

    def _collecting(self) -> Steps:
        """Find out which fine kinds occur in each group, and show all anew."""
        self._kinds = {}
        events = self._session.events
        for at in range(0, len(events), _EVENTS_A_STEP):
            self._add_kinds(events[at : at + _EVENTS_A_STEP])
            yield
        yield from self._refreshing()

    def _add_kinds(self, events: Iterable[Event]) -> None:
        """Kinds that no event has any more may stay: they have no count and are not listed."""
        for event in events:
            if event.kind:
                self._kinds.setdefault(event.group.value, set()).add(event.kind)

    def refresh(self, _filter: object = None) -> None:
        """Show counts and ticks as they are now."""
        if self._slices.is_busy:
            self._start_anew()
        else:
            for _ in self._refreshing():
                pass

    def _refreshing(self) -> Steps:
        wanted = self._session.filter
        for facet, section in self.sections.items():
            values: Sequence[Value] = self._group_values() if facet is Facet.GROUP else self._values(facet)
            known_facets = {Facet.GROUP, Facet.KIND} if facet is Facet.GROUP else {facet}
            choices = {known: wanted.choice(known) for known in known_facets}
            section.show_values(values, choices, self._open_groups)
            section.setVisible(self._is_of_use(facet, values, choices[facet]))
            yield
        self.dim.setChecked(wanted.dim)

    def _is_of_use(self, facet: Facet, values: Sequence[Value], choice: Choice) -> bool:
        """Whether a facet can tell events apart, or does so already."""
        told = [value for value in values[:3] if value.value != NOTHING]
        return choice != Choice() or len(told) > (1 if facet in _NEEDS_TWO else 0)

    def _values(self, facet: Facet, depth: int = 0) -> ManyValues:
        """The values of a facet: those of a fixed list in its order, others by how frequent they are, "none" last."""
        documents = self._session.project.document
        counts = {value: (count, total) for value, count, total in self._session.facet_counts(facet)}
        choice = self._session.filter.choice(facet)
        known = fixed_values(facet)
        ordered = [value for value in known if value in counts or facet is Facet.REVIEW]
        fixed = {*known, NOTHING}
        ordered += [value for value in counts if value not in fixed]
        ordered += sorted((choice.hidden | (choice.only or frozenset())) - counts.keys() - {*ordered, NOTHING})
        ordered += [NOTHING] if NOTHING in counts else []

        def made(value: str) -> Value:
            return Value(facet, value, value_name(facet, value, documents), *counts.get(value, (0, 0)), depth)

        return ManyValues(ordered, made)

    def _group_values(self) -> list[Value]:
        """The groups, and below those that are open their fine kinds."""
        kinds = {value.value: value for value in self._values(Facet.KIND, depth=1)}
        found = []
        for group in self._values(Facet.GROUP):
            below = self._kinds.get(group.value, set()) & kinds.keys()
            has_more = len(below) > 1 or bool(below - {group.value})
            found.append(replace(group, has_more=has_more))
            if has_more and group.value in self._open_groups:
                found += [kind for name, kind in kinds.items() if name in below]
        return found

    # What a person does

    def _choose(self, facet: Facet, choice: Choice) -> None:
        self._session.set_filter(self._session.filter.with_choice(facet, choice))

    def _open_group(self, group: str, is_open: bool) -> None:
        self._open_groups = self._open_groups | {group} if is_open else self._open_groups - {group}
        self.refresh()

    def _icon_of(self, group: str) -> QIcon:
        return group_sign(Group(group), self._appearance.theme)

    def _take_colours(self, _theme: object = None) -> None:
        self.sections[Facet.GROUP].forget_icons()
