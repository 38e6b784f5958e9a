"""The detail side of the window: the film of the chosen job, its script, its paper and its log."""

from videogen_desktop.desktop.details.pane import DetailPane

__all__ = ["DetailPane"]
