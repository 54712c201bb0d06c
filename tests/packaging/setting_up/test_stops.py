"""What programs print when they fail, as they print it, becomes one sentence."""

import errno
from pathlib import Path

import pytest

from setting_up import stops

FOLDER = Path("project")


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "is full"),
        ("OSError: [WinError 112] There is not enough space on the disk", "is full"),
        ("E: You don't have enough free space\ndpkg: error: No space left on device", "is full"),
        ("[Errno 122] Disk quota exceeded: 'x'", "is full"),
        ("connection broken by 'NewConnectionError(': Failed to establish a new connection: [Errno -3]", "reached"),
        ("Temporary failure resolving 'deb.debian.org'", "reached"),
        ("Could not resolve 'deb.debian.org'", "reached"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))", "reached"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "reached"),
        ("Error: [Errno 13] Permission denied: '/srv/project/.venv'", "cannot be written to"),
        ("OSError: [Errno 30] Read-only file system: '.venv'", "cannot be written to"),
    ],
)
def test_causes_outside_are_told(output: str, told: str) -> None:
    stop = stops.of_output(output, "The index", FOLDER)
    assert told in str(stop)
    assert "\n" not in str(stop)


def test_a_full_disk_is_told_before_what_it_breaks() -> None:
    both = "Connection broken: InvalidChunkLength\n[Errno 28] No space left on device"
    assert "is full" in str(stops.of_output(both, "The index", FOLDER))


def test_what_has_its_cause_inside_is_left_to_others() -> None:
    assert stops.of_output("SyntaxError: invalid syntax", "The index", FOLDER) is None


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "cannot be written to"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "project cannot be prepared: Input/output error."),
    ],
)
def test_errors_of_the_system_are_told(number: int, told: str) -> None:
    assert told in str(stops.of_os_error(OSError(number, "Input/output error"), FOLDER))
