"""Dateline: documents in, a timeline out on which every mark leads to the exact words it rests on."""

__version__ = "0.1.0"
