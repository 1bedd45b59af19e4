"""Versions of secrets."""

from moto.secretsmanager.models import FakeSecret

from .gap import Gap


class CurrentVersion(Gap, extends=FakeSecret):
    """The version that GetSecretValue answers with by itself is the one that is labelled
    AWSCURRENT; moto's stays as it was when UpdateSecretVersionStage moves the label.

    https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    """

    @property
    def default_version_id(self: FakeSecret) -> str | None:
        current = (
            version_id
            for version_id, version in self.versions.items()
            if "AWSCURRENT" in version["version_stages"]
        )
        return next(current, self.first_version_id)

    @default_version_id.setter
    def default_version_id(self: FakeSecret, version_id: str | None) -> None:
        self.first_version_id = version_id
