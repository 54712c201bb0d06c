"""The only finder of resource files: the language data, the bundled examples, icons and themes.

They lie in one of two places: beside the modules as `dateline/resources` (an installed wheel, a frozen bundle), or in
an editable checkout as `resources/` at its top, two folders above the package. Nothing else asks where files are. It
must not know what is in them.
"""

from pathlib import Path

PACKAGE_FOLDER = Path(__file__).resolve().parent
EXAMPLE_SUFFIXES = frozenset({".txt", ".html", ".md", ".dateline"})


class MissingResource(RuntimeError):
    """A file that travels with the program is not there: a broken installation, not something a person did."""


def resource_folder(package: Path = PACKAGE_FOLDER) -> Path:
    """The folder of all resources, for the package that lies in the given folder."""
    installed = package / "resources"
    if installed.is_dir():
        return installed
    checkout = package.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    raise MissingResource(f"no resources beside {package}")


def resource_path(name: str) -> Path:
    """The file or folder of that name, with slashes, below the resources (`languages/en.toml`).

    MissingResource where there is none, and ValueError where the name leads out of the folder.
    """
    folder = resource_folder()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{name!r} leads out of the resources")
    if not path.exists():
        raise MissingResource(f"no resource {name!r} in {folder}")
    return path


def read_text(name: str) -> str:
    """The text of a resource file, UTF-8, its line ends as they are in the file."""
    return resource_path(name).read_bytes().decode("utf-8")


def examples() -> tuple[Path, ...]:
    """The bundled example documents in the order of their names; the first is the one to show a newcomer."""
    folder = resource_path("examples")
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in EXAMPLE_SUFFIXES))
