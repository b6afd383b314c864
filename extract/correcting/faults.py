"""Every fault of a value that should be of a type, each with its place: more than the first, which msgspec tells."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct, UnsetType
from msgspec.structs import fields

_WIDEST = 60  # characters of a value that are shown


def find_faults(value: object, kind: Any, place: str = "") -> Iterator[str]:  # noqa: ANN401 - a type of any form
    """What is wrong with a decoded JSON value, each fault headed by its place: ``documents[0].rows[2].set.outcome``."""
    choices = _choices(kind)
    structs = [each for each in choices if isinstance(each, type) and issubclass(each, Struct)]
    lists = [each for each in choices if get_origin(each) is tuple]
    if value is None and type(None) in choices:
        return
    if structs:
        yield from _of_object(value, structs, place)
    elif lists:
        yield from _of_list(value, get_args(lists[0])[0], place)
    elif not _converts(value, choices):
        yield f"{place}: {_shown(value)} is not {_wanted(choices)}"


def _choices(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    """The types of a union, without the one that stands for a field that is left out."""
    union = get_origin(kind) in {Union, UnionType}
    return tuple(each for each in get_args(kind) if each is not UnsetType) if union else (kind,)


def _of_object(value: object, structs: Sequence[type[Struct]], place: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{place or 'the file'}: {_shown(value)} is not an object in braces"
        return
    tag_field = structs[0].__struct_config__.tag_field
    tagged = {each.__struct_config__.tag: each for each in structs}
    tag = value.get(tag_field) if tag_field else None
    struct = next((each for known, each in tagged.items() if known == tag), None)
    if struct is None:
        yield f"{_under(place, tag_field or '')}: {_shown(tag)} is not one of {', '.join(map(str, tagged))}"
        return
    found = list(_of_fields(value, struct, place))
    yield from found or _of_whole(value, struct, place)


def _of_fields(value: Mapping[str, object], struct: type[Struct], place: str) -> Iterator[str]:
    hints, known = _hints(struct), {each.name: each for each in fields(struct)}
    tag = {struct.__struct_config__.tag_field} - {None}
    yield from (f"{_under(place, name)}: nothing is known by this name" for name in value if name not in {*known, *tag})
    for name, field in known.items():
        if name in value:
            yield from find_faults(value[name], hints[name], _under(place, name))
        elif field.required:
            yield f"{_under(place, name)}: it is missing"


def _of_whole(value: object, struct: type[Struct], place: str) -> Iterator[str]:
    """What is wrong with an object whose fields are right by themselves: what its type refuses of their values."""
    try:
        msgspec.convert(value, struct)
    except msgspec.ValidationError as fault:
        yield f"{place}: {fault}"


def _of_list(value: object, item: object, place: str) -> Iterator[str]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        yield f"{place}: {_shown(value)} is not a list"
        return
    for number, each in enumerate(value):
        yield from find_faults(each, item, f"{place}[{number}]")


def _converts(value: object, choices: Sequence[Any]) -> bool:
    try:
        msgspec.convert(value, Union[tuple(choices)])  # noqa: UP007 - of types that are known when it runs only
    except msgspec.ValidationError:
        return False
    return True


def _wanted(choices: Sequence[Any]) -> str:
    """What a value should be, in words."""
    return " or ".join(_name(each) for each in choices)


def _name(kind: Any) -> str:  # noqa: ANN401 - as above
    if kind is type(None):
        return "null"
    if kind is bool:
        return "true or false"
    if get_origin(kind) is Annotated:
        return next(meta.title for meta in get_args(kind) if isinstance(meta, Meta) and meta.title)
    if get_origin(kind) is Literal:
        return ", ".join(map(_shown, get_args(kind)))
    return f"one of {', '.join(str(each) for each in kind)}" if issubclass(kind, Enum) else str(kind.__name__)


def _shown(value: object) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]} …"


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


@cache
def _hints(struct: type[Struct]) -> Mapping[str, Any]:
    return get_type_hints(struct, include_extras=True)
