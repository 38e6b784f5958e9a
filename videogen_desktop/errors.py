"""The one kind of error that reaches a person: a code, a sentence, and what to do next."""

from __future__ import annotations


class VideoGenError(Exception):
    """Something that went wrong in the world, not in the program.

    Args:
        code: A stable name in kebab case, such as ``paper-not-found``; programs act on it.
        message: One plain sentence saying what happened.
        hint: One plain sentence saying what the person can do next.
        retryable: True when the same request may succeed later without any change by the person.
        retry_after_s: Seconds the other side asked us to wait, when it said so (RFC 9110, Retry-After).
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str,
        *,
        retryable: bool = False,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(f"{message} {hint}")
        self.code = code
        self.message = message
        self.hint = hint
        self.retryable = retryable
        self.retry_after_s = retry_after_s
