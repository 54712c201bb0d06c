"""Mentions of one event in one document, gathered: compatible times, the same stem or kind, and people, places or
things in common.

A mention is compared only with the latest few clusters of its stem and of its kind, so the work grows with the text,
not its square. It must not know other documents.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from dateline.events.groups import Tense
from dateline.events.lexicon import OTHER_KIND, Lexicon
from dateline.events.mentions import Mention
from dateline.model.dates import Interval
from dateline.model.events import Factuality

# An event is told again soon, or by a name: a mention is compared with so many clusters of its stem, kind or noun.
_REMEMBERED: Final = 12
# The clusters opened last are compared whatever their kind: a sentence may go on with the one before.
_LATEST: Final = 3
_DAY_SECONDS: Final = 86_400
_WINDOW_SECONDS: Final = 14 * 86_400
_PROPOSED: Final = frozenset({Factuality.POSSIBLE, Factuality.PLANNED})
_BROAD_KINDS: Final = frozenset({"meeting"})  # kinds in which any two stems may tell of one event ("met", "talks")


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one event, in the order of the text, and what they name together. `intervals` are the stated
    times. It grows, so it is equal to nothing but itself.
    """

    mentions: list[Mention] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    intervals: set[Interval] = field(default_factory=set)
    is_real: bool = False

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.actors.update(mention.company.actors)
        self.places.update(mention.company.places)
        self.objects.update(mention.company.objects)
        self.nouns.update(mention.company.nouns)
        self.stems.add(mention.stem)
        self.kinds.add(mention.kind)
        self.is_real = self.is_real or mention.is_real
        if mention.time is not None and not mention.inherited:
            self.intervals.add(mention.time.interval)

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]


def clusters(mentions: Sequence[Mention], lexicon: Lexicon) -> list[Cluster]:
    """The mentions gathered, in the order of their first."""
    found = list[Cluster]()
    recent: dict[tuple[str, bool], deque[Cluster]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    dated = dict[tuple[int, int], Cluster]()
    for mention in mentions:
        proposed = mention.factuality in _PROPOSED
        keys = _keys(mention, proposed)
        beside = dated.get(mention.beside) if mention.beside is not None else None
        known = (known for key in keys for known in recent[key])
        latest = (last for last in found[-_LATEST:] if (last.first.factuality in _PROPOSED) == proposed)
        cluster = beside or _best(mention, dict.fromkeys(chain(known, latest)), lexicon)
        if cluster is None:
            cluster = Cluster()
            found.append(cluster)
        cluster.add(mention)
        dated[mention.place] = cluster
        for key in keys:
            if cluster in recent[key]:
                recent[key].remove(cluster)
            recent[key].append(cluster)
    return found


def _keys(mention: Mention, proposed: bool) -> list[tuple[str, bool]]:
    """Where a mention is remembered and looked for."""
    names = [
        f"stem {mention.stem}",
        f"kind {mention.kind}",
        *(f"noun {noun}" for noun in sorted(mention.company.nouns)[:4]),
    ]
    if mention.anaphoric:
        names.append(f"noun {mention.refers}")
    return [(name, proposed) for name in dict.fromkeys(names)]


def _best(mention: Mention, candidates: Iterable[Cluster], lexicon: Lexicon) -> Cluster | None:
    """The cluster a mention belongs to: the one that agrees most, then the latest."""
    best, best_score = None, 0.0
    for cluster in candidates:
        score = agreement(mention, cluster, lexicon)
        if score > 0 and score >= best_score:
            best, best_score = cluster, score
    return best


def agreement(mention: Mention, cluster: Cluster, lexicon: Lexicon) -> float:
    """How well a mention fits a cluster; 0 where it does not."""
    if _contradicts(mention, cluster):
        return 0.0
    same_stem = mention.stem in cluster.stems
    same_kind = mention.kind in cluster.kinds
    if mention.anaphoric:
        score = _points_back(mention, cluster)
        if score > 0:
            return score
    shared = _shared(mention, cluster)
    if same_stem and (shared >= 1 or mention.factuality in _PROPOSED):
        return 1.0 + shared
    if same_kind and mention.kind in _BROAD_KINDS and shared >= 2:
        return 0.5 + shared
    return _continues(mention, cluster, lexicon, same_kind, shared)


def _continues(mention: Mention, cluster: Cluster, lexicon: Lexicon, same_kind: bool, shared: float) -> float:
    """How well a mention goes on with what the sentence before told."""
    other = cluster.mentions[-1]
    distance = mention.place[0] - other.place[0]
    if same_kind and shared >= 1.5 and _same_time(mention, other):
        return 0.6
    if mention.factuality is not other.factuality or mention.paragraph != other.paragraph or distance > 1:
        return 0.0
    if distance == 0 and _dated_apart(mention, other):
        return 0.0
    if same_kind and distance == 0 and _same_time(mention, other):
        return 0.5
    if distance == 0 and _goes_on_undated(mention, other):
        return 0.45
    if same_kind and _lasts(mention) and other.time is not None and mention.time is not None:
        return 0.5 if _compatible(mention.time.interval, other.time.interval) else 0.0
    same_group = lexicon.kind(mention.kind).group is lexicon.kind(other.kind).group
    goes_on = distance == 1 and mention.inherited and _same_time(mention, other) and not other.anaphoric
    result = shared == 0 and (mention.tense is Tense.PERFECT or mention.kind == OTHER_KIND)  # each its own news
    if goes_on and not result and (same_group or other.stem in mention.company.nouns):
        return 0.4  # "They held a ballot on Thursday. Most voted in favour."
    announced = other.tense is Tense.PERFECT and other.inherited and not mention.inherited
    announced = announced and mention.tense is Tense.PAST
    return 0.4 if same_kind and announced else 0.0


def _goes_on_undated(mention: Mention, other: Mention) -> bool:
    """Whether a clause tells what the same subject did besides, both at a date from elsewhere: "lost, and left"."""
    undated = mention.inherited and other.inherited and _same_time(mention, other)
    return undated and bool(mention.subject) and mention.subject == other.subject


def _dated_apart(one: Mention, other: Mention) -> bool:
    """Whether each has a date expression of its own and tells by a verb of its own: two events of one day."""
    told = one.phrase is not None and other.phrase is not None and not (one.inherited or other.inherited)
    return told and one.phrase != other.phrase and one.stem != other.stem


def _lasts(mention: Mention) -> bool:
    """Whether a time is a window of weeks or more."""
    length = mention.time.interval.length_seconds if mention.time is not None else None
    return length is not None and length > _WINDOW_SECONDS


def _points_back(mention: Mention, cluster: Cluster) -> float:
    """How well "the meeting" fits a cluster: the same noun, then the same kind; the nearer the better."""
    distance = min(mention.place[0] - cluster.mentions[-1].place[0], 100) / 100
    if mention.refers in cluster.stems or mention.refers in cluster.nouns:
        return 3.0 - distance
    return 2.0 - distance if mention.refers_kind in cluster.kinds else 0.0


def _shared(mention: Mention, cluster: Cluster) -> float:
    """People and places in common count fully, other words half."""
    actors = len(cluster.actors.intersection(mention.company.actors))
    places = len(cluster.places.intersection(mention.company.places))
    objects = len(cluster.objects & mention.company.objects)
    return actors + 0.5 * places + 0.5 * objects


def _contradicts(mention: Mention, cluster: Cluster) -> bool:
    """Whether times or reality speak against one event."""
    if mention.factuality is Factuality.NEGATED and cluster.is_real:
        return True
    if mention.time is None:
        return False
    interval = mention.time.interval
    if mention.introduces and not mention.inherited and cluster.intervals and interval not in cluster.intervals:
        return True  # "A hospital in the south closed earlier this year": not the one that closed on Monday
    if mention.inherited:
        touches = not cluster.intervals or any(interval.overlaps(known) for known in cluster.intervals)
        return not mention.anaphoric and not touches
    if mention.anaphoric and all(map(_is_within_day, (interval, *cluster.intervals))):
        return not all(interval.overlaps(known) for known in cluster.intervals)
    return any(not _compatible(interval, known) for known in cluster.intervals)


def _is_within_day(interval: Interval) -> bool:
    """ "The collapse happened shortly after six", told before as of that evening: parts of a day need only touch."""
    length = interval.length_seconds
    return length is not None and length < _DAY_SECONDS


def _compatible(one: Interval, other: Interval) -> bool:
    """Whether the narrower of two times lies inside the wider."""
    return one.contains(other) or other.contains(one)


def _same_time(one: Mention, other: Mention) -> bool:
    return one.time is not None and other.time is not None and one.time.interval == other.time.interval
