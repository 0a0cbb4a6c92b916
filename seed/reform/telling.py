"""What a reform does, in sentences for whoever adds it."""

from collections import defaultdict
from collections.abc import Iterator

from data_access.rules import latvian_key
from seed.reform.planned import Plan, day_before


def as_text(found: Plan) -> str:
    """What ends, what begins, and every municipality that does not simply go on."""
    told, new = found.told, found.listed.municipalities
    cities = sum(one.is_city for one in new.values())
    begins = (
        f"The division {told.division} begins on {told.begins:%d.%m.%Y}: {len(new)} "
        f"municipalities, {cities} of them cities, with {len(found.listed.homes)} units."
    )
    lines = [
        f"The division {found.present.division['code']} ends on {day_before(told):%d.%m.%Y}.",
        begins,
        *_joined(found),
        *_divided(found),
        *_renamed(found),
        f"Unchanged: {sum(1 for _ in _unchanged(found))} municipalities.",
    ]
    if found.map.turned:
        lines.append(f"{found.map.turned} rings of the map ran the wrong way round and are turned.")
    return "\n".join(lines)


def _joined(found: Plan) -> Iterator[str]:
    old, new = found.present.municipalities, found.listed.municipalities
    predecessors = defaultdict(list)
    for before, after in found.shares:
        predecessors[after].append(old[before].name)
    for after, names in predecessors.items():
        if len(names) > 1:
            together = ", ".join(sorted(names, key=latvian_key))
            yield f"{new[after].name} ({after}) has land of: {together}."


def _divided(found: Plan) -> Iterator[str]:
    old, new = found.present.municipalities, found.listed.municipalities
    successors = defaultdict(list)
    for (before, after), share in found.shares.items():
        successors[before].append(f"{new[after].name} {share:.2%}")
    for before, parts in successors.items():
        if len(parts) > 1:
            yield f"{old[before].name} ({before}) is divided: {', '.join(parts)} of its land."


def _renamed(found: Plan) -> Iterator[str]:
    for iso, one in found.listed.municipalities.items():
        before = found.present.municipalities.get(iso)
        if before is not None and before.name != one.name:
            yield f"{iso} is called {one.name}, no longer {before.name}."


def _unchanged(found: Plan) -> Iterator[str]:
    """The municipalities with the same code, name, kind and units."""
    units, kept = defaultdict(set), defaultdict(set)
    for code, unit in found.present.units.items():
        units[unit.home].add(code)
        kept[found.listed.homes[code]].add(code)
    for iso, one in found.listed.municipalities.items():
        if found.present.municipalities.get(iso) == one and units[iso] == kept[iso]:
            yield iso
