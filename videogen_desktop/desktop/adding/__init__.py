"""Adding papers: what is dropped, pasted, typed or opened is read, shown, and put into the queue."""

from videogen_desktop.desktop.adding.adder import Adder

__all__ = ["Adder"]
