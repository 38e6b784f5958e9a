"""Where papers are fetched from, and in whose name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import platformdirs

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION = "videogen-desktop"

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_API_KEY = re.compile(r"[0-9A-Za-z]{1,128}")


def _user_cache() -> Path:
    return Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False))


@dataclass(frozen=True)
class FetchSettings:
    """Settings of the network.

    Args:
        eutils_url: The folder of the E-utilities.
        idconv_url: PMC's ID converter.
        bucket_url: PMC's open-data bucket, or a mirror of it.
        tool: The name that this application goes by at NCBI.
        email: Whom NCBI may write to when something goes wrong; empty for nobody.
        api_key: An NCBI API key, which raises the rate from 3 to 10 requests a second.
        cache_dir: Where answers are kept; None to keep none.

    Raises:
        VideoGenError: ``bad-setting``.
    """

    eutils_url: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
    idconv_url: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
    bucket_url: str = "https://pmc-oa-opendata.s3.amazonaws.com/"
    tool: str = APPLICATION
    email: str = ""
    api_key: str | None = field(default=None, repr=False)
    cache_dir: Path | None = field(default_factory=_user_cache)

    def __post_init__(self) -> None:
        for name in ("eutils_url", "idconv_url", "bucket_url"):
            object.__setattr__(self, name, _folder_address(getattr(self, name)))
        if self.email and not _EMAIL.fullmatch(self.email):
            raise _bad_setting("The contact email is not an email address.")
        if self.api_key is not None and not _API_KEY.fullmatch(self.api_key):
            raise _bad_setting("The NCBI API key may hold only letters and digits.")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> FetchSettings:
        """Read the settings from environment variables; what is missing or empty has its usual value.

        The variables are VIDEOGEN_EUTILS_URL, VIDEOGEN_IDCONV_URL, VIDEOGEN_PMC_BUCKET_URL,
        VIDEOGEN_NCBI_API_KEY, VIDEOGEN_CONTACT_EMAIL and VIDEOGEN_CACHE_DIR.

        Raises:
            VideoGenError: ``bad-setting``.
        """
        usual = cls()
        cache_dir = _value(environ, "VIDEOGEN_CACHE_DIR")
        return cls(
            eutils_url=_value(environ, "VIDEOGEN_EUTILS_URL") or usual.eutils_url,
            idconv_url=_value(environ, "VIDEOGEN_IDCONV_URL") or usual.idconv_url,
            bucket_url=_value(environ, "VIDEOGEN_PMC_BUCKET_URL") or usual.bucket_url,
            email=_value(environ, "VIDEOGEN_CONTACT_EMAIL") or usual.email,
            api_key=_value(environ, "VIDEOGEN_NCBI_API_KEY"),
            cache_dir=Path(cache_dir) if cache_dir else usual.cache_dir,
        )


def _value(environ: Mapping[str, str], name: str) -> str | None:
    return environ.get(name, "").strip() or None


def _folder_address(address: str) -> str:
    """Check an address and let it end in a slash, so that names can be put behind it."""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    else:
        sound = sound and not (parts.username or parts.password or parts.query or parts.fragment)
    if not sound:
        raise _bad_setting("The address of a service must be plain http or https, without a name or query.")
    return address if address.endswith("/") else f"{address}/"


def _bad_setting(message: str) -> VideoGenError:
    return VideoGenError("bad-setting", message, "Correct it in the settings or the environment.")
