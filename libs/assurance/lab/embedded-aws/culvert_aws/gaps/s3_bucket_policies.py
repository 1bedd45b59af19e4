"""Policies of buckets."""

from typing import Any

from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket

from .gap import Gap


class BucketPolicies(Gap, extends=FakeBucket):
    """Policies are kept and not enforced, as everywhere in the embedded AWS. moto enforces those of
    buckets without their conditions, so that a denial of what is not encrypted denies everything.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
    """

    def get_permission(self: FakeBucket, *_request: Any, **_more: Any) -> PermissionResult:
        return PermissionResult.PERMITTED
