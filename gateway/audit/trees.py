"""A Merkle tree over the log, as RFC 6962 2.1 has it: one hash that stands for all entries in it.

An entry's own hash begins with the prefix of a leaf (`chain.link`), so it is the leaf.
"""

import hashlib


class Tree:
    """Grows by leaves, in order, and remembers a hash for each power of two in its size."""

    def __init__(self) -> None:
        self._peaks: list[tuple[int, bytes]] = []

    def add(self, leaf: bytes) -> None:
        """Append the hash of a leaf."""
        size, digest = 1, leaf
        while self._peaks and self._peaks[-1][0] == size:
            size, digest = 2 * size, _node(self._peaks.pop()[1], digest)
        self._peaks.append((size, digest))

    @property
    def root(self) -> bytes:
        """The hash of the whole tree; of an empty one the hash of nothing."""
        if not self._peaks:
            return hashlib.sha256().digest()
        digest = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            digest = _node(left, digest)
        return digest


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
