"""What counts as an address on the web, in a field and in prose alike."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from build_tools import prose
from build_tools.model.fields import WebAddress

ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)
GOOD = (
    "https://gazette.example",
    "http://gazette.example:8080/trams?a=1#b",
    "https://gazette.example/@name/status",
    "https://[2001:db8::1]/x",
    "https://köln.example/",
)
BAD = (
    "https://",
    "https:///trams",
    "https://?x",
    "https://#x",
    "http:/gazette.example",
    "HTTPS//gazette.example",
    "https://gazette.example@evil.example/",
    "https://user:word@gazette.example/",
    "https://gazette.example:port/",
    "https://-gazette.example",
    "javascript:alert(1)//https://x",
    "ftp://gazette.example/x",
    "https://gazette example/",
)


@pytest.mark.parametrize("address", GOOD)
def test_an_address_with_a_host_is_let_through(address: str) -> None:
    assert ADDRESS.validate_python(address) == address
    assert prose.bad_links(f"[x](<{address}>)") == ()


@pytest.mark.parametrize("address", BAD)
def test_one_without_a_host_or_with_a_password_is_not(address: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(address)
    assert prose.bad_links(f"[x](<{address}>)") != ()
