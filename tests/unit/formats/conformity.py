"""A checker for the part of JSON Schema that resources/schema/dateline-1.json uses."""

import re
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "null": type(None),
    "boolean": bool,
}

_KNOWN = frozenset(
    "$schema title description type required properties items $defs const enum pattern minimum minLength".split()
)


def misfits(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """Every place where a value does not fit, with the reason."""
    if "$ref" in schema:
        return misfits(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, at)
    if "anyOf" in schema:
        fits = any(not misfits(value, option, root, at) for option in schema["anyOf"])
        return [] if fits else [f"{at}: {value!r} fits no choice"]
    found = [f"{at}: {reason}" for reason in _simple_misfits(value, schema)]
    if found:
        return found
    if isinstance(value, dict):
        found += [f"{at}: no {name!r}" for name in schema.get("required", ()) if name not in value]
        for name, part in schema.get("properties", {}).items():
            if name in value:
                found += misfits(value[name], part, root, f"{at}.{name}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += misfits(item, schema.get("items", {}), root, f"{at}[{index}]")
    return found


def _simple_misfits(value: Any, schema: dict[str, Any]) -> list[str]:
    assert schema.keys() <= _KNOWN, f"the checker does not know {schema.keys() - _KNOWN}"
    reasons = []
    names = schema.get("type", [])
    allowed = [names] if isinstance(names, str) else names
    if allowed and not any(isinstance(value, _TYPES[name]) for name in allowed):
        reasons.append(f"{value!r} is no {' or '.join(allowed)}")
    if "const" in schema and value != schema["const"]:
        reasons.append(f"{value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        reasons.append(f"{value!r} is none of {schema['enum']}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        reasons.append(f"{value!r} does not match")
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        reasons.append("too short")
    if isinstance(value, int) and value < schema.get("minimum", value):
        reasons.append(f"{value} is too small")
    return reasons
