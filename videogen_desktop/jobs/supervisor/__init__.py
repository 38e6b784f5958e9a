"""One pipeline process: started, listened to, measured, held to its limits, and ended with all it started."""

from videogen_desktop.jobs.supervisor.control import Asked, Control
from videogen_desktop.jobs.supervisor.events import ErrorEvent, Event, PaperEvent, ResultEvent, StageEvent
from videogen_desktop.jobs.supervisor.launch import EndedBy, Exit, Launch, Listener
from videogen_desktop.jobs.supervisor.processes import (
    end_everything,
    identity_of,
    processes_with,
    still_lives,
)
from videogen_desktop.jobs.supervisor.supervise import supervise

__all__ = [
    "Asked",
    "Control",
    "EndedBy",
    "ErrorEvent",
    "Event",
    "Exit",
    "Launch",
    "Listener",
    "PaperEvent",
    "ResultEvent",
    "StageEvent",
    "end_everything",
    "identity_of",
    "processes_with",
    "still_lives",
    "supervise",
]
