"""Attachments of VPCs to a transit gateway, of the same account or another."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import DuplicateTransitGatewayAttachmentError, EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.transit_gateway_attachments import (
    TransitGatewayAttachment,
    TransitGatewayAttachmentBackend,
    TransitGatewayVpcAttachment,
)
from moto.ec2.responses.transit_gateway_attachments import (
    TransitGatewayAttachment as AttachmentResponse,
)

from .ec2_transit_gateway_attachments import (
    Filters,
    attach,
    detach,
    find_attachment,
    find_gateway,
    seen_by,
    use_default_route_tables,
)
from .ec2_transit_gateways import gateway_made_elsewhere
from .gap import Gap


class VpcAttachments(Gap, extends=TransitGatewayAttachmentBackend):
    """A VPC has one attachment to a gateway, which may belong to another account; a deleted one
    does not count, but is seen for a while.

    moto finds the gateway in the VPC's account only, puts the attachment into the default route
    table, lists attachments of other kinds too, and forgets a deleted one.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayVpcAttachments.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayVpcAttachment.html
    """

    def create_transit_gateway_vpc_attachment(
        self: EC2Backend,
        transit_gateway_id: str,
        vpc_id: str,
        subnet_ids: list[str],
        tags: dict[str, str] | None = None,
        options: dict[str, str] | None = None,
    ) -> TransitGatewayVpcAttachment:
        if attachments_of_vpc(self, vpc_id, transit_gateway_id):
            raise DuplicateTransitGatewayAttachmentError(transit_gateway_id)
        elsewhere = gateway_made_elsewhere(self, transit_gateway_id)
        gateway = elsewhere or find_gateway(self, transit_gateway_id)
        attachment = TransitGatewayVpcAttachment(self, gateway, vpc_id, subnet_ids, tags, options)
        attach(attachment)
        return attachment

    def describe_transit_gateway_vpc_attachments(
        self: EC2Backend,
        transit_gateways_attachment_ids: list[str] | None = None,
        filters: Filters | None = None,
    ) -> list[TransitGatewayAttachment]:
        return seen_by(self, "vpc", transit_gateways_attachment_ids, filters)

    def delete_transit_gateway_vpc_attachment(
        self: EC2Backend, transit_gateway_attachment_id: str
    ) -> TransitGatewayAttachment:
        attachment = find_attachment(self, transit_gateway_attachment_id)
        detach(attachment)
        return attachment


def attachments_of_vpc(
    backend: EC2Backend, vpc_id: str, transit_gateway_id: str
) -> list[TransitGatewayAttachment]:
    return [
        attachment
        for attachment in backend.transit_gateway_attachments.values()
        if attachment.resource_id == vpc_id
        and attachment.transit_gateway_id == transit_gateway_id
        and attachment.state != "deleted"
    ]


class VpcAttachmentActions(Gap, extends=AttachmentResponse):
    """The owner of the gateway accepts or rejects the attachment of another account's VPC.

    moto knows neither action, and ignores the tags of a new attachment.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptTransitGatewayVpcAttachment.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RejectTransitGatewayVpcAttachment.html
    """

    def create_transit_gateway_vpc_attachment(self: AttachmentResponse) -> ActionResult:
        result = VpcAttachmentActions.moto.create_transit_gateway_vpc_attachment(self)
        tags = self._parse_tag_specification().get("transit-gateway-attachment", {})
        result.result["TransitGatewayVpcAttachment"].add_tags(tags)
        return result

    def accept_transit_gateway_vpc_attachment(self: AttachmentResponse) -> ActionResult:
        attachment = waiting_attachment(self)
        attachment.state = "available"
        use_default_route_tables(attachment)
        return answer(self, attachment)

    def reject_transit_gateway_vpc_attachment(self: AttachmentResponse) -> ActionResult:
        attachment = waiting_attachment(self)
        attachment.state = "rejected"
        return answer(self, attachment)


def waiting_attachment(request: AttachmentResponse) -> Any:
    """The attachment that the request names, which the owner of its gateway is to decide on."""
    attachment_id = request._get_param("TransitGatewayAttachmentId")
    attachment = find_attachment(request.ec2_backend, attachment_id)
    if attachment.transit_gateway_owner_id != request.current_account:
        raise EC2ClientError(
            "OperationNotPermitted",
            f"{attachment_id} can be decided on by the owner of {attachment.transit_gateway_id}"
            " only.",
        )
    if attachment.state != "pendingAcceptance":
        raise EC2ClientError("IncorrectState", f"{attachment_id} is in invalid state")
    return attachment


def answer(request: AttachmentResponse, attachment: TransitGatewayAttachment) -> ActionResult:
    views = seen_by(request.ec2_backend, "vpc", [attachment.id], None)
    return ActionResult({"TransitGatewayVpcAttachment": views[0]})
