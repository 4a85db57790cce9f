"""`make setup`: everything the site needs to run; with --ontwikkeling also what testing and judging need."""

import sys

from scripts.pakketten import install_npm, install_python


def setup(*, ontwikkeling: bool) -> None:
    install_python(ontwikkeling=ontwikkeling)
    install_npm(ontwikkeling=ontwikkeling)


if __name__ == "__main__":
    setup(ontwikkeling="--ontwikkeling" in sys.argv[1:])
