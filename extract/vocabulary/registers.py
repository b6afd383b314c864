"""Bodies that a person registers: they go before those of ``models/organisations.csv``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.findings import Body
from extract.vocabulary.organisations import Registry, key_of, lengths_of

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class OwnBody:
    """A body of a person's own register, with all its names; ``id`` may be one of the shipped registry's."""

    id: str
    name: str
    type: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


def with_own(registry: Registry, own: Iterable[OwnBody]) -> Registry:
    """The registry with a person's own bodies: each name of theirs means them, whatever it meant before.

    A body whose id is in the registry takes the name, and the type if there is one, that the person gives it, and
    keeps the aliases, the area and the successors that it has.
    """
    own = tuple(own)
    named = {key_of(name): (name, body.id) for body in own for name in body.names}
    bodies = {**registry.organisations, **{body.id: _body(body, registry) for body in own}}
    aliases = {**registry.aliases, **{key: body for key, (_, body) in named.items()}}
    ambiguous, generic = _without(registry.ambiguous, named), _without(registry.generic, named)
    return replace(
        registry,
        organisations=bodies,
        aliases=aliases,
        ambiguous=ambiguous,
        generic=generic,
        lengths=lengths_of((*aliases, *ambiguous, *generic)),
        names={**registry.names, **{key: name for key, (name, _) in named.items()}},
    )


def _body(own: OwnBody, registry: Registry) -> Body:
    shipped = registry.organisations.get(own.id)
    return Body(own.name, own.id, own.type or (shipped.type if shipped else None))


def _without(names: Mapping[str, Meaning], own: Iterable[str]) -> dict[str, Meaning]:
    """The names that a person did not give to a body; ``the X`` goes with ``X``."""
    taken = {name for key in own for name in (key, f"the {key}", f"The {key}")}
    return {name: meaning for name, meaning in names.items() if name not in taken}
