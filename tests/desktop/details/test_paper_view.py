"""A paper to read: what is known, what is marked, and that nothing in it is more than text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor

from videogen_desktop.desktop.details.paper_view import PaperView
from videogen_desktop.desktop.details.passages import paper_blocks
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.papers.model import Author, Journal, Paper, PaperIds, PartialDate, Relation
from videogen_desktop.papers.richtext import RichText, Run, plain_text
from videogen_desktop.pipeline.script import write_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.desktop.details.conftest import Bench
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none

HOSTILE = (
    '<a href="https://evil.example">click</a><img src="file:///etc/passwd"><script>x</script>'
    '<table background="https://evil.example/x.png">&lt;'
)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PaperView:
    view = PaperView(theme)
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show()
    return view


@pytest.fixture(scope="module")
def sample() -> Paper:
    samples = Path(__file__).resolve().parents[3] / "resources" / "samples"
    return read_in_hand(samples / "elife-32671").paper


def a_paper(title: RichText | str = "A title", **more: object) -> Paper:
    rich = plain_text(title) if isinstance(title, str) else title
    return replace(Paper(PaperIds(), rich, "in-hand"), **more)  # type: ignore[arg-type]  # fields by name


def show(view: PaperView, paper: Paper, qtbot: QtBot) -> None:
    view.show_paper(paper, paper_blocks(paper, None))
    qtbot.waitUntil(lambda: not view.filling)


def formats(view: PaperView) -> dict[str, QTextCursor]:
    """Each letter of the first line with a cursor after it."""
    found = {}
    for place in range(1, view.document().firstBlock().length()):
        cursor = QTextCursor(view.document())
        cursor.setPosition(place)
        found[view.document().characterAt(place - 1)] = cursor
    return found


def test_everything_that_is_known_is_shown(view: PaperView, qtbot: QtBot) -> None:
    paper = a_paper(
        authors=(Author("Yang", "Weijian"), Author(collective="The Group")),
        journal=Journal("eLife"),
        published=PartialDate(2018),
        ids=PaperIds("29608148", "PMC5880761", "10.7554/eLife.32671"),
        volume="7",
        issue="2",
        pages="1–9",
        relations=(Relation("corrected-by", doi="10.1000/fix"),),
        notes=("Figure 3 is damaged and was left out.",),
    )
    show(view, paper, qtbot)
    text = view.toPlainText()
    assert "Weijian Yang, The Group" in text
    assert "eLife · 2018 · 7(2): 1–9" in text
    assert "https://doi.org/10.7554/eLife.32671" in text
    assert "https://pubmed.ncbi.nlm.nih.gov/29608148/" in text
    assert "A correction of this paper was published. https://doi.org/10.1000/fix" in text
    assert "Figure 3 is damaged" in text


def test_only_italic_and_raised_and_lowered_letters_survive(view: PaperView, qtbot: QtBot) -> None:
    title = RichText((Run("E", "i"), Run("H"), Run("2", "sub"), Run("O"), Run("+", "sup")))
    show(view, a_paper(title), qtbot)
    letters = formats(view)
    align = letters["2"].charFormat().VerticalAlignment
    assert letters["E"].charFormat().fontItalic()
    assert not letters["H"].charFormat().fontItalic()
    assert letters["2"].charFormat().verticalAlignment() == align.AlignSubScript
    assert letters["+"].charFormat().verticalAlignment() == align.AlignSuperScript


def test_markup_in_a_title_is_text(view: PaperView, qtbot: QtBot) -> None:
    show(view, a_paper(HOSTILE, authors=(Author(HOSTILE),), journal=Journal(HOSTILE)), qtbot)
    assert view.toPlainText().count(HOSTILE) == 3
    assert "evil" not in "".join(anchors(view))


def anchors(view: PaperView) -> set[str]:
    """Where its links lead to."""
    found = set()
    cursor = QTextCursor(view.document())
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if cursor.charFormat().isAnchor():
            found.add(cursor.charFormat().anchorHref())
    return found


def test_nothing_is_ever_loaded(view: PaperView, tmp_path: Path) -> None:
    picture = tmp_path / "p.html"
    picture.write_text("<h1>loaded</h1>", encoding="utf-8")
    assert view.loadResource(3, QUrl.fromLocalFile(str(picture))) is None
    view.setHtml(f'<img src="{picture.as_uri()}"><a href="{picture.as_uri()}">go</a>')
    view.viewport().grab()
    view.anchorClicked.emit(QUrl.fromLocalFile(str(picture)))
    assert "loaded" not in view.toPlainText()


def test_a_title_from_right_to_left_begins_at_the_right(view: PaperView, qtbot: QtBot) -> None:
    show(view, a_paper("שלום עולם: evil\u202e title"), qtbot)
    line = view.document().firstBlock()
    assert line.textDirection().name == "RightToLeft"
    assert "\u202e" not in line.text()


def test_quotes_are_marked_and_pointed_out_where_they_stand(
    view: PaperView, sample: Paper, theme: Theme, qtbot: QtBot
) -> None:
    script = write_script(sample)
    view.show_paper(sample, paper_blocks(sample, script))
    sentences = [sentence for scene in script.scenes for sentence in scene.sentences]
    number = max(n for n, s in enumerate(sentences) if s.source.locator.startswith("abstract"))
    view.point_out(number)  # long before that passage is there
    qtbot.waitUntil(lambda: not view.filling)
    assert view.pointed_out == sentences[number].source.quote
    assert view.verticalScrollBar().value() > 0
    (selection,) = view.extraSelections()
    assert view.cursorRect(selection.cursor).intersects(view.viewport().rect())
    assert view.quoted[number] == sentences[number].source.quote
    marked = QTextCursor(view.document())
    marked.setPosition(selection.cursor.selectionStart() + 1)
    assert marked.charFormat().background().color() == QColor(theme.roles.marked)
    view.point_out(0)  # of the record itself
    assert view.verticalScrollBar().value() == 0
    assert view.pointed_out == ""


def place_of(view: PaperView) -> tuple[int, int]:
    """Where the words that are pointed out begin and end, in the coordinates of the viewport."""
    (selection,) = view.extraSelections()
    first, last = QTextCursor(selection.cursor), QTextCursor(selection.cursor)
    first.setPosition(selection.cursor.selectionStart())
    last.setPosition(selection.cursor.selectionEnd())
    return view.cursorRect(first).top(), view.cursorRect(last).bottom()


@pytest.mark.parametrize("backwards", [False, True])
def test_all_words_of_every_quote_are_in_view_in_a_small_window(
    view: PaperView, sample: Paper, qtbot: QtBot, backwards: bool
) -> None:
    view.resize(426, 137)
    view.show_paper(sample, paper_blocks(sample, write_script(sample)))
    qtbot.waitUntil(lambda: not view.filling)
    quoted = sorted(view.quoted, reverse=backwards)
    assert len(quoted) >= 5
    for number in quoted:
        view.point_out(number)
        top, bottom = place_of(view)
        assert top >= 0
        assert bottom <= view.viewport().height()


def test_of_a_quote_taller_than_the_view_the_beginning_is_shown(
    view: PaperView, sample: Paper, qtbot: QtBot
) -> None:
    view.resize(426, 90)
    blocks = paper_blocks(sample, write_script(sample))
    number = next(i for i, block in enumerate(blocks) if block.quotes and len(block.text) > 600)
    whole = replace(blocks[number].quotes[0], start=0, end=len(blocks[number].text))
    view.show_paper(
        sample, (*blocks[:number], replace(blocks[number], quotes=(whole,)), *blocks[number + 1 :])
    )
    qtbot.waitUntil(lambda: not view.filling)
    view.point_out(whole.sentence)
    top, bottom = place_of(view)
    assert bottom > view.viewport().height()
    assert 0 <= top < view.viewport().height() / 2


def test_words_pointed_out_while_the_script_is_read_are_in_view_when_the_paper_is_turned_to(
    bench: Bench, finished: Job
) -> None:
    bench.pane.resize(420, 420)
    bench.show(finished)
    view = bench.pane.paper.view
    number = max(view.quoted, key=lambda sentence: view.toPlainText().find(view.quoted[sentence]))
    bench.pane.script.view.chosen.emit(number)
    bench.pane.tabs.setCurrentWidget(bench.pane.paper)
    assert view.verticalScrollBar().value() > 0
    top, bottom = place_of(view)
    assert top >= 0
    assert bottom <= view.viewport().height()


def test_letters_beyond_the_first_plane_shift_no_mark(view: PaperView, sample: Paper, qtbot: QtBot) -> None:
    script = write_script(sample)
    blocks = paper_blocks(sample, script)
    number = next(i for i, block in enumerate(blocks) if block.quotes)
    block = blocks[number]
    quote = block.quotes[0]
    before = "🧬🧬🧬 "
    moved = replace(
        block,
        text=before + block.text,
        quotes=(replace(quote, start=quote.start + len(before), end=quote.end + len(before)),),
    )
    view.show_paper(sample, (*blocks[:number], moved))
    qtbot.waitUntil(lambda: not view.filling)
    assert view.quoted[quote.sentence] == block.text[quote.start : quote.end]


@pytest.mark.alone
def test_the_longest_real_paper_never_holds_the_window_up(
    view: PaperView, corpus: Path, qtbot: QtBot, longest_wait: Callable[[Callable[[], object]], float]
) -> None:
    largest = max((corpus / "jats").iterdir(), key=lambda path: path.stat().st_size)
    paper = read_in_hand(largest).paper
    blocks = paper_blocks(paper, write_script(paper))

    def show() -> None:
        view.show_paper(paper, blocks)
        qtbot.waitUntil(lambda: not view.filling)

    assert longest_wait(show) < 0.1
    last = max(view.quoted)
    assert longest_wait(lambda: view.point_out(last)) < 0.1


def test_a_retracted_paper_and_an_abstract_alone_are_told_of(
    bench: Bench, finished: Job, jobs: dict[State, Job]
) -> None:
    bench.show(finished)
    banner = bench.pane.paper.banner
    assert banner.text == ""
    bench.changed(replace(finished, paper=replace(finished.paper, retracted=True)))
    assert "was retracted" in banner.text
    bench.show(replace(jobs["failed"], paper=replace(finished.paper, abstract_only=True)))
    assert "Only the abstract" in banner.text


def test_a_paper_that_was_not_fetched_shows_what_is_known(bench: Bench, jobs: dict[State, Job]) -> None:
    job = jobs["failed"]
    bench.show(
        replace(job, paper=replace(job.paper, title="Known title", journal="Known journal", year=1999))
    )
    text = bench.pane.paper.view.toPlainText()
    assert "Known title" in text
    assert "Known journal · 1999" in text
    assert f"https://pubmed.ncbi.nlm.nih.gov/{job.paper.pmid}/" in text
    assert bench.pane.paper.banner.text == ""


def test_a_damaged_paper_is_told_of(bench: Bench, finished: Job) -> None:
    (bench.folder.film_of(finished.key) / "paper.json").write_bytes(b"{")
    bench.show(finished)
    assert "cannot be read" in bench.pane.paper.banner.text


@pytest.mark.parametrize(
    ("form", "begins"), [("As text", "A title."), ("As BibTeX", "@"), ("As RIS", "TY  - ")]
)
def test_the_citation_is_copied_in_each_form(
    bench: Bench, jobs: dict[State, Job], form: str, begins: str
) -> None:
    job = jobs["failed"]
    bench.show(replace(job, paper=replace(job.paper, title="A title", year=1999)))
    tab = bench.pane.paper
    (action,) = (action for action in tab.cite.menu().actions() if action.text() == form)
    action.trigger()
    assert QGuiApplication.clipboard().text().startswith(begins)
    assert tab.copied.text() == "Copied"


def test_only_the_papers_own_pages_are_opened(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    view = bench.pane.paper.view
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    view.anchorClicked.emit(QUrl("https://evil.example/"))
    assert bench.opened == []
    address = next(iter(anchors(view)))
    view.anchorClicked.emit(QUrl(address))
    assert [url.toString() for url in bench.opened] == [address]
    assert "Abstract" in view.toPlainText(), "the pane itself goes nowhere"


def test_a_paper_without_end_is_shown_in_part(bench: Bench, finished: Job) -> None:
    home = bench.folder.film_of(finished.key)
    paper = msgspec.json.decode((home / "paper.json").read_bytes(), type=Paper)
    section = paper.sections[0]
    long = replace(section.paragraphs[0], text="word " * 6000, marks=())
    endless = replace(paper, sections=(replace(section, paragraphs=(long,) * 100),))
    (home / "paper.json").write_bytes(msgspec.json.encode(endless))
    bench.show(finished)
    assert "The rest is too long to be shown here." in bench.pane.paper.view.toPlainText()
