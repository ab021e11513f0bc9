"""Signing by Standard Webhooks 1.0: the secret of a subscription, and both while one replaces another."""

import base64
import os
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from standardwebhooks.webhooks import Webhook

_BYTES = 32
PREFIX = "whsec_"


def new_secret() -> str:
    """A secret as a partner keeps it."""
    return PREFIX + base64.b64encode(os.urandom(_BYTES)).decode()


def place_of(subscription_id: UUID) -> str:
    """For which place a subscription's secret is sealed."""
    return f"webhook:{subscription_id}"


def signed(message_id: str, at: datetime, body: bytes, secrets: Sequence[str]) -> dict[str, str]:
    """The headers of one attempt: the id stays over all attempts, the time and so the signature do not."""
    text = body.decode()
    signatures = [Webhook(one).sign(message_id, at, text) for one in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
