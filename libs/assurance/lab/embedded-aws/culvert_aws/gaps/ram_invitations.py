"""Invitations to resource shares of AWS Resource Access Manager."""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.ram.responses import ResourceAccessManagerResponse

from .gap import Gap
from .ram_resource_shares import add_routes, resource_shares


class ResourceShareInvitations(Gap, extends=ResourceAccessManagerResponse):
    """The account that is invited to a share sees the invitation, accepts or rejects it.

    moto knows none of the three actions.

    https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShareInvitations.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_AcceptResourceShareInvitation.html
    https://docs.aws.amazon.com/ram/latest/APIReference/API_RejectResourceShareInvitation.html
    """

    @classmethod
    def fill(cls) -> None:
        super().fill()
        add_routes(
            (
                "GetResourceShareInvitations",
                "AcceptResourceShareInvitation",
                "RejectResourceShareInvitation",
            )
        )

    def get_resource_share_invitations(self: ResourceAccessManagerResponse) -> str:
        shares = self._get_param("resourceShareArns") or []
        arns = self._get_param("resourceShareInvitationArns") or []
        invitations = [
            invitation
            for invitation in received(self)
            if (not shares or invitation["resourceShareArn"] in shares)
            and (not arns or invitation["resourceShareInvitationArn"] in arns)
        ]
        return json.dumps({"resourceShareInvitations": invitations})

    def accept_resource_share_invitation(self: ResourceAccessManagerResponse) -> str:
        return decide(self, "ACCEPTED")

    def reject_resource_share_invitation(self: ResourceAccessManagerResponse) -> str:
        return decide(self, "REJECTED")


def received(request: ResourceAccessManagerResponse) -> list[dict[str, Any]]:
    """The invitations of the caller's account."""
    me = request.current_account
    return [
        share.invitations[me]
        for share in resource_shares(request.region)
        if me in share.invitations
    ]


def decide(request: ResourceAccessManagerResponse, status: str) -> str:
    arn = request._get_param("resourceShareInvitationArn")
    for invitation in received(request):
        if invitation["resourceShareInvitationArn"] == arn:
            if invitation["status"] != "PENDING":
                code = f"ResourceShareInvitationAlready{invitation['status'].title()}Exception"
                raise JsonRESTError(code, f"The invitation {arn} is {invitation['status']}.")
            invitation["status"] = status
            return json.dumps({"resourceShareInvitation": invitation})
    raise JsonRESTError(
        "ResourceShareInvitationArnNotFoundException",
        f"The invitation {arn} does not exist, or is not for this account.",
    )
