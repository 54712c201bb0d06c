"""The project file: what a person decided and what the machine read, on disk the moment it is done."""
