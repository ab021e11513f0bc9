"""Tests of the gateway: the record and who may see it, the audit, and passing on."""
