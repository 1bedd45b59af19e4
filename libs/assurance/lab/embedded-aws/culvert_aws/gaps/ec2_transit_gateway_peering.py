"""Peering of two transit gateways, of one account or two, in two Regions."""

from copy import copy

from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.transit_gateway_attachments import (
    TransitGatewayAttachmentBackend,
    TransitGatewayPeeringAttachment,
)

from .ec2_transit_gateway_attachments import (
    Filters,
    detach,
    find_attachment,
    find_gateway,
    seen_by,
)
from .gap import Gap


class PeeringAttachments(Gap, extends=TransitGatewayAttachmentBackend):
    """A peering has one id and one state, and on each side an attachment to that side's gateway,
    with an association, routes and tags of its own.

    moto has both sides share one attachment, to the gateway that asked for it, lists attachments
    of other kinds among them, and deletes one any number of times.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayPeeringAttachment.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptTransitGatewayPeeringAttachment.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayPeeringAttachments.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayPeeringAttachment.html
    """

    def create_transit_gateway_peering_attachment(
        self: EC2Backend,
        transit_gateway_id: str,
        peer_transit_gateway_id: str,
        peer_region: str,
        peer_account_id: str,
        tags: dict[str, str],
    ) -> TransitGatewayPeeringAttachment:
        peer_backend = ec2_backends[peer_account_id][peer_region]
        peer_gateway = find_gateway(peer_backend, peer_transit_gateway_id)
        requester: TransitGatewayPeeringAttachment = (
            PeeringAttachments.moto.create_transit_gateway_peering_attachment(
                self,
                transit_gateway_id,
                peer_transit_gateway_id,
                peer_region,
                peer_account_id,
                tags,
            )
        )
        accepter = copy(requester)
        accepter.ec2_backend = peer_backend
        accepter.transit_gateway = peer_gateway
        accepter.transit_gateway_id = peer_gateway.id
        accepter.resource_id = transit_gateway_id
        accepter.resource_owner_id = self.account_id
        accepter._association_data = {}
        peer_backend.transit_gateway_attachments[accepter.id] = accepter
        return requester

    def describe_transit_gateway_peering_attachments(
        self: EC2Backend,
        transit_gateways_attachment_ids: list[str] | None = None,
        filters: Filters | None = None,
    ) -> list[TransitGatewayPeeringAttachment]:
        return seen_by(self, "peering", transit_gateways_attachment_ids, filters)

    def accept_transit_gateway_peering_attachment(
        self: EC2Backend, transit_gateway_attachment_id: str
    ) -> TransitGatewayPeeringAttachment:
        find_attachment(self, transit_gateway_attachment_id)
        accepted: TransitGatewayPeeringAttachment = (
            PeeringAttachments.moto.accept_transit_gateway_peering_attachment(
                self, transit_gateway_attachment_id
            )
        )
        for side in both_sides(accepted):
            side.state = accepted.state
        return accepted

    def delete_transit_gateway_peering_attachment(
        self: EC2Backend, transit_gateway_attachment_id: str
    ) -> TransitGatewayPeeringAttachment:
        find_attachment(self, transit_gateway_attachment_id)
        deleted: TransitGatewayPeeringAttachment = (
            PeeringAttachments.moto.delete_transit_gateway_peering_attachment(
                self, transit_gateway_attachment_id
            )
        )
        for side in both_sides(deleted):
            detach(side)
        return deleted


def both_sides(
    attachment: TransitGatewayPeeringAttachment,
) -> list[TransitGatewayPeeringAttachment]:
    gateways = (attachment.requester_tgw_info, attachment.accepter_tgw_info)
    backends = [ec2_backends[gateway["OwnerId"]][gateway["Region"]] for gateway in gateways]
    return [backend.transit_gateway_attachments[attachment.id] for backend in backends]
