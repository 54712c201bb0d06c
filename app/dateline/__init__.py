"""Dateline: documents in, a timeline out on which every mark leads to the exact words it rests on.

This module is the door for other programs. Nothing inside the package imports it: each part imports its neighbours.
"""

from dateline.version import __version__

__all__ = ["__version__"]
