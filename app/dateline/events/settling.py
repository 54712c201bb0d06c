"""The time of a cluster of mentions, and the two inferences that need several of them.

"Until Tuesday it had been refused" puts a meeting told with a wider time on that Tuesday; a thing that was discussed
at a dated event is older than the event. It must not find or merge mentions.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dateline.events.ages import same_name
from dateline.events.groups import Tense
from dateline.events.headlines import is_plural
from dateline.events.mentions import Mention
from dateline.events.merge import Cluster
from dateline.events.why import Ground, Reason, inherited_step, merged_step, narrowed_step
from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.events import EventTime, Factuality

_MOST_LIVES: Final = 50  # whose births and deaths with dates are compared with those without
_ONCE: Final = frozenset({"birth", "death"})
_TURNING_REACH: Final = 3  # sentences before the turning day in which its event must be spoken of
_DISCUSSED_KINDS: Final = frozenset({"meeting", "statement", "decision"})
_LONGEST_TALK_SECONDS: Final = 8 * 86_400  # a longer event has no one day for what happened at it
_COMPLETED: Final = frozenset({Tense.PARTICIPLE, Tense.PLUPERFECT, Tense.PERFECT})


@dataclass(frozen=True, slots=True)
class Settled:
    """An event in the making: its mentions, its time, and the steps that led there."""

    mentions: tuple[Mention, ...]
    time: EventTime | None
    why: tuple[Reason, ...]
    lead: Mention
    supports: tuple[Mention, ...] = ()  # mentions of another event on whose words the time rests


def settle(document: str, clusters: Sequence[Cluster]) -> list[Settled]:
    """A time for every cluster, in the same order."""
    settled = _once_in_a_life(document, [_settle(document, cluster) for cluster in clusters])
    _narrow(document, settled)
    _predate(document, settled)
    _happen_during(document, settled)
    return settled


def _settle(document: str, cluster: Cluster) -> Settled:
    """The narrowest of the stated times; without one, the best inherited."""
    mentions = tuple(cluster.mentions)
    stated = [mention for mention in mentions if mention.time is not None and not mention.inherited]
    dated = min(stated or [known for known in mentions if known.time is not None], key=_width, default=None)
    lead = max(mentions, key=lambda mention: (_lead_rank(mention), -mention.place[0], -mention.place[1]))
    if dated is None:
        return Settled(mentions, None, (), lead)
    why = list(dated.why)
    for mention in mentions:
        if mention is not dated:
            told = None if mention.inherited else mention.time
            why.append(partial(merged_step, document, mention.span, told))
    return Settled(mentions, dated.time, tuple(why), lead)


def _once_in_a_life(document: str, settled: Sequence[Settled]) -> list[Settled]:
    """Births and deaths without a date joined to the dated one of the same person: nobody is born or dies twice."""
    lives = [item for item in settled if item.lead.kind in _ONCE]
    dated = [item for item in lives if item.time is not None and not item.time.only_published][:_MOST_LIVES]
    joined: dict[int, list[Settled]] = defaultdict(list)
    for undated in lives:
        if undated.time is None or undated.time.only_published:
            fitting = [item for item in dated if _is_of_same_life(item, undated)]
            if fitting:
                best = max(fitting, key=lambda item: (are_named_alike(item.lead, undated.lead), _start_of(item)))
                joined[id(best)].append(undated)
    taken = {id(undated) for group in joined.values() for undated in group}
    return [_joined(document, item, joined.get(id(item), ())) for item in settled if id(item) not in taken]


def _joined(document: str, dated: Settled, undated: Sequence[Settled]) -> Settled:
    """A dated event with the mentions of others that tell of it."""
    if not undated:
        return dated
    steps = [partial(merged_step, document, item.lead.span, None) for item in undated]
    mentions = [mention for item in (dated, *undated) for mention in item.mentions]
    mentions.sort(key=lambda mention: mention.place)
    return replace(dated, mentions=tuple(mentions), why=(*dated.why, *steps))


def _is_of_same_life(dated: Settled, undated: Settled) -> bool:
    """Whether a dated birth or death may be the one an undated passage tells of: by the name, or where it has none."""
    if dated.lead.kind != undated.lead.kind:
        return False
    if dated.lead.factuality is not undated.lead.factuality:
        return False
    nameless = not undated.lead.company.actors and not is_plural(undated.lead.subject)
    recent = undated.lead.kind == "birth" or undated.lead.tense is Tense.PERFECT
    return are_named_alike(dated.lead, undated.lead) or (nameless and recent)


def are_named_alike(one: Mention, other: Mention) -> bool:
    """Whether two subjects have a word of their names in common; of two full names the first must agree."""
    names, others = one.subject.lower().split(), other.subject.lower().split()
    if len(names) > 1 and len(others) > 1:
        return same_name(names[0], others[0])
    return any(same_name(name, known) for name in names for known in others)


def _start_of(item: Settled) -> int:
    assert item.time is not None
    return item.time.interval.earliest_start or 0


def _width(mention: Mention) -> tuple[bool, int, tuple[int, int]]:
    """Narrow before wide, bounded before open, then the order of the text."""
    assert mention.time is not None
    length = mention.time.interval.length_seconds
    return length is None, _open_width(mention.time) if length is None else length, mention.place


def _open_width(time: EventTime) -> int:
    return 1 if time.only_published else 0


def _lead_rank(mention: Mention) -> float:
    """Which mention gives the title: one that names its subject, tells by a verb, and is salient."""
    rank = mention.salience
    rank += 0.3 if mention.subject and not mention.anaphoric else 0.0
    rank += 0.2 if not mention.inherited else 0.0
    rank -= 1.0 if not mention.alone else 0.0
    rank -= 0.3 if mention.factuality is Factuality.NEGATED else 0.0
    return rank


def _narrow(document: str, settled: list[Settled]) -> None:
    """Put the event spoken of just before a turning day on that day, where its own time is wider and holds it."""
    for turning in [item for item in settled if item.lead.turning is not None]:
        source = turning.lead
        assert source.turning is not None
        for index, item in enumerate(settled):
            if item is turning or not _is_spoken_of(item, source) or not _holds(item, source.turning):
                continue
            precision = source.timexes[0].precision if source.timexes else None
            time = EventTime(source.turning, precision or source_precision(source), Certainty.INFERRED)
            step = partial(narrowed_step, document, source.span, time)
            settled[index] = replace(item, time=time, why=(*item.why, step), supports=(*item.supports, source))
            break


def source_precision(mention: Mention) -> Precision:
    """The precision of a mention's own time."""
    assert mention.time is not None
    return mention.time.precision


def _is_spoken_of(item: Settled, source: Mention) -> bool:
    """Whether an event that happened is mentioned shortly before the turning day, in the same paragraph."""
    if not item.lead.is_real or item.lead.turning is not None:
        return False
    return any(
        mention.paragraph == source.paragraph and 0 < source.place[0] - mention.place[0] <= _TURNING_REACH
        for mention in item.mentions
        if mention.anaphoric or not mention.inherited
    )


def _holds(item: Settled, day: Interval) -> bool:
    return item.time is not None and item.time.interval.contains(day) and not day.contains(item.time.interval)


def _predate(document: str, settled: list[Settled]) -> None:
    """A thing that was spoken of at a dated event had been made before it."""
    dated = [item for item in settled if item.time is not None and _is_talk(item)]
    for index, item in enumerate(settled):
        lead = item.lead
        if item.time is None or not item.time.only_published or lead.tense not in _COMPLETED or not lead.subject:
            continue
        thing = lead.subject.lower().split()[-1]
        talk = next((known for known in dated if _speaks_of(known, thing, lead)), None)
        if talk is None or talk.time is None or talk.time.interval.latest_end is None:
            continue
        time = EventTime(Interval.within(None, talk.time.interval.latest_end), talk.time.precision, Certainty.INFERRED)
        step = partial(inherited_step, document, talk.time, talk.lead.span, Ground.DISCUSSED, thing)
        settled[index] = replace(item, time=time, why=(*item.why, step))


def _is_talk(item: Settled) -> bool:
    time = item.time
    return item.lead.kind in _DISCUSSED_KINDS and time is not None and not time.only_published and item.lead.is_real


def _speaks_of(talk: Settled, thing: str, lead: Mention) -> bool:
    """Whether a talk that is told before names the thing."""
    return any(
        thing in mention.company.objects and 0 < lead.place[0] - mention.place[0] <= 3 for mention in talk.mentions
    )


def _happen_during(document: str, settled: list[Settled]) -> None:
    """What is told right after "my talks were frank" happened at the talks."""
    spoken: dict[int, list[tuple[int, Settled]]] = defaultdict(list)
    for item in settled:
        length = item.time.interval.length_seconds if item.time is not None else None
        if length is not None and length <= _LONGEST_TALK_SECONDS:
            for mention in item.mentions:
                if mention.anaphoric:
                    spoken[mention.paragraph].append((mention.place[0], item))
    for index, item in enumerate(settled):
        lead = item.lead
        if item.time is None or not item.time.only_published or lead.tense is not Tense.PAST or not lead.is_real:
            continue
        near = [talk for place, talk in spoken[lead.paragraph] if 0 < lead.place[0] - place <= _TURNING_REACH]
        if near and near[-1].time is not None:
            time = replace(near[-1].time, certainty=Certainty.INFERRED, alternatives=())
            step = partial(inherited_step, document, time, near[-1].lead.span, Ground.PART_OF_EVENT)
            settled[index] = replace(item, time=time, why=(*item.why, step))
