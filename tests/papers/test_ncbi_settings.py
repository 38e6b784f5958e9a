"""Settings, from the environment and on their own."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.settings import FetchSettings

KEY = "0123456789abcdef"


def test_without_any_variable_they_are_the_real_services() -> None:
    settings = FetchSettings.from_environment({})
    assert settings == FetchSettings()
    assert settings.eutils_url == "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
    assert settings.idconv_url == "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
    assert settings.bucket_url == "https://pmc-oa-opendata.s3.amazonaws.com/"
    assert settings.cache_dir == Path(platformdirs.user_cache_dir("videogen-desktop", appauthor=False))
    assert (settings.tool, settings.email, settings.api_key) == ("videogen-desktop", "", None)


def test_every_variable_is_read(tmp_path: Path) -> None:
    settings = FetchSettings.from_environment(
        {
            "VIDEOGEN_EUTILS_URL": "http://127.0.0.1:8001/entrez/eutils",
            "VIDEOGEN_IDCONV_URL": "http://127.0.0.1:8002/",
            "VIDEOGEN_PMC_BUCKET_URL": "http://[::1]:8003/bucket",
            "VIDEOGEN_NCBI_API_KEY": f" {KEY} ",
            "VIDEOGEN_CONTACT_EMAIL": "someone@example.org",
            "VIDEOGEN_CACHE_DIR": str(tmp_path),
        }
    )
    assert settings.eutils_url == "http://127.0.0.1:8001/entrez/eutils/"
    assert settings.idconv_url == "http://127.0.0.1:8002/"
    assert settings.bucket_url == "http://[::1]:8003/bucket/"
    assert (settings.email, settings.api_key, settings.cache_dir) == ("someone@example.org", KEY, tmp_path)
    assert KEY not in repr(settings)


def test_an_empty_variable_is_none() -> None:
    names = ("EUTILS_URL", "IDCONV_URL", "PMC_BUCKET_URL", "NCBI_API_KEY", "CONTACT_EMAIL", "CACHE_DIR")
    assert FetchSettings.from_environment({f"VIDEOGEN_{name}": " " for name in names}) == FetchSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VIDEOGEN_EUTILS_URL", "eutils.ncbi.nlm.nih.gov"),
        ("VIDEOGEN_EUTILS_URL", "ftp://eutils.ncbi.nlm.nih.gov/"),
        ("VIDEOGEN_IDCONV_URL", "https:///articles"),
        ("VIDEOGEN_IDCONV_URL", "https://user:word@example.org/"),
        ("VIDEOGEN_PMC_BUCKET_URL", "https://example.org/?list-type=2"),
        ("VIDEOGEN_PMC_BUCKET_URL", "https://example.org:99999/"),
        ("VIDEOGEN_PMC_BUCKET_URL", "http://[::1/"),
        ("VIDEOGEN_CONTACT_EMAIL", "nobody"),
        ("VIDEOGEN_CONTACT_EMAIL", "a@b.c\r\nX-Header: 1"),
        ("VIDEOGEN_NCBI_API_KEY", "key&db=pmc"),
    ],
)
def test_what_makes_no_sense_is_said_without_repeating_it(name: str, value: str) -> None:
    with pytest.raises(VideoGenError) as raised:
        FetchSettings.from_environment({name: value})
    assert raised.value.code == "bad-setting"
    assert value not in str(raised.value)
