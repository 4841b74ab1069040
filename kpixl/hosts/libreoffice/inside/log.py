"""The log file `kpixl.log` in the user's profile of LibreOffice: what went wrong, in detail."""

from __future__ import annotations

import logging
from functools import cache
from logging.handlers import RotatingFileHandler

from kpixl.hosts.libreoffice.inside.office import user_file

NAME = "kpixl.log"
LARGEST = 500_000  # bytes; one file before this one is kept


def log_file() -> str:
    return user_file(NAME)


@cache
def log() -> logging.Logger:
    logger = logging.getLogger("kpixl.libreoffice")
    logger.setLevel(logging.INFO)
    logger.propagate = False  # nobody reads what LibreOffice's Python prints
    try:
        target: logging.Handler = RotatingFileHandler(
            log_file(), maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        target = logging.NullHandler()
    target.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(target)
    return logger
