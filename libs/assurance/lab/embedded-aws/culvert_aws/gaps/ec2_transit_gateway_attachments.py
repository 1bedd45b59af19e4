"""Attachments to a transit gateway, of whatever kind."""

from copy import copy

from moto.ec2.exceptions import EC2ClientError, InvalidTransitGatewayID
from moto.ec2.models import EC2Backend
from moto.ec2.models.transit_gateway import TransitGateway
from moto.ec2.models.transit_gateway_attachments import (
    TransitGatewayAttachment,
    TransitGatewayAttachmentBackend,
)
from moto.ec2.utils import generic_filter

from .gap import Gap

Filters = dict[str, list[str]]


class AttachmentDetails(Gap, extends=TransitGatewayAttachment):
    """An attachment from another account than the gateway's waits for acceptance unless the gateway
    accepts by itself, and is associated with the route table that it was associated with.

    moto has it available at once, owned with its gateway by one account, and always associated.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html
    """

    def __init__(
        self: TransitGatewayAttachment,
        backend: EC2Backend,
        resource_id: str,
        resource_type: str,
        transit_gateway: TransitGateway,
        tags: dict[str, str] | None = None,
    ) -> None:
        AttachmentDetails.moto.__init__(
            self, backend, resource_id, resource_type, transit_gateway, tags
        )
        self.transit_gateway = transit_gateway
        foreign = transit_gateway.owner_id != self.owner_id
        if foreign and transit_gateway.options["AutoAcceptSharedAttachments"] == "disable":
            self.state = "pendingAcceptance"

    @property
    def transit_gateway_owner_id(self: TransitGatewayAttachment) -> str:
        return self.transit_gateway.owner_id

    @property
    def association(self: TransitGatewayAttachment) -> dict[str, str] | None:
        table_id = self._association_data.get("transitGatewayRouteTableId")
        return {"State": "associated", "TransitGatewayRouteTableId": table_id} if table_id else None


def attach(attachment: TransitGatewayAttachment) -> None:
    """Keeps the attachment where both sides find it: its own account and the gateway's."""
    for backend in (attachment.ec2_backend, attachment.transit_gateway.ec2_backend):
        backend.transit_gateway_attachments[attachment.id] = attachment
    if attachment.state == "available":
        use_default_route_tables(attachment)


def use_default_route_tables(attachment: TransitGatewayAttachment) -> None:
    gateway = attachment.transit_gateway
    backend = gateway.ec2_backend
    if table_id := gateway.options.get("AssociationDefaultRouteTableId"):
        backend.associate_transit_gateway_route_table(attachment.id, table_id)
    if table_id := gateway.options.get("PropagationDefaultRouteTableId"):
        backend.enable_transit_gateway_route_table_propagation(attachment.id, table_id)


def detach(attachment: TransitGatewayAttachment) -> None:
    """Leaves the attachment to be seen as deleted, and in no route table."""
    backend = attachment.transit_gateway.ec2_backend
    attachment.state = "deleted"
    attachment._association_data = {}
    backend.transit_gateway_associations.pop(attachment.id, None)
    for table in backend.transit_gateways_route_tables.values():
        table.route_table_associations.pop(attachment.id, None)
        backend.disable_route_table_propagation(attachment.id, table.id)


def find_attachment(backend: EC2Backend, attachment_id: str) -> TransitGatewayAttachment:
    attachment = backend.transit_gateway_attachments.get(attachment_id)
    if attachment is None or attachment.state == "deleted":
        raise EC2ClientError(
            "InvalidTransitGatewayAttachmentID.NotFound",
            f"Transit Gateway Attachment {attachment_id} was deleted or does not exist.",
        )
    return attachment


def seen_by(
    backend: EC2Backend, kind: str | None, ids: list[str] | None, filters: Filters | None
) -> list[TransitGatewayAttachment]:
    """The attachments as the account sees them: with the tags that it gave them itself."""
    views = [
        copy(attachment)
        for attachment in list(backend.transit_gateway_attachments.values())
        if kind in (None, attachment.resource_type) and (not ids or attachment.id in ids)
    ]
    for view in views:
        view.ec2_backend = backend
    return generic_filter(filters or {}, views)


def find_gateway(backend: EC2Backend, transit_gateway_id: str) -> TransitGateway:
    gateway = backend.transit_gateways.get(transit_gateway_id)
    if gateway is None:
        raise InvalidTransitGatewayID(transit_gateway_id)
    return gateway


class Attachments(Gap, extends=TransitGatewayAttachmentBackend):
    """Attachments are found by both accounts and by every filter, a deleted one for a while.

    moto finds them in one account, by a few filters, and puts a VPN's into the default route table.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayAttachments.html
    """

    def create_transit_gateway_vpn_attachment(
        self: EC2Backend, vpn_id: str, transit_gateway_id: str, tags: dict[str, str] | None = None
    ) -> TransitGatewayAttachment:
        gateway = find_gateway(self, transit_gateway_id)
        attachment = TransitGatewayAttachment(self, vpn_id, "vpn", gateway, tags)
        attach(attachment)
        return attachment

    def describe_transit_gateway_attachments(
        self: EC2Backend,
        transit_gateways_attachment_ids: list[str] | None = None,
        filters: Filters | None = None,
    ) -> list[TransitGatewayAttachment]:
        return seen_by(self, None, transit_gateways_attachment_ids, filters)
