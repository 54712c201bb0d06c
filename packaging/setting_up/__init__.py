"""What bootstrap.py does: the system's libraries, the environment, then the program or its tests.

Standard library only, and nothing of the program but its finder of resources: it works before anything is installed.
"""
