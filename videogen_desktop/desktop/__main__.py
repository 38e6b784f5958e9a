"""``python -m videogen_desktop.desktop`` opens the window."""

from videogen_desktop.desktop.app import main

if __name__ == "__main__":
    main()
