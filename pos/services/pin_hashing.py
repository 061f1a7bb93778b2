"""How a PIN is kept: as its argon2id hash, never as itself (docs/domain.md, "People and permission")."""

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class PinHasher(Protocol):
    """What `argon2.PasswordHasher` does."""

    def hash(self, password: str) -> str:
        """A hash with a fresh salt; it names the parameters that it was made with."""
        ...

    def verify(self, hash: str, password: str) -> Literal[True]:  # noqa: A002 (argon2's own name)
        """True where the hash is that PIN's; raises `argon2.exceptions.VerifyMismatchError` otherwise."""
        ...

    def check_needs_rehash(self, hash: str) -> bool:  # noqa: A002 (argon2's own name)
        """Whether the hash was made with other parameters than those in force."""
        ...


class Argon2Hasher:
    """argon2id with the library's own parameters, loaded when the first PIN is asked for: that takes 45 ms."""

    def __init__(self) -> None:
        self._loaded: PasswordHasher | None = None

    def hash(self, password: str) -> str:
        """As `PinHasher.hash`."""
        return self._hasher().hash(password)

    def verify(self, hash: str, password: str) -> Literal[True]:  # noqa: A002 (argon2's own name)
        """As `PinHasher.verify`."""
        return self._hasher().verify(hash, password)

    def check_needs_rehash(self, hash: str) -> bool:  # noqa: A002 (argon2's own name)
        """As `PinHasher.check_needs_rehash`."""
        return self._hasher().check_needs_rehash(hash)

    def _hasher(self) -> "PasswordHasher":
        if self._loaded is None:
            from argon2 import PasswordHasher  # see the class

            self._loaded = PasswordHasher()
        return self._loaded


def fits(hasher: PinHasher, kept: str, pin: str) -> bool:
    """Whether a PIN is the one of that hash. A hash that was tampered with fits no PIN."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return hasher.verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False
