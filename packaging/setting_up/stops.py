"""The ways in which setting up can end early, each told in one sentence. Knows nothing of what is being set up."""

import errno
import re
from pathlib import Path


class Stop(Exception):
    """Setting up cannot go on; its text is the one sentence that says why and what to do."""


DISK_FULL = re.compile(
    r"no space left on device|not enough space on the disk|disk quota exceeded|errno 28\b", re.IGNORECASE
)
FORBIDDEN = re.compile(
    r"permission denied|access is denied|read-only file system|operation not permitted", re.IGNORECASE
)
NO_NETWORK = re.compile(
    r"name resolution|temporary failure resolving|name or service not known|nodename nor servname|getaddrinfo failed"
    r"|could not resolve|failed to establish a new connection|network is unreachable|no route to host"
    r"|connection refused|connection reset"
    r"|connection broken|cannot connect to proxy|proxyerror|tunnel connection failed|connection timed out"
    r"|read timed out|connecttimeout|sslerror|certificate verify failed|failed to fetch",
    re.IGNORECASE,
)


def disk_full(folder: Path) -> Stop:
    """The sentence for a full disk."""
    return Stop(f"The disk that holds {folder} is full: free about 1 GB there and run the same command again.")


def forbidden(folder: Path) -> Stop:
    """The sentence for a folder in which nothing may be written."""
    return Stop(f"{folder} cannot be written to: give yourself the right to, or copy the project to a folder of yours.")


def no_network(what: str) -> Stop:
    """The sentence for a network that does not answer."""
    return Stop(f"{what} cannot be reached: check the network or its proxy, and run the same command again.")


def of_os_error(error: OSError, folder: Path) -> Stop:
    """The sentence for an error of the operating system while something was written in the folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return forbidden(folder)
    return Stop(f"{folder} cannot be prepared: {error.strerror or error}.")


def of_output(output: str, what: str, folder: Path) -> Stop | None:
    """The sentence for what a program printed before it failed, where the cause lies outside; `what` it had to reach.

    A full disk goes first: what breaks because of it often looks like something else.
    """
    if DISK_FULL.search(output):
        return disk_full(folder)
    if NO_NETWORK.search(output):
        return no_network(what)
    if FORBIDDEN.search(output):
        return forbidden(folder)
    return None
