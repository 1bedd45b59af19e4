"""Resource shares of AWS Resource Access Manager: who shares what with whom."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from moto.core.utils import unix_time, utcnow
from moto.moto_api._internal import mock_random
from moto.ram.exceptions import UnknownResourceException
from moto.ram.models import ResourceShare, ram_backends
from moto.ram.responses import ResourceAccessManagerResponse
from moto.ram.urls import url_paths

from .gap import Gap


def add_routes(actions: Iterable[str]) -> None:
    """Has moto dispatch the actions; in this protocol the path is the action's name."""
    for action in actions:
        url_paths["{0}/" + action.lower() + "/?$"] = ResourceAccessManagerResponse.dispatch


def resource_shares(region: str) -> Iterator[ResourceShare]:
    """The resource shares of every account, without the deleted ones."""
    for backends in list(ram_backends.values()):
        yield from (s for s in list(backends[region].resource_shares) if s.status != "DELETED")


def admits(share: ResourceShare, account_id: str) -> bool:
    """Whether the account may use what is shared: it is named and has no invitation to accept."""
    invitation = share.invitations.get(account_id)
    return account_id in share.principals and (
        invitation is None or invitation["status"] == "ACCEPTED"
    )


def is_shared_with(account_id: str, resource_arn: str, region: str) -> bool:
    return any(
        resource_arn in share.resource_arns and admits(share, account_id)
        for share in resource_shares(region)
    )


def find_share(arn: str, region: str) -> ResourceShare:
    for share in resource_shares(region):
        if share.arn == arn:
            return share
    raise UnknownResourceException(f"ResourceShare {arn} could not be found.")


class ResourceShareInvitees(Gap, extends=ResourceShare):
    """An account is invited to a share that admits principals from outside the organization; those
    of one that does not admit them are taken for members of it, and need no invitation.

    moto invites nobody, and leaves the tags out.

    https://docs.aws.amazon.com/ram/latest/APIReference/API_CreateResourceShare.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShareInvitation.html
    """

    def __init__(self: ResourceShare, account_id: str, region: str, **kwargs: Any) -> None:
        self.invitations: dict[str, dict[str, Any]] = {}
        self.tags: dict[str, str] = {t["key"]: t["value"] for t in kwargs.get("tags", [])}
        ResourceShareInvitees.moto.__init__(self, account_id, region, **kwargs)

    def add_principals(self: ResourceShare, principals: list[str]) -> None:
        added = [principal for principal in principals if principal not in self.principals]
        ResourceShareInvitees.moto.add_principals(self, added)
        for account_id in filter(str.isdigit, added if self.allow_external_principals else []):
            self.invitations[account_id] = invitation(self, account_id)

    def describe(self: ResourceShare) -> dict[str, Any]:
        tags = [{"key": key, "value": value} for key, value in self.tags.items()]
        return {**ResourceShareInvitees.moto.describe(self), "tags": tags}


def invitation(share: ResourceShare, account_id: str) -> dict[str, Any]:
    owner = f"arn:{share.partition}:ram:{share.region}:{share.owning_account_id}"
    return {
        "resourceShareInvitationArn": f"{owner}:resource-share-invitation/{mock_random.uuid4()}",
        "resourceShareArn": share.arn,
        "resourceShareName": share.name,
        "senderAccountId": share.owning_account_id,
        "receiverAccountId": account_id,
        "invitationTimestamp": unix_time(utcnow()),
        "status": "PENDING",
    }


class ResourceShares(Gap, extends=ResourceAccessManagerResponse):
    """An account sees the shares that it owns, and those of others that admit it, with what is in
    them; their tags and permissions.

    moto knows an account's own shares only, and none of the last four actions.

    https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShares.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResources.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResourceSharePermissions.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_TagResource.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_UntagResource.html
    """

    @classmethod
    def fill(cls) -> None:
        super().fill()
        add_routes(
            ("ListResources", "ListResourceSharePermissions", "TagResource", "UntagResource")
        )

    def get_resource_shares(self: ResourceAccessManagerResponse) -> str:
        shares = [share.describe() for share in visible_shares(self)]
        name = self._get_param("name")
        return json.dumps({"resourceShares": [s for s in shares if name in (None, s["name"])]})

    def list_resources(self: ResourceAccessManagerResponse) -> str:
        resources = [
            {
                "arn": arn,
                "type": resource_type(arn),
                "resourceShareArn": share.arn,
                "status": "AVAILABLE",
            }
            for share in visible_shares(self)
            for arn in share.resource_arns
        ]
        return json.dumps({"resources": resources})

    def list_resource_share_permissions(self: ResourceAccessManagerResponse) -> str:
        share = find_share(self._get_param("resourceShareArn"), self.region)
        types = sorted({resource_type(arn) for arn in share.resource_arns})
        return json.dumps({"permissions": [default_permission(share, t) for t in types]})

    def tag_resource(self: ResourceAccessManagerResponse) -> str:
        share = find_share(self._get_param("resourceShareArn"), self.region)
        share.tags |= {tag["key"]: tag["value"] for tag in self._get_param("tags")}
        return "{}"

    def untag_resource(self: ResourceAccessManagerResponse) -> str:
        share = find_share(self._get_param("resourceShareArn"), self.region)
        for key in self._get_param("tagKeys"):
            share.tags.pop(key, None)
        return "{}"


def visible_shares(request: ResourceAccessManagerResponse) -> list[ResourceShare]:
    """The shares that the request asks for, by owner and ARN."""
    me = request.current_account
    arns = request._get_param("resourceShareArns", [])
    own = request._get_param("resourceOwner") == "SELF"
    return [
        share
        for share in resource_shares(request.region)
        if (share.owning_account_id == me if own else admits(share, me))
        and (not arns or share.arn in arns)
    ]


def resource_type(arn: str) -> str:
    """`ec2:TransitGateway`, for the ARN of one."""
    service, kind = arn.split(":")[2], arn.split(":", 5)[5].partition("/")[0]
    return f"{service}:{kind.title().replace('-', '')}"


def default_permission(share: ResourceShare, kind: str) -> dict[str, Any]:
    """What AWS lets principals do with a resource of the kind, unless it is told otherwise."""
    name = f"AWSRAMDefaultPermission{kind.partition(':')[2]}"
    return {
        "arn": f"arn:{share.partition}:ram::aws:permission/{name}",
        "name": name,
        "resourceType": kind,
        "version": "1",
        "defaultVersion": True,
        "status": "ASSOCIATED",
        "isResourceTypeDefault": True,
        "permissionType": "AWS_MANAGED",
        "creationTime": unix_time(share.creation_time),
    }
