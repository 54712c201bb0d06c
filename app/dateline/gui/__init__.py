"""The window: widgets that show a session and pass on what a person does. Nothing else in the program imports it."""

from dateline.gui.importing import restore_import

restore_import()
