"""Where a webhook may go: the tricks by which one would reach into our own network."""

import ipaddress
import socket

import pytest

from gateway.feed.guard import AddressNotPublic, Guard, is_public
from gateway.feed.sending import DeliveryResult, Sender

pytestmark = pytest.mark.anyio

INSIDE = [
    str(ipaddress.IPv4Address(0)), "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1",
    "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
]  # fmt: skip
TRICKS = [
    "http://partner.example/hook", "ftp://partner.example/", "file:///etc/passwd", "gopher://x.y/",
    "//partner.example/", "partner.example", "", "https://", "https:///path", "https://partner",
    "https://user@partner.example/", "https://user:secret@partner.example/", "https://@partner.example",
    "https://partner.example:22/", "https://partner.example:80/", "https://partner.example:6379/",
    "https://partner.example:0/", "https://partner.example:99999/", "https://partner.example/#inside",
    "https://localhost/", "https://localhost./", "https://0x7f.1/", "https://0x7f000001/",
    "https://2130706433/", "https://0177.0.0.1/", "https://127.1/", "https://127.0.0.1./",
    "https://0/", "https://1.2.3.4.5/", "https://partner.example.0x1/",
    "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/",
    "https://[fe80::1%25eth0]/", "https://[::]/", "https://127.0.0.1/", "https://169.254.169.254/latest",
    "https://ⓛocalhost.example/", "https://１２７.0.0.1/", "https://127。0。0。1/",
    "https://partner.example\\@127.0.0.1/", "https://partner.example/\r\nHost: x", "https://a b.example/",
    "https://partner.example/" + "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "91.198.174.192", "2606:4700::1111", "2a02:a300::1"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("url", TRICKS)
def test_an_address_that_is_a_trick_is_refused_before_a_name_is_asked(url: str) -> None:
    guard = Guard()

    with pytest.raises(AddressNotPublic):
        guard.check(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://partner.example/hooks?a=b", "https://partner.example:8443", "https://1.1.1.1/",
        "https://xn--bdk.example/", "https://[2606:4700::1111]/",
    ],
)  # fmt: skip
def test_an_honest_address_passes(url: str) -> None:
    assert str(Guard().check(url).host)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/hook", "http://[::1]:9/", "https://127.0.0.1/"]
)
def test_a_demonstration_may_call_its_own_machine(url: str) -> None:
    assert Guard(to_this_machine=True).check(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/", "https://169.254.169.254/", "http://partner.example/", "http://127.1/",
        "ftp://127.0.0.1/", "http://user@127.0.0.1/", "http://localhost:80/",
    ],
)  # fmt: skip
def test_and_nothing_else_of_ours(url: str) -> None:
    with pytest.raises(AddressNotPublic):
        Guard(to_this_machine=True).check(url)


class Names:
    """A name server that answers as a test says, one answer after another."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
        self.left = list(answers)
        monkeypatch.setattr(socket, "getaddrinfo", self.answer)

    def answer(self, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        """What getaddrinfo returns."""
        if not self.left:
            raise socket.gaierror(f"no more answers for {host}")
        return [
            (socket.AF_INET6 if ":" in ip else socket.AF_INET, 1, 6, "", (ip, port))
            for ip in self.left.pop(0)
        ]


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "fd00::1", "::1"])
async def test_a_name_that_leads_inside_is_refused(
    monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    Names(monkeypatch, [inside], ["1.1.1.1", inside])
    guard = Guard()

    for _ in range(2):
        with pytest.raises(AddressNotPublic):
            await guard.admit("https://partner.example/")


async def test_a_name_that_nobody_knows_is_refused_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    Names(monkeypatch)

    with pytest.raises(AddressNotPublic):
        await Guard().admit("https://partner.example/")


async def test_a_name_that_leads_inside_later_is_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = Names(monkeypatch, ["1.1.1.1"], ["127.0.0.1"])
    sender = Sender(Guard())
    await sender.open()

    await sender.guard.admit("https://partner.example/")
    outcome = await sender.send("https://partner.example/", {}, b"{}")
    await sender.close()

    assert outcome.result is DeliveryResult.NOT_PUBLIC
    assert names.left == []


async def test_the_connection_goes_to_the_address_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = Names(monkeypatch, ["127.0.0.2"], ["10.0.0.1"])
    sender = Sender(Guard(to_this_machine=True))
    await sender.open()

    outcome = await sender.send("https://partner.example:8443/", {}, b"{}")
    await sender.close()

    # It was asked for once, and nobody listens at what it answered.
    assert outcome.result is DeliveryResult.UNREACHABLE
    assert names.left == [["10.0.0.1"]]
