"""The passes that classify lines by what stands around them, one idea a file. Each reads a page and decides rows that
are open.
"""
