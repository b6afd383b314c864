"""Data within a page of HTML: blocks that a browser neither runs nor shows, and that nothing in a text can end."""

import base64
from typing import Final

import msgspec

from extract.results import PagePicture

_ESCAPES: Final = (
    (b"<", b"\\u003c"),  # else </script> or <!-- in a text would end the block
    (b">", b"\\u003e"),
    (b"&", b"\\u0026"),
    ("\u2028".encode(), b"\\u2028"),  # line ends to older browsers
    ("\u2029".encode(), b"\\u2029"),
)


def escaped(json: bytes) -> bytes:
    """JSON of the same meaning that can stand in a ``script`` element: these characters occur only within strings."""
    for character, escape in _ESCAPES:
        json = json.replace(character, escape)
    return json


def encode(value: object) -> bytes:
    """A value as JSON for a block."""
    return escaped(msgspec.json.encode(value))


def block(name: str, json: bytes) -> bytes:
    """The element of a block.

    Args:
        name: its ``id``, of letters, digits, hyphens and points.
        json: escaped.
    """
    return b'<script type="application/json" id="' + name.encode() + b'">' + json + b"</script>\n"


def picture_block(document_id: str, picture: PagePicture) -> bytes:
    """The element that holds the picture of a page, in Base64."""
    name = f"picture.{document_id}.{picture.page}".encode()
    return b'<script type="text/plain" id="' + name + b'">' + base64.b64encode(picture.data) + b"</script>\n"
