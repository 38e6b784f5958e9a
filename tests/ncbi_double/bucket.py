"""PMC's open-data bucket, as pmc-oa-opendata.s3.amazonaws.com answers it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.ncbi_double.records import title_of
from tests.ncbi_double.replies import Params, Reply, xml_reply

if TYPE_CHECKING:
    from tests.ncbi_double.library import Holding, Library

BUCKET = "pmc-oa-opendata"

_VERSION = re.compile(r"(PMC\d+)\.(\d+)")
_NO_SUCH_KEY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code>'
    "<Message>The specified key does not exist.</Message><Key>{key}</Key></Error>"
)


def answer(library: Library, key: str, params: Params) -> Reply:
    """Answer with a listing, or with the object under ``key``."""
    if not key:
        return _listing(library, params.get("prefix", ""), params.get("delimiter", ""))
    found = _object(library, key)
    if found is None:
        return Reply(404, _NO_SUCH_KEY.format(key=escape(key)).encode(), "application/xml")
    return Reply(200, found, _media_type(key), {"ETag": f'"{_md5(found)}"', "Server": "AmazonS3"})


def metadata(holding: Holding, version: int) -> dict[str, object]:
    """Return what ``metadata/PMC….json`` says of a paper."""
    name = f"{holding.pmcid}.{version}"
    folder = f"s3://{BUCKET}/{name}"
    return {
        "pmcid": holding.pmcid,
        "version": version,
        "pmid": int(holding.pmid) if holding.pmid else None,
        "doi": holding.doi,
        "mid": None,
        "title": title_of(holding),
        "citation": holding.name,
        "is_pmc_openaccess": holding.license_code is not None,
        "is_manuscript": False,
        "is_historical_ocr": False,
        "is_retracted": holding.retracted_in_bucket,
        "license_code": holding.license_code or "TDM",
        "pdf_url": None,
        "xml_url": f"{folder}/{name}.xml?md5={_md5(holding.jats or b'')}",
        "text_url": None,
        "media_urls": [f"{folder}/{file}?md5={_md5(body)}" for file, body in holding.pictures.items()],
    }


def _listing(library: Library, prefix: str, delimiter: str) -> Reply:
    keys = sorted(key for holding in library if _is_open(holding) for key in _keys(holding))
    keys = [key for key in keys if key.startswith(prefix)]
    folders: dict[str, None] = {}
    files = []
    for key in keys:
        rest = key.removeprefix(prefix)
        if delimiter and delimiter in rest:
            folders[prefix + rest.partition(delimiter)[0] + delimiter] = None
        else:
            files.append(key)
    contents = "".join(
        f"<Contents><Key>{escape(key)}</Key><StorageClass>STANDARD</StorageClass></Contents>" for key in files
    )
    common = "".join(f"<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>" for folder in folders)
    return xml_reply(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
        f"<Name>{BUCKET}</Name><Prefix>{escape(prefix)}</Prefix>"
        f"<KeyCount>{len(files) + len(folders)}</KeyCount>"
        f"<MaxKeys>1000</MaxKeys><Delimiter>{escape(delimiter)}</Delimiter><IsTruncated>false</IsTruncated>"
        f"{contents}{common}</ListBucketResult>".encode()
    )


def _is_open(holding: Holding) -> bool:
    return holding.in_bucket and holding.pmcid is not None and holding.jats is not None


def _keys(holding: Holding) -> list[str]:
    keys = []
    for version in range(1, holding.version + 1):
        name = f"{holding.pmcid}.{version}"
        keys += [f"{name}/{name}.xml", f"{name}/{name}.json", f"metadata/{name}.json"]
        keys += [f"{name}/{file}" for file in holding.pictures]
    return keys


def _object(library: Library, key: str) -> bytes | None:
    named = _VERSION.match(key.removeprefix("metadata/"))
    holding = library.by_pmcid(named[1]) if named else None
    if named is None or holding is None or not _is_open(holding) or key not in _keys(holding):
        return None
    if key.endswith(f"{named[0]}.json"):
        return json.dumps(metadata(holding, int(named[2]))).encode()
    if key.endswith(f"{named[0]}.xml"):
        return holding.jats
    return holding.pictures[key.partition("/")[2]]


def _media_type(key: str) -> str:
    endings = {
        ".json": "application/json",
        ".xml": "application/xml",
        ".jpg": "image/jpeg",
        ".png": "image/png",
    }
    return next((kind for ending, kind in endings.items() if key.endswith(ending)), "binary/octet-stream")


def _md5(body: bytes) -> str:
    return hashlib.md5(body, usedforsecurity=False).hexdigest()
