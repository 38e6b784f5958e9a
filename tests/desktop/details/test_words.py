"""What the details say without a widget: times, places, licences, links, logs, marked passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.desktop.details.harmless import harmless
from videogen_desktop.desktop.details.licence_words import licence_words
from videogen_desktop.desktop.details.links import may_be_opened, paper_links
from videogen_desktop.desktop.details.log_reading import TAIL_BYTES, read_log
from videogen_desktop.desktop.details.passages import paper_blocks
from videogen_desktop.desktop.details.places import duration, place_of
from videogen_desktop.desktop.details.times import SentenceTimes, sentence_times
from videogen_desktop.desktop.film_files import Heard, HeardScene, HeardSentence
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.papers.licence import read_licence
from videogen_desktop.papers.model import Licence, Paper, PaperIds, Section
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.pipeline.script import write_script
from videogen_desktop.pipeline.script.model import RECORD, Card, Scene, Script, Sentence, Source

if TYPE_CHECKING:
    from pathlib import Path


def said(text: str, source: Source | None = None) -> Sentence:
    return Sentence(text, source or Source("Results", "body/0", 1, 1, text))


def script_of(*scenes: tuple[str, ...]) -> Script:
    made = tuple(Scene("text", "", tuple(map(said, texts))) for texts in scenes)
    return Script(1, Card(*[""] * 10), made)


def heard_of(*scenes: tuple[int, tuple[tuple[str, float], ...]]) -> Heard:
    return Heard(
        tuple(
            HeardScene(frames, tuple(HeardSentence(text, start, start + 1) for text, start in said))
            for frames, said in scenes
        )
    )


def test_a_scene_begins_when_the_frames_before_it_are_over() -> None:
    times = sentence_times(
        script_of(("A.", "B."), ("C.",)), heard_of((90, (("A.", 0.3), ("B.", 1.5))), (60, (("C.", 0.3),)))
    )
    assert times.scenes == (0.0, 3.0)
    assert times.sentences == (0.3, 1.5, 3.3)
    assert [times.heard_at(at) for at in (0.0, 0.3, 1.49, 2.9, 3.29, 60.0)] == [None, 0, 1, 1, 2, 2]
    assert times.start_of(2) == 3.3
    assert times.start_of(3) is None


def test_in_a_scene_only_its_own_sentences_are_heard() -> None:
    script = script_of(("A.", "B."), (), ("C.",))
    heard = heard_of((90, (("A.", 0.3), ("B.", 1.5))), (30, ()), (60, (("C.", 0.5),)))
    times = sentence_times(script, heard)
    assert [times.place_of(sentence) for sentence in range(4)] == [(0, 0.3), (0, 1.5), (2, 0.5), None]
    assert [times.heard_in(0, at) for at in (0.0, 0.3, 1.6, 60.0)] == [None, 0, 1, 1]
    assert [times.heard_in(1, at) for at in (0.0, 60.0)] == [None, None]
    assert [times.heard_in(2, at) for at in (0.0, 0.5, 60.0)] == [None, 2, 2]
    assert [times.heard_in(scene, 1.0) for scene in (-1, 3)] == [None, None]
    assert SentenceTimes().place_of(0) is None


@pytest.mark.parametrize(
    "heard",
    [
        None,
        heard_of((30, (("Something else.", 0.3),))),
        heard_of((30, (("A.", 0.3),)), (30, ())),
    ],
)
def test_a_narration_of_another_script_tells_no_times(heard: Heard | None) -> None:
    assert sentence_times(script_of(("A.",)), heard) == SentenceTimes()


def test_times_that_go_backwards_are_none() -> None:
    heard = heard_of((90, (("A.", 1.5), ("B.", 0.3))))
    assert sentence_times(script_of(("A.", "B.")), heard) == SentenceTimes()


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("A.", Source("A › B", "", 2, 3, "A."), "A › B, paragraph 2, sentence 3, word for word"),
        ("A.", Source("Results", "", 1, 1, "B."), "Results, paragraph 1, sentence 1: “B.”"),
        ("A.", Source(RECORD, "record", 0, 0, "eLife"), "Article information: “eLife”"),
        ("A.", Source("Results", "", 1, 2, ""), "Results, paragraph 1, sentence 2"),
        ("A.", Source("", "", 0, 0, ""), ""),
    ],
)  # fmt: skip
def test_a_place_is_told_in_words(text: str, source: Source, told: str) -> None:
    assert place_of(said(text, source)).translate({0x2068: None, 0x2069: None}) == told


def test_a_quote_from_right_to_left_turns_nothing_around() -> None:
    assert "“\u2068שלום evil\u2069”" in place_of(said("A.", Source("R", "", 1, 1, "שלום\u202eevil")))


def test_times_are_told_as_a_player_does() -> None:
    assert [duration(at) for at in (0, 9.9, 65, 3725)] == ["0:00", "0:09", "1:05", "1:02:05"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("CC BY 4.0", "CC BY 4.0: free to share and change, if its authors are named."),
        ("CC BY-NC-ND 4.0", "free to share whole, if its authors are named. Not for commercial use."),
        ("CC BY-SA 3.0", "What is made of it needs the same licence."),
        ("CC0", "CC0 1.0: free to use, share and change for any purpose."),
        ("something", "No licence is stated that allows use"),
    ],
)
def test_a_licence_is_told_in_words(code: str, told: str) -> None:
    assert told in licence_words(read_licence("", "", code))


def test_a_licence_of_no_known_kind_is_told_by_its_name() -> None:
    assert licence_words(Licence("OGL-3.0", "Open Government Licence")) == "Open Government Licence"


def test_links_are_made_of_identifiers_only() -> None:
    links = paper_links(PaperIds("29608148", "PMC5880761", "10.7554/eLife.32671"))
    assert [link.address for link in links] == [
        "https://doi.org/10.7554/eLife.32671",
        "https://pubmed.ncbi.nlm.nih.gov/29608148/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5880761/",
    ]
    assert all(may_be_opened(link.address) for link in links)


def test_what_is_no_identifier_leads_nowhere() -> None:
    assert paper_links(PaperIds("1/../../evil", "PMC1?x", "javascript:alert(1)")) == ()
    assert paper_links(PaperIds("٣", "PMC٣", "10.1/x")) == ()


def test_a_doi_cannot_leave_its_place() -> None:
    (link,) = paper_links(PaperIds(doi='10.1000/a<b>#?&"%0a'))
    assert link.address == "https://doi.org/10.1000/a%3Cb%3E%23%3F%26%22%250a"


@pytest.mark.parametrize(
    "address",
    [
        "http://doi.org/10.1/x",
        "https://doi.org.evil.example/",
        "https://evil@doi.org/",
        "https://doi.org:444/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://[",
        "",
    ],
)
def test_nothing_else_is_opened(address: str) -> None:
    assert not may_be_opened(address)


def test_harmless_text_keeps_its_length() -> None:
    text = "a\x00b\u202ec\ud800d\ufdd0e\ufffcf\u2029g\r\nh🧬"
    assert harmless(text) == "a b c d e f g  h🧬"
    assert len(harmless(text)) == len(text)


def test_a_log_is_read_from_its_end_and_then_on(tmp_path: Path) -> None:
    log = tmp_path / "job.log"
    assert read_log(log).lines == ()
    log.write_bytes(b"one\ntwo\nhal")
    part = read_log(log)
    assert (part.lines, part.anew, part.cut) == (("one", "two"), True, False)
    with log.open("ab") as file:
        file.write(b"f\nthree\n")
    more = read_log(log, part.position)
    assert (more.lines, more.anew) == (("half", "three"), False)
    assert read_log(log, more.position).lines == ()


def test_of_a_long_log_the_end_is_read(tmp_path: Path) -> None:
    log = tmp_path / "job.log"
    log.write_bytes(b"".join(b"line %06d\n" % number for number in range(60_000)))
    part = read_log(log)
    assert part.cut
    assert part.lines[-1] == "line 059999"
    assert part.lines[0].startswith("line ")
    assert TAIL_BYTES * 0.99 < sum(len(line) + 1 for line in part.lines) <= TAIL_BYTES


def test_a_log_that_was_begun_anew_is_read_anew(tmp_path: Path) -> None:
    log = tmp_path / "job.log"
    log.write_bytes(b"old line\n" * 10)
    position = read_log(log).position
    log.write_bytes(b"new\n")
    part = read_log(log, position)
    assert (part.lines, part.anew) == (("new",), True)


def test_what_a_log_holds_is_only_text(tmp_path: Path) -> None:
    log = tmp_path / "job.log"
    log.write_bytes(b"\x1b[31mred\x1b[0m \xff\x00\x07 \xe2\x80\xaeevil\n" + b"x" * 10_000 + b"\n")
    red, long = read_log(log).lines
    assert red == "red \ufffd evil"
    assert len(long) < 5000


def test_a_log_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret\n")
    try:
        (tmp_path / "job.log").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("links cannot be made here")
    assert read_log(tmp_path / "job.log").lines == ()


@pytest.mark.parametrize("name", ["elife-32671", "jats", "."])
def test_every_quote_of_a_real_script_is_found_in_its_paper(corpus: Path, name: str) -> None:
    """Every sentence but those about the record itself has its words marked where the script says."""
    papers = [corpus / name] if name.startswith("elife") else sorted((corpus / "jats").glob("*.nxml"))[:4]
    if name == ".":
        papers = sorted((corpus / "jats").glob("journal.*.xml"))[:6]
    told = 0
    for path in papers:
        paper = read_in_hand(path).paper
        try:
            script = write_script(paper)
        except VideoGenError:  # a correction or a book review with nothing to tell
            continue
        sentences = [sentence for scene in script.scenes for sentence in scene.sentences]
        wanted = {number for number, s in enumerate(sentences) if s.source.section != RECORD}
        marked = {quote.sentence: block.text[quote.start : quote.end]
                  for block in paper_blocks(paper, script) for quote in block.quotes}  # fmt: skip
        assert marked == {number: sentences[number].source.quote for number in wanted}
        told += len(wanted)
    assert told >= 5


def test_sections_without_end_are_cut() -> None:
    section = Section("deep", ())
    for _ in range(500):
        section = Section("above", (), (section,))
    blocks = paper_blocks(Paper(PaperIds(), plain_text("T"), "in-hand", sections=(section,)), None)
    assert 0 < len(blocks) <= 20
