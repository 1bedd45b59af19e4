"""Transit gateways, seen from the account that owns them and from those they are shared with."""

from collections import ChainMap
from collections.abc import MutableMapping

from moto.ec2.exceptions import EC2ClientError, InvalidTransitGatewayID
from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.transit_gateway import TransitGateway, TransitGatewayBackend

from .gap import Gap
from .ram_resource_shares import is_shared_with


ELSEWHERE = "999999999999"
"""The account of gateways that a stack names and nobody has made here."""


class TransitGatewayDirectory(Gap, extends=TransitGatewayBackend):
    """An account has its own gateways, and finds those that others share with it. A gateway is
    deleted by its owner, once nothing is attached to it, and its route tables with it.

    moto has an account find its own gateways only, and deletes one whatever is attached.

    https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGateways.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGateway.html
    """

    @property
    def transit_gateways(self: EC2Backend) -> MutableMapping[str, TransitGateway]:
        return ChainMap(self.own_transit_gateways, gateways_shared_with(self))

    @transit_gateways.setter
    def transit_gateways(self: EC2Backend, own: dict[str, TransitGateway]) -> None:
        self.own_transit_gateways = own

    def delete_transit_gateway(self: EC2Backend, transit_gateway_id: str) -> TransitGateway:
        if transit_gateway_id not in self.own_transit_gateways:
            raise InvalidTransitGatewayID(transit_gateway_id)
        for attachment in self.transit_gateway_attachments.values():
            attached = attachment.transit_gateway_id == transit_gateway_id
            if attached and attachment.state != "deleted":
                raise EC2ClientError(
                    "IncorrectState",
                    f"{transit_gateway_id} has non-deleted Transit Gateway Attachments:"
                    f" {attachment.id}.",
                )
        for table in self.transit_gateways_route_tables.values():
            if table.transit_gateway_id == transit_gateway_id:
                table.state = "deleted"
        return TransitGatewayDirectory.moto.delete_transit_gateway(self, transit_gateway_id)


def gateways_shared_with(backend: EC2Backend) -> dict[str, TransitGateway]:
    region = backend.region_name
    return {
        gateway.id: gateway
        for account_id, backends in list(ec2_backends.items())
        if account_id != backend.account_id
        for gateway in list(backends[region].own_transit_gateways.values())
        if account_id == ELSEWHERE or is_shared_with(backend.account_id, gateway.arn, region)
    }


def gateway_made_elsewhere(backend: EC2Backend, transit_gateway_id: str) -> TransitGateway | None:
    """A gateway that no account here has or had: the embedded AWS starts without any, and takes it
    for one that is shared with everybody and accepts attachments by itself."""
    region = backend.region_name
    regional = [backends[region] for backends in list(ec2_backends.values())]
    if any(transit_gateway_id in account.own_transit_gateways for account in regional):
        return None
    owner = ec2_backends[ELSEWHERE][region]
    gateway: TransitGateway = owner.create_transit_gateway(
        "made elsewhere",
        {
            "AutoAcceptSharedAttachments": "enable",
            "DefaultRouteTableAssociation": "disable",
            "DefaultRouteTablePropagation": "disable",
        },
    )
    del owner.own_transit_gateways[gateway.id]
    gateway.id = transit_gateway_id
    owner.own_transit_gateways[transit_gateway_id] = gateway
    return gateway


class TransitGatewayDefaults(Gap, extends=TransitGateway):
    """A gateway has a default route table only if it associates or propagates by default, and does
    not reference security groups unless told to.

    moto makes a default route table whatever the options say, and forgets about security groups.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html
    """

    def __init__(
        self: TransitGateway,
        backend: EC2Backend,
        description: str | None,
        options: dict[str, str] | None = None,
    ) -> None:
        chosen = {"SecurityGroupReferencingSupport": "disable", **(options or {})}
        TransitGatewayDefaults.moto.__init__(self, backend, description, chosen)
        unused = [
            use
            for use in ("Association", "Propagation")
            if self.options[f"DefaultRouteTable{use}"] == "disable"
        ]
        for use in unused:
            del self.options[f"{use}DefaultRouteTableId"]
        if len(unused) == 2:
            del backend.transit_gateways_route_tables[self.default_route_table.id]
            self.default_route_table = None
