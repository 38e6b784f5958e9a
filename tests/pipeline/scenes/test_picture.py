from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QSize

from tests.pipeline.scenes.conftest import cornered
from tests.pipeline.scenes.looking import colour
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.scenes.picture import open_picture, render

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage


pytestmark = pytest.mark.usefixtures("fonts")
CORNERS = ["#ff0000", "#00ff00", "#0000ff", "#000000"]


def corners(image: QImage) -> list[str]:
    right, bottom = image.width() - 3, image.height() - 3
    return [colour(image, x, y) for x, y in ((2, 2), (right, 2), (2, bottom), (right, bottom))]


def drawn(image: Image.Image, path: Path, size: QSize | None = None, **saving: object) -> QImage:
    image.save(path, **saving)
    picture = open_picture(path.parent, path.name)
    return render(picture, size or picture.size)


@pytest.mark.parametrize("size", [(400, 300), (2000, 1500), (150, 100), (401, 299)])
def test_the_whole_picture_is_scaled_and_nothing_cropped(size: tuple[int, int], tmp_path: Path) -> None:
    image = drawn(cornered(size), tmp_path / "a.png", QSize(300, 220))
    assert (image.width(), image.height()) == (300, 220)
    assert image.format() == image.Format.Format_RGB32
    assert corners(image) == CORNERS
    assert colour(image, 150, 110) == "#ffffff"


@pytest.mark.parametrize("suffix", [".png", ".gif", ".tif", ".webp", ".jpg"])
def test_every_format_that_figures_come_in(suffix: str, tmp_path: Path) -> None:
    image = drawn(cornered((900, 600)), tmp_path / f"a{suffix}", QSize(200, 133))
    for seen, wanted in zip(corners(image), CORNERS, strict=True):
        far = [abs(int(seen[at : at + 2], 16) - int(wanted[at : at + 2], 16)) for at in (1, 3, 5)]
        assert max(far) < 25, f"{seen} instead of {wanted}"


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (64, 64), (200, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (0, 0, 32, 64))
    image = drawn(clear, tmp_path / "a.png", QSize(16, 16))
    assert colour(image, 3, 8) == "#0000ff"
    assert colour(image, 12, 8) == "#ffffff"


def test_a_transparent_colour_of_a_palette_is_white(tmp_path: Path) -> None:
    image = Image.new("P", (10, 10), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    assert colour(drawn(image, tmp_path / "a.png", transparency=0), 5, 5) == "#ffffff"


@pytest.mark.parametrize(
    ("mode", "value", "seen"),
    [
        ("L", 128, "#808080"),
        ("1", 255, "#ffffff"),
        ("I;16", 0x8080, "#808080"),
        ("LA", (0, 255), "#000000"),
        ("CMYK", (0, 0, 0, 0), "#ffffff"),
        ("CMYK", (0, 255, 255, 0), "#ff0000"),
    ],
)
def test_every_kind_of_pixel(mode: str, value: object, seen: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    image = drawn(Image.new(mode, (40, 40), value), path, QSize(10, 10))  # type: ignore[arg-type]  # a pixel of any mode
    assert colour(image, 5, 5) == seen


def swapped_profile() -> bytes:
    """An sRGB profile whose red and blue primaries have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")


def test_colours_are_converted_by_the_profile_of_the_file(tmp_path: Path) -> None:
    red = Image.new("RGB", (40, 40), "#FF0000")
    assert colour(drawn(red, tmp_path / "plain.png"), 5, 5) == "#ff0000"
    assert colour(drawn(red, tmp_path / "p.png", icc_profile=swapped_profile()), 5, 5) == "#0000ff"


def test_a_broken_profile_is_ignored(tmp_path: Path) -> None:
    red = Image.new("RGB", (40, 40), "#FF0000")
    assert colour(drawn(red, tmp_path / "a.png", icc_profile=b"not a profile"), 5, 5) == "#ff0000"


def test_a_photograph_on_its_side_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = drawn(cornered((600, 400)), tmp_path / "a.png", exif=exif)
    assert (image.width(), image.height()) == (400, 600)
    assert corners(image) == ["#0000ff", "#ff0000", "#000000", "#00ff00"]


def test_a_damaged_picture_is_named(tmp_path: Path) -> None:
    content = BytesIO()
    cornered((600, 400)).save(content, "PNG")
    (tmp_path / "cut.png").write_bytes(content.getvalue()[:700])
    with pytest.raises(VideoGenError, match=r"cut\.png") as error:
        render(open_picture(tmp_path, "cut.png"), QSize(100, 60))
    assert error.value.code == "figure-unreadable"


def test_a_drawing_in_postscript_is_not_even_tried(tmp_path: Path) -> None:
    cornered((40, 40)).save(tmp_path / "a.eps")
    (tmp_path / "a.eps").rename(tmp_path / "a.png")
    with pytest.raises(VideoGenError) as error:
        open_picture(tmp_path, "a.png")
    assert error.value.code == "figure-unreadable"


@pytest.mark.parametrize("name", ["absent.png", "../secret.png", "/etc/hostname", ""])
def test_a_picture_that_is_not_in_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    cornered((40, 40)).save(tmp_path / "secret.png")
    (tmp_path / "out").mkdir()
    with pytest.raises(VideoGenError) as error:
        open_picture(tmp_path / "out", name)
    assert error.value.code == "figure-unreadable"


@pytest.mark.parametrize(("mode", "size"), [("1", (17_000, 16_900)), ("RGB", (9000, 9000))])
def test_a_picture_too_large_to_decode_is_refused(mode: str, size: tuple[int, int], tmp_path: Path) -> None:
    Image.new(mode, size).save(tmp_path / "a.png", compress_level=1)
    with pytest.raises(VideoGenError, match=r"a\.png") as error:
        render(open_picture(tmp_path, "a.png"), QSize(100, 100))
    assert error.value.code == "figure-too-large"


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux only")
def test_a_huge_picture_takes_bounded_memory(tmp_path: Path) -> None:
    Image.new("RGB", (9000, 7000), "#336699").save(tmp_path / "huge.png", compress_level=1)
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSize\n"
        "from videogen_desktop.pipeline.scenes.picture import open_picture, render\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "image = render(open_picture(Path(sys.argv[1]), 'huge.png'), QSize(1400, 1089))\n"
        "print(image.pixelColor(700, 500).name())\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    seen, megabytes = done.stdout.split()
    assert seen == "#336699"
    assert int(megabytes) < 330
