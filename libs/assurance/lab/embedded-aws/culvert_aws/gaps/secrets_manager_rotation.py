"""Rotation of secrets."""

import sys
import time
import uuid
from threading import Thread
from typing import Any

from moto.awslambda.models import lambda_backends
from moto.core.exceptions import JsonRESTError
from moto.secretsmanager.exceptions import (
    InvalidRequestException,
    SecretNotFoundException,
)
from moto.secretsmanager.models import FakeSecret, SecretsManagerBackend

from .gap import Gap

STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")


class Rotation(Gap, extends=SecretsManagerBackend):
    """Configures rotation, and unless `RotateImmediately` is false lets the rotation function take
    its four steps, in the background and as far as they succeed. A rotation that did not end is
    taken up again when another is asked for, which is refused.

    moto takes the steps before it answers, goes on after one that failed, and cannot configure
    rotation for a secret that has no value yet.

    https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
    https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
    """

    def rotate_secret(
        self: SecretsManagerBackend,
        secret_id: str,
        client_request_token: str | None = None,
        rotation_lambda_arn: str | None = None,
        rotation_rules: dict[str, Any] | None = None,
        rotate_immediately: bool = True,
    ) -> str:
        if not self._is_valid_identifier(secret_id):
            raise SecretNotFoundException()
        secret: FakeSecret = self.secrets[secret_id]
        secret.rotation_lambda_arn = rotation_lambda_arn or secret.rotation_lambda_arn
        if not secret.rotation_lambda_arn:
            raise InvalidRequestException("No Lambda rotation function ARN is associated with it.")
        if rotation_rules is not None:
            secret.rotation_rules = rotation_rules
        secret.rotation_requested = secret.rotation_enabled = True
        if not rotate_immediately or not secret.versions:
            return secret.to_short_dict()

        unfinished = pending_version(secret)
        token = unfinished or client_request_token or str(uuid.uuid4())
        if unfinished is None:
            secret.versions[token] = {
                "createdate": int(time.time()),
                "version_id": token,
                "version_stages": ["AWSPENDING"],
            }
        Thread(target=rotate, args=[secret, token], daemon=True).start()
        if unfinished is not None:
            raise InvalidRequestException(
                "A previous rotation isn't complete. That rotation will be reattempted."
            )
        return secret.to_short_dict(version_id=token)


class RotationDescription(Gap, extends=FakeSecret):
    """What DescribeSecret says about rotation; moto says days where a schedule was asked for, and
    drops the duration of its window.

    https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
    """

    def to_dict(self: FakeSecret) -> dict[str, Any]:
        description: dict[str, Any] = RotationDescription.moto.to_dict(self)
        if self.rotation_requested:
            description["RotationRules"] = getattr(self, "rotation_rules", {})
        return description


def pending_version(secret: FakeSecret) -> str | None:
    """The version of a rotation that did not end."""
    return next(
        (
            version_id
            for version_id, version in secret.versions.items()
            if version["version_stages"] == ["AWSPENDING"]
        ),
        None,
    )


def rotate(secret: FakeSecret, token: str) -> None:
    account_id, region = secret.rotation_lambda_arn.split(":")[4], secret.region
    for step in STEPS:
        event = {"Step": step, "SecretId": secret.arn, "ClientRequestToken": token}
        try:
            function = lambda_backends[account_id][region].get_function(secret.rotation_lambda_arn)
            outcome = function.run(event)
        except JsonRESTError as error:
            return report(secret, step, error.message)
        if outcome.failed:
            return report(secret, step, outcome.payload.get("errorType"))
    secret.last_rotation_date = int(time.time())


def report(secret: FakeSecret, step: str, error: str) -> None:
    print(f"rotation of {secret.name} ended at {step}: {error}", file=sys.stderr, flush=True)
