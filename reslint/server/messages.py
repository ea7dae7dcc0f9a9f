"""Messages that hold plain values, and the messages that we refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.protocol import JsonRPCRequestMessage, default_converter

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.exceptions import JsonRpcException


REFUSED = "reslint/refused"
"""The method that stands for a request which is answered by an error."""


class Plain:
    """Dicts, lists, texts and numbers that go into a message as they are.

    The converter would look at each of them first, which takes six times as long as writing
    the message.
    """

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def message_converter() -> Converter:
    """Return the converter of pygls, which passes plain values on."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]
    converter.register_unstructure_hook(Plain, _value_of)
    return converter


def refused(number: int | str, error: JsonRpcException) -> JsonRPCRequestMessage:
    """Return a request whose handler raises `error`: it is answered under `number`."""
    return JsonRPCRequestMessage(id=number, method=REFUSED, jsonrpc="2.0", params=error)


def _value_of(plain: Plain) -> Any:
    return plain.value
