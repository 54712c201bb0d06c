"""The window: widgets that show a session and pass on what a person does. Nothing else in the program imports it."""
