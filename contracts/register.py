"""Importing this makes `Event.known` whole: an event is registered when its module is read.

Whoever tells of every service's events, as the gateway does, would otherwise be silent about those that
nothing else in its process happens to import.
"""

import importlib
import pkgutil

import contracts

for _module in pkgutil.walk_packages(contracts.__path__, "contracts."):
    if not _module.name.endswith(".register"):
        importlib.import_module(_module.name)
