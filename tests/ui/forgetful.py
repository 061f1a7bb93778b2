"""A disk that keeps what it is given and says the first time that it did not."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from pos.storage.database import BooksUnavailable

P = ParamSpec("P")
R = TypeVar("R")


def forgetful(really: Callable[P, R]) -> Callable[P, R]:
    """As the real method, but the first call says that the disk failed after all was kept."""
    failed: list[bool] = []

    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        done = really(*args, **kwargs)
        if not failed:
            failed.append(True)
            raise BooksUnavailable("full")
        return done

    return act


def unreadable(*_: object, **__: object) -> None:
    """A method of a service while the books can't be read."""
    raise BooksUnavailable("full")
