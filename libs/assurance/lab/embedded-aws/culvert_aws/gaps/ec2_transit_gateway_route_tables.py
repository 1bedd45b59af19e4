"""Route tables of transit gateways: associations, propagations and routes."""

from copy import copy
from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.transit_gateway_route_tables import (
    TransitGatewayRelations,
    TransitGatewayRouteTable,
    TransitGatewayRouteTableBackend,
)

from .ec2_transit_gateway_attachments import find_attachment
from .gap import Gap

Route = dict[str, Any]


class RouteTableAssociations(Gap, extends=TransitGatewayRouteTableBackend):
    """An available attachment is associated with one route table, and a table that something is
    associated with is not deleted.

    moto lets a second association replace the first, and deletes a table whatever it is for.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateTransitGatewayRouteTable.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayRouteTable.html
    """

    def associate_transit_gateway_route_table(
        self: EC2Backend, transit_gateway_attachment_id: str, transit_gateway_route_table_id: str
    ) -> TransitGatewayRelations:
        check_available(self, transit_gateway_attachment_id)
        if transit_gateway_attachment_id in self.transit_gateway_associations:
            raise EC2ClientError(
                "Resource.AlreadyAssociated",
                f"Transit Gateway Attachment {transit_gateway_attachment_id} is already associated"
                " to a route table.",
            )
        return RouteTableAssociations.moto.associate_transit_gateway_route_table(
            self, transit_gateway_attachment_id, transit_gateway_route_table_id
        )

    def disassociate_transit_gateway_route_table(
        self: EC2Backend, tgw_attach_id: str, tgw_rt_id: str
    ) -> TransitGatewayRelations:
        association = self.transit_gateway_associations.get(tgw_attach_id)
        if association is None or association.transit_gateway_route_table_id != tgw_rt_id:
            raise EC2ClientError(
                "InvalidAssociation.NotFound", f"{tgw_attach_id} is not associated to {tgw_rt_id}."
            )
        return RouteTableAssociations.moto.disassociate_transit_gateway_route_table(
            self, tgw_attach_id, tgw_rt_id
        )

    def delete_transit_gateway_route_table(
        self: EC2Backend, transit_gateway_route_table_id: str
    ) -> TransitGatewayRouteTable:
        table = self.transit_gateways_route_tables[transit_gateway_route_table_id]
        if table.route_table_associations:
            raise EC2ClientError("IncorrectState", f"{table.id} has associated attachments.")
        return RouteTableAssociations.moto.delete_transit_gateway_route_table(
            self, transit_gateway_route_table_id
        )


class RouteTablePropagations(Gap, extends=TransitGatewayRouteTableBackend):
    """An attachment propagates to any number of route tables.

    moto remembers the last one only, and fails to disable the others.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableTransitGatewayRouteTablePropagation.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableTransitGatewayRouteTablePropagation.html
    """

    def enable_transit_gateway_route_table_propagation(
        self: EC2Backend, transit_gateway_attachment_id: str, transit_gateway_route_table_id: str
    ) -> TransitGatewayRelations:
        check_available(self, transit_gateway_attachment_id)
        table = self.transit_gateways_route_tables[transit_gateway_route_table_id]
        if transit_gateway_attachment_id in propagating(table):
            raise EC2ClientError(
                "TransitGatewayRouteTablePropagation.Duplicate",
                f"Propagation from {transit_gateway_attachment_id} to {table.id} already exists.",
            )
        self.set_route_table_propagation(transit_gateway_attachment_id, table.id)
        return TransitGatewayRelations(self, transit_gateway_attachment_id, table.id, "enabled")

    def disable_transit_gateway_route_table_propagation(
        self: EC2Backend, transit_gateway_attachment_id: str, transit_gateway_route_table_id: str
    ) -> TransitGatewayRelations:
        table = self.transit_gateways_route_tables[transit_gateway_route_table_id]
        if transit_gateway_attachment_id not in propagating(table):
            raise EC2ClientError(
                "TransitGatewayRouteTablePropagation.NotFound",
                f"{transit_gateway_attachment_id} does not propagate to {table.id}.",
            )
        self.disable_route_table_propagation(transit_gateway_attachment_id, table.id)
        return TransitGatewayRelations(self, transit_gateway_attachment_id, table.id, "disabled")


class RouteTableRoutes(Gap, extends=TransitGatewayRouteTableBackend):
    """A route table has one static route to a range, and the ranges of the VPCs that propagate to
    it. What is learnt over BGP, from on-premises, is unknown here.

    moto replaces a static route by the next one to the range, and has no propagated routes.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayRoute.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
    """

    def create_transit_gateway_route(
        self: EC2Backend,
        transit_gateway_route_table_id: str,
        destination_cidr_block: str,
        transit_gateway_attachment_id: str | None = None,
        blackhole: bool = False,
    ) -> Route:
        if transit_gateway_attachment_id:
            check_available(self, transit_gateway_attachment_id)
        table = self.transit_gateways_route_tables[transit_gateway_route_table_id]
        if destination_cidr_block in table.routes:
            raise EC2ClientError(
                "RouteAlreadyExists",
                f"{table.id} already has a static route to {destination_cidr_block}.",
            )
        route: Route = RouteTableRoutes.moto.create_transit_gateway_route(
            self, table.id, destination_cidr_block, transit_gateway_attachment_id, blackhole
        )
        if target := route.get("transitGatewayAttachments"):
            route["transitGatewayAttachments"] = [target]
        return route

    def search_transit_gateway_routes(
        self: EC2Backend,
        transit_gateway_route_table_id: str,
        filters: dict[str, list[str]],
        max_results: int | None = None,
    ) -> list[Route]:
        table = copy(self.transit_gateways_route_tables[transit_gateway_route_table_id])
        table.routes = {**propagated_routes(self, table), **table.routes}
        view = copy(self)
        view.transit_gateways_route_tables = {table.id: table}
        found: list[Route] = RouteTableRoutes.moto.search_transit_gateway_routes(
            view, table.id, filters
        )
        return found[:max_results]


def check_available(backend: EC2Backend, attachment_id: str) -> None:
    if find_attachment(backend, attachment_id).state != "available":
        raise EC2ClientError("IncorrectState", f"{attachment_id} is in invalid state")


def propagating(table: TransitGatewayRouteTable) -> list[str]:
    return [p.transitGatewayAttachmentId for p in table.route_table_propagation]


def propagated_routes(backend: EC2Backend, table: TransitGatewayRouteTable) -> dict[str, Route]:
    """The routes to the VPCs that propagate to the table, by range."""
    attachments = [backend.transit_gateway_attachments[a] for a in propagating(table)]
    return {
        cidr: {
            "destinationCidrBlock": cidr,
            "transitGatewayAttachments": [
                {
                    "resourceId": attachment.resource_id,
                    "resourceType": "vpc",
                    "transitGatewayAttachmentId": attachment.id,
                }
            ],
            "state": "active",
            "type": "propagated",
        }
        for attachment in attachments
        if attachment.resource_type == "vpc"
        for cidr in [attachment.ec2_backend.get_vpc(attachment.resource_id).cidr_block]
    }
