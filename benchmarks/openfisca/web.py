"""OpenFisca's own web API on the same rule: `gunicorn web:app`."""

from openfisca_web_api.app import create_app
from rule import system

app = create_app(system())
