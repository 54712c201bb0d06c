"""Values of the model as JSON-ready values and back, driven by their type hints alone.

A dataclass becomes an object of those fields that differ from their defaults, an enum its value, a tuple or a set a
list. So a default is part of the file format: changing one needs a migration. Keys that are not known are skipped on
reading, because a later version of the same major number may have written them. This module must not know any type of
the model by name.
"""

import dataclasses
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from json import JSONDecoder, JSONEncoder
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

_SCALARS: Final = frozenset({str, int, float, bool})
_WRITTEN: Final = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED: Final = JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # for text that UTF-8 cannot hold
_READ: Final = JSONDecoder()
_PIECE: Final = 500  # items of a list that are written at once: some milliseconds
_REQUIRED: Final = object()  # stands for the default of a field that has none; equal to nothing else

Value = TypeVar("Value")


class Codec(NamedTuple):
    """Both directions for one type. None as a direction means that the value stays what it is."""

    encode: Callable[[Any], Any] | None
    decode: Callable[[Any], Any] | None


def to_json(value: object, hint: Any) -> str:
    """The value as compact JSON; `hint` is its type as it would be annotated."""
    encode = codec_for(hint).encode
    plain = value if encode is None else encode(value)
    written = _written(plain)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which a clipboard may hold
        return _ESCAPED.encode(plain)
    return written


def _written(plain: Any) -> str:
    """As JSON. A long list goes piece by piece: the encoder never lets other threads have their turn."""
    if not isinstance(plain, list) or len(plain) <= _PIECE:
        return _WRITTEN.encode(plain)
    pieces = (_WRITTEN.encode(plain[at : at + _PIECE])[1:-1] for at in range(0, len(plain), _PIECE))
    return f"[{','.join(pieces)}]"


def from_json(text: str, hint: Any) -> Any:
    """The value of that type that `to_json` wrote. Raises ValueError, KeyError or TypeError where the text is none."""
    plain = _READ.decode(text)
    decode = codec_for(hint).decode
    return plain if decode is None else decode(plain)


@cache
def codec_for(hint: Any) -> Codec:
    """The codec of a type: scalars, enums, dataclasses, named tuples, tuples, frozensets, mappings by text, or any of
    them or None.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _SCALARS:
        return Codec(None, None)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _sequence(tuple, arguments[0]) if arguments[-1] is Ellipsis else _row(tuple, arguments)
    if origin is frozenset:
        return _set(arguments[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    if isinstance(hint, type):
        return _named(hint)
    raise TypeError(f"no plain form for {hint!r}")


def _named(kind: type) -> Codec:
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Codec(lambda member: member.value, members.__getitem__)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return _row(lambda items: kind(*items), tuple(hints[name] for name in kind._fields))
    raise TypeError(f"no plain form for {kind!r}")


def _optional(arguments: tuple[Any, ...]) -> Codec:
    kinds = [kind for kind in arguments if kind is not NoneType]
    if len(kinds) != 1:
        raise TypeError(f"no plain form for a choice among {kinds!r}")
    encode, decode = codec_for(kinds[0])
    return Codec(
        encode and (lambda value: None if value is None else encode(value)),
        decode and (lambda plain: None if plain is None else decode(plain)),
    )


def _sequence(make: Callable[[Any], Any], kind: Any) -> Codec:
    encode, decode = codec_for(kind)
    return Codec(
        (lambda items: [encode(item) for item in items]) if encode else list,
        (lambda items: make([decode(item) for item in items])) if decode else make,
    )


def _set(kind: Any) -> Codec:
    encode, decode = _sequence(frozenset, kind)
    assert encode is not None
    return Codec(lambda items: sorted(encode(items)), decode)


def _row(make: Callable[[Any], Any], kinds: tuple[Any, ...]) -> Codec:
    """A tuple of fixed length, each place with a type of its own."""
    codecs = [codec_for(kind) for kind in kinds]

    def encode(items: Any) -> list[Any]:
        return [one.encode(item) if one.encode else item for one, item in zip(codecs, items, strict=True)]

    def decode(items: Any) -> Any:
        return make([one.decode(item) if one.decode else item for one, item in zip(codecs, items, strict=True)])

    is_plain = not any(one.decode for one in codecs) and make is not tuple  # a named tuple counts its items itself
    return Codec(encode, make if is_plain else decode)


def _mapping(kind: Any) -> Codec:
    encode, decode = codec_for(kind)
    return Codec(
        lambda items: {key: encode(item) if encode else item for key, item in items.items()},
        lambda items: MappingProxyType({key: decode(item) if decode else item for key, item in items.items()}),
    )


def _dataclass(kind: type) -> Codec:
    hints = get_type_hints(kind)
    fields = [(field.name, codec_for(hints[field.name]), _default(field)) for field in dataclasses.fields(kind)]
    # What keeps its form is passed on as it was read: a project has millions of fields, and this is what opening takes.
    decoders = [(name, codec.decode) for name, codec, _ in fields if codec.decode is not None]
    names = frozenset(name for name, _, _ in fields)

    def encode(value: Any) -> dict[str, Any]:
        plain = {}
        for name, codec, default in fields:
            item = getattr(value, name)
            if item != default:
                plain[name] = item if codec.encode is None else codec.encode(item)
        return plain

    def decode(plain: Any) -> Any:
        for name, decoder in decoders:
            if name in plain:
                plain[name] = decoder(plain[name])
        try:
            return kind(**plain)
        except TypeError:  # a field too many, or one that is missing, which then fails for good
            return kind(**{name: item for name, item in plain.items() if name in names})

    return Codec(encode, decode)


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return _REQUIRED if field.default_factory is dataclasses.MISSING else field.default_factory()
