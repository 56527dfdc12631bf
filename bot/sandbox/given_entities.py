"""The entities that a call gives for its text, checked as Telegram checks them."""

from dataclasses import replace
from typing import Any

from bot.domain.entities import STYLES, Entity, utf16_length
from bot.domain.links import checked_link
from bot.domain.markup import known_time_format, linked
from bot.sandbox.errors import bad_request
from bot.sandbox.fields import Fields, fields_of

# Telegram finds these by itself and ignores a sender's word on them.
DETECTED = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
    | {"bank_card_number"}
)
PLAIN = frozenset({*STYLES, "code", "blockquote", "expandable_blockquote"})
FARTHEST = 1_000_000


def given_entities(text: str, value: Any) -> list[Entity]:
    """The entities of a text; anything but a list of them counts as none. Raises ApiError."""
    if not isinstance(value, list):
        return []
    read = [_entity(item) for item in value]
    entities = [_checked(entity) for entity in read if entity]
    starts = _starts(text) if entities else {}
    for entity in sorted(entities, key=lambda one: (one.offset, -one.length)):
        if entity.length:
            _check_place(entity, starts, utf16_length(text))
    return entities


def _entity(item: Any) -> Entity | None:
    given = fields_of(item, "expected an Object", "Can't parse MessageEntity: ")
    offset, length, kind = given.integer("offset"), given.integer("length"), given.string("type")
    if not kind:
        raise given.refusal("Type is not specified")
    if kind in DETECTED:
        return None
    return Entity(type=kind, offset=offset, length=length, **_more(kind, given))


def _more(kind: str, given: Fields) -> dict[str, Any]:
    """What an entity of a kind has besides its place."""
    match kind:
        case "pre":
            return {"language": given.string("language", "") or None}
        case "text_link":
            return {"url": given.string("url")}
        case "text_mention":
            return {"user": given.object("user").integer("id", bits=64)}
        case "custom_emoji":
            return {"custom_emoji_id": str(given.integer("custom_emoji_id", bits=64))}
        case "date_time":
            instant, shape = given.integer("unix_time"), given.string("date_time_format", "")
            if not known_time_format(shape):
                raise given.refusal("Invalid date-time format specified")
            return {"unix_time": instant, "date_time_format": shape or None}
        case _ if kind in PLAIN:
            return {}
        case _:
            raise given.refusal("Unsupported type specified")


def _checked(entity: Entity) -> Entity:
    if entity.custom_emoji_id == "0":
        raise bad_request("Invalid custom emoji identifier specified")
    if entity.unix_time is not None and entity.unix_time <= 0:
        raise bad_request("Invalid date specified")
    for name, value in (("offset", entity.offset), ("length", entity.length)):
        if not 0 <= value <= FARTHEST:
            raise bad_request(f"Receive an entity with incorrect {name} {value}")
    return _linked(entity)


def _linked(entity: Entity) -> Entity:
    """An entity whose link, if it has one, is as Telegram keeps it."""
    if entity.url is None:
        return entity
    found = linked(replace(entity, url=None), entity.url)
    if found is None:
        try:
            checked_link(entity.url)
        except ValueError as error:
            raise bad_request(f"Entity URL '{entity.url}' is invalid: {error}") from None
    return found or entity


def _check_place(entity: Entity, starts: dict[int, int], length: int) -> None:
    """An entity begins and ends with a character; `starts` are their places, in UTF-16 units, with
    those in bytes."""
    begin, end = entity.offset, entity.end
    if begin > length:
        raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {begin}")
    middle = "in a middle of a UTF-16 symbol at byte offset"
    if begin not in starts:
        raise bad_request(f"Entity begins {middle} {starts[begin + 1]}")
    if end > length:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {begin} ends after the end of the text at UTF-16 "
            f"offset {end}"
        )
    if end not in starts:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {begin} ends {middle} {starts[end + 1]}"
        )


def _starts(text: str) -> dict[int, int]:
    units, size, told = 0, 0, {0: 0}
    for character in text:
        units += 2 if character > "\uffff" else 1
        size += len(character.encode(errors="surrogatepass"))
        told[units] = size
    return told
