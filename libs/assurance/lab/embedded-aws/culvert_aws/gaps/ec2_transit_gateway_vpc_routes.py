"""Routes of a VPC to a transit gateway."""

from typing import Any

from moto.ec2.exceptions import InvalidTransitGatewayID
from moto.ec2.models import EC2Backend
from moto.ec2.models.route_tables import Route, RouteBackend

from .ec2_transit_gateway_vpc_attachments import attachments_of_vpc
from .gap import Gap


class RoutesToTransitGateway(Gap, extends=RouteBackend):
    """A route to a gateway needs an attachment of the VPC to it that is available.

    moto makes the route without one, and without a target if it does not know the gateway.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
    """

    def create_route(self: EC2Backend, route_table_id: str, *args: Any, **kwargs: Any) -> Route:
        gateway_id = kwargs.get("transit_gateway_id")
        if gateway_id is not None:
            vpc_id = self.get_route_table(route_table_id).vpc_id
            attachments = attachments_of_vpc(self, vpc_id, gateway_id)
            if all(attachment.state != "available" for attachment in attachments):
                raise InvalidTransitGatewayID(gateway_id)
        return RoutesToTransitGateway.moto.create_route(self, route_table_id, *args, **kwargs)
