"""What a start found is said in the window, once it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.export.finished import finished_job
from tests.desktop.window.desk import add
from videogen_desktop.desktop.found import Found
from videogen_desktop.jobs.model import Ending
from videogen_desktop.jobs.reconciling import Reconciled
from videogen_desktop.jobs.restart import Recovery, TakenBack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]


def test_a_film_that_was_broken_off_and_one_that_is_gone_are_told(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    def leave(store: JobStore) -> None:
        store.set_reason("owner", False)
        add("Acupuncture")(store)
        film = finished_job(folder.films).film
        claim = store.claim("a program that is gone")
        assert film
        assert claim
        store.finish(claim, Ending("completed", "completed", film=film))
        film.path.with_name("thumbnail.jpg").unlink()
        film.path.unlink()
        add("Cortical circuits", first=2)(store)
        assert store.claim("a program that is gone")
        store.set_reason("owner", True)

    before(leave)
    desk = opened()
    desk.until(lambda: "broken off" in desk.window.notices.text)
    assert desk.window.notices.text == (
        "One film was broken off when the program ended; it goes on from its last finished step. "
        "One finished film is not in its place any more."
    )


def test_a_quiet_start_says_nothing(opened: Open, before: Before) -> None:
    before(add("Cortical circuits"))
    assert opened().window.notices.text == ""


def test_a_disk_that_is_not_connected_is_named(tmp_path: Path) -> None:
    recovery = Recovery(reconciled=Reconciled(out_of_reach=(tmp_path,), back=(1,)))
    assert Found().words(recovery) == (
        f"The folder of films {tmp_path} cannot be found; is its disk connected? "
        "One film that was missing is in its place again."
    )


def test_what_does_not_go_on_is_not_said_to() -> None:
    paused = TakenBack(1, "pmid-1-00000000", 1, "paused", "It had been paused.", processes_gone=True)
    assert Found().words(Recovery((paused,))) == ""
