"""PMC's open-data bucket (https://pmc.ncbi.nlm.nih.gov/tools/pmcaws/): full text, licence and figures.

``/?list-type=2&prefix=PMC123.&delimiter=/`` lists the versions of an article, ``metadata/PMC123.1.json``
describes one of them, and the files are under ``PMC123.1/``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote

import msgspec

from videogen_desktop.papers.ncbi.reading import FullText, full_text_in, json_in, xml_in
from videogen_desktop.papers.web import WebRequest
from videogen_desktop.papers.xml import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.papers.web import Answer, WebClient

T = TypeVar("T")

_DAY = 86400.0
_MONTH = 30 * _DAY
_NAME = "pmc-oa-opendata"
_HOLDERS = (
    f"s3://{_NAME}/",
    f"https://{_NAME}.s3.amazonaws.com/",
    f"https://{_NAME}.s3.us-east-1.amazonaws.com/",
    f"https://s3.amazonaws.com/{_NAME}/",
)
_MISSING = (403, 404)
"""What S3 says of an object that is not there; which of the two depends on who may list the bucket."""
_FILE_NAME = re.compile(r"[^/\\\x00-\x1f\x7f]{1,255}")


@dataclass(frozen=True)
class BucketArticle:
    """One version of an article.

    Args:
        name: ``PMC123.2``, which is also the folder of its files.
        xml: The name of the file with its full text.
        media: The names of its other files.
        licence_code: PMC's word for the licence (``CC BY``), or empty.
        retracted: Whether PMC says that it is retracted.
    """

    name: str
    xml: str
    media: tuple[str, ...] = ()
    licence_code: str = ""
    retracted: bool = False


class Bucket:
    """Reads the bucket, or a mirror of it; every file is asked for there and nowhere else."""

    def __init__(self, web: WebClient, base_url: str) -> None:
        self._web = web
        self._base_url = base_url

    def newest(self, pmcid: str) -> BucketArticle | None:
        """Return the highest version of an article, or None when the bucket does not have it.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says.
        """
        asked = (("list-type", "2"), ("prefix", f"{pmcid}."), ("delimiter", "/"))
        request = WebRequest(self._base_url, asked, cap=2**20, keep_s=_DAY)
        versions = self._web.fetch(request, lambda answer: _versions_in(answer, pmcid) or None) or []
        described = (self._describe(pmcid, version) for version in sorted(versions, reverse=True))
        return next((article for article in described if article is not None), None)

    def full_text(self, article: BucketArticle) -> FullText | None:
        """Return an article's full text, or None when it is not there.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says.
        """
        pmcid = article.name.partition(".")[0]

        def read(answer: Answer) -> FullText | None:
            return full_text_in(answer, xml_in(answer), "pmc-bucket", pmcid) if _is_there(answer) else None

        return self._web.fetch(self._file(article, article.xml, MAX_BYTES), read)

    def media(self, article: BucketArticle, name: str, cap: int, read: Callable[[bytes], T]) -> T | None:
        """Return what ``read`` makes of one of an article's files, or None when the file is not there.

        Raises:
            VideoGenError: as :meth:`WebClient.fetch` says, and what ``read`` raises.
        """
        return self._web.fetch(
            self._file(article, name, cap),
            lambda answer: read(answer.body) if _is_there(answer) else None,
        )

    def _describe(self, pmcid: str, version: int) -> BucketArticle | None:
        name = f"{pmcid}.{version}"
        request = WebRequest(f"{self._base_url}metadata/{name}.json", cap=8 * 2**20, keep_s=_DAY)
        return self._web.fetch(request, lambda answer: self._article_in(answer, pmcid, name))

    def _article_in(self, answer: Answer, pmcid: str, name: str) -> BucketArticle | None:
        if not _is_there(answer):
            return None
        metadata = json_in(answer, _Metadata)
        if metadata.pmcid.upper() != pmcid:
            raise answer.unusable("described another paper than the one that was asked for")
        media = (file_name(reference, name, self._base_url) for reference in metadata.media_urls or ())
        return BucketArticle(
            name,
            xml=file_name(metadata.xml_url or "", name, self._base_url) or f"{name}.xml",
            media=tuple(file for file in media if file is not None),
            licence_code=metadata.license_code or "",
            retracted=metadata.is_retracted is True
            or str(metadata.is_retracted).lower() in ("yes", "true", "1"),
        )

    def _file(self, article: BucketArticle, name: str, cap: int) -> WebRequest:
        return WebRequest(f"{self._base_url}{article.name}/{quote(name, safe='')}", cap=cap, keep_s=_MONTH)


def file_name(reference: str, folder: str, base_url: str) -> str | None:
    """Return the name of an article's file that metadata refer to, or None when it is not one.

    Args:
        reference: An ``s3://`` or ``https://`` address in the bucket, or the bare key of an object.
        folder: The folder of the article, ``PMC123.1``.
        base_url: The bucket or the mirror that is asked.
    """
    key = reference.partition("?")[0]
    for holder in (*_HOLDERS, base_url):
        if key.startswith(holder):
            key = key.removeprefix(holder)
            key = key if holder.startswith("s3:") else unquote(key)
            break
    name = key.removeprefix(f"{folder}/")
    return name if name != key and _FILE_NAME.fullmatch(name) and name not in (".", "..") else None


class _Metadata(msgspec.Struct):
    pmcid: str
    license_code: str | None = None
    is_retracted: bool | int | str | None = None
    xml_url: str | None = None
    media_urls: list[str] | None = None


def _versions_in(answer: Answer, pmcid: str) -> list[int]:
    if not answer.ok:
        raise answer.unusable(f"refused the request (status {answer.status})")
    listing = xml_in(answer)
    if listing.tag != "ListBucketResult":
        raise answer.unusable("sent something else than a list of files")
    folder = re.compile(rf"{pmcid}\.([1-9]\d{{0,3}})/")
    found = (folder.fullmatch(prefix.text or "") for prefix in listing.iterfind("CommonPrefixes/Prefix"))
    return [int(match[1]) for match in found if match]


def _is_there(answer: Answer) -> bool:
    if answer.ok:
        return True
    if answer.status in _MISSING:
        return False
    raise answer.unusable(f"refused the request (status {answer.status})")
