"""A fact's event as the canonical JSON text that is hashed, stored and sent, and back."""

from functools import cache

import msgspec

from pos.domain.facts import KINDS, VERSION, Event

_encoder = msgspec.json.Encoder(decimal_format="string")


class UnknownFact(Exception):
    """A fact of a kind or version that this program does not know: it was written by a newer one."""


def encode(event: Event) -> bytes:
    """The event as UTF-8 JSON; fields stand in the order they are declared, so equal events give equal bytes."""
    return _encoder.encode(event)


def decode(kind: str, version: int, body: bytes | str) -> Event:
    """The event that was encoded; raises `UnknownFact`, or `msgspec.DecodeError` where it was tampered with."""
    if version != VERSION or kind not in KINDS:
        raise UnknownFact(f"{kind} version {version}")
    return _decoder(kind).decode(body)


def sealed(kind: str, version: int, body: bytes) -> bytes:
    """What a fact's hash covers: the event's text under its kind and version, for a text alone could be read as both
    of two kinds that are alike."""
    return f"{kind} {version}\n".encode() + body


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(KINDS[kind])
