"""Sets up the project's environment where needed and runs every check of the project.

python3 packaging/test.py                     ruff, mypy, import-linter and all tests
python3 packaging/test.py tests/papers -k doi the same, with pytest given these arguments
"""

import sys
from pathlib import Path

from supported_python import refuse_unsupported_python


def main() -> int:
    """Run all checks, also after one has failed, and return 0 when every one passed."""
    refuse_unsupported_python()
    from checks import run_checks
    from setup_environment import TEST, ready_python

    root = Path(__file__).resolve().parents[1]
    return run_checks(root, ready_python(root, TEST), sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
