"""The source panel: a document's text with its date phrases underlined and the selected event's excerpts
highlighted.
"""
