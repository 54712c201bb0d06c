"""Dateline: documents in, a timeline out on which every mark leads to the exact words it rests on.

This module is the door for other programs. Nothing inside the package imports it: each part imports its neighbours.
"""

from typing import TYPE_CHECKING, Any

from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.analysis import Analysis, analyse_document, analyse_documents, analyse_file, analyse_text

__all__ = ["Analysis", "__version__", "analyse_document", "analyse_documents", "analyse_file", "analyse_text"]


def __getattr__(name: str) -> Any:
    """The readers, imported when they are first asked for: importing the package for its version stays cheap."""
    if name in __all__:
        from dateline import analysis  # noqa: PLC0415 - its language data would slow down every start

        return getattr(analysis, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
