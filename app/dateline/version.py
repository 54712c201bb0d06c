"""The version of Dateline, told once: for the wheel, for `--version`, and for what is written into files.

It must not know any other part of the program.
"""

__version__ = "0.1.0"
