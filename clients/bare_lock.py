"""Takes out of package-lock.json whom npm suggests to give money to: a lock carries hashes, no addresses."""

# ruff: noqa: INP001 - a script beside what it writes, not a package
import json
from pathlib import Path

LOCK = Path(__file__).with_name("package-lock.json")


def main() -> None:
    """Write the lock anew without it; npm installs from either alike."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
