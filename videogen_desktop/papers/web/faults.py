"""What can go wrong on the way to another machine, as errors for a person."""

from __future__ import annotations

from videogen_desktop.errors import VideoGenError


class TryAgain(Exception):  # noqa: N818 - it is an instruction to the retry loop, not the error itself
    """This time it did not work, and asking again may help.

    Args:
        error: What the person hears when asking again did not help either.
        after_s: Seconds that the other side asked us to wait, when it said so.
    """

    def __init__(self, error: VideoGenError, after_s: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.after_s = after_s


def no_network(host: str, what: str) -> VideoGenError:
    """The error for a machine that cannot be reached or a connection that breaks."""
    return VideoGenError(
        "no-network",
        f"{host} {what}.",
        "Check the internet connection and try again; a paper in hand needs none.",
        retryable=True,
    )


def rate_limited(host: str, after_s: float | None = None) -> VideoGenError:
    """The error for a machine that says that it is asked too often (RFC 6585, 429)."""
    wait = f"{max(1, round(after_s))} seconds" if after_s is not None else "a few minutes"
    return VideoGenError(
        "rate-limited",
        f"{host} is asked too often and wants a pause.",
        f"Try again in {wait}.",
        retryable=True,
        retry_after_s=after_s,
    )


def server_error(host: str, status: int, after_s: float | None = None) -> VideoGenError:
    """The error for a machine that fails on its own side."""
    return VideoGenError(
        "server-error",
        f"{host} has a problem of its own (status {status}).",
        "Try again later; nothing is wrong on this computer.",
        retryable=True,
        retry_after_s=after_s,
    )


def too_large(host: str, cap: int) -> VideoGenError:
    """The error for a body that is larger than anything that was asked for can be."""
    return VideoGenError(
        "too-large",
        f"{host} sent more than {cap / 2**20:.0f} MB, which is too much for what was asked.",
        "Report the paper's number; nothing of it was kept.",
    )


def bad_answer(host: str, what: str) -> VideoGenError:
    """The error for an answer that is something else than what was asked for."""
    return VideoGenError(
        "bad-answer",
        f"{host} {what}.",
        "Try again later; on a public network, log in to it with the browser first.",
        retryable=True,
    )


def cancelled() -> VideoGenError:
    """The error for work that the person stopped."""
    return VideoGenError("cancelled", "The work was stopped.", "Start it again to go on.", retryable=True)
