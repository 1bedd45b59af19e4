"""Associations of Direct Connect gateways with transit gateways."""

import json

from moto.directconnect.models import DirectConnectBackend
from moto.directconnect.responses import DirectConnectResponse
from moto.ec2.models import ec2_backends
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachment
from moto.moto_api._internal import mock_random

from .direct_connect_gateways import (
    Fields,
    associations,
    client_exception,
    find_direct_connect_gateway,
)
from .ec2_transit_gateway_attachments import attach, detach, find_gateway
from .gap import Gap


class DirectConnectGatewayAssociations(Gap, extends=DirectConnectResponse):
    """Associates a gateway with a transit gateway of the same account, which gets an attachment;
    describes associations, changes the prefixes allowed to on-premises, and deletes them.

    moto knows none of the four actions.

    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateDirectConnectGatewayAssociation.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DescribeDirectConnectGatewayAssociations.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_UpdateDirectConnectGatewayAssociation.html
    https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DeleteDirectConnectGatewayAssociation.html
    """

    def create_direct_connect_gateway_association(self: DirectConnectResponse) -> str:
        asked = json.loads(self.body)
        _, gateway = find_direct_connect_gateway(self, asked["directConnectGatewayId"])
        transit_gateway_id = asked["gatewayId"]
        ec2_backend = ec2_backends[self.current_account][self.region]
        attach(
            TransitGatewayAttachment(
                ec2_backend,
                gateway["directConnectGatewayId"],
                "direct-connect-gateway",
                find_gateway(ec2_backend, transit_gateway_id),
            )
        )
        association = {
            "associationId": str(mock_random.uuid4()),
            "associationState": "associated",
            "directConnectGatewayId": gateway["directConnectGatewayId"],
            "directConnectGatewayOwnerAccount": gateway["ownerAccount"],
            "allowedPrefixesToDirectConnectGateway": asked.get(
                "addAllowedPrefixesToDirectConnectGateway", []
            ),
            "associatedGateway": {
                "id": transit_gateway_id,
                "ownerAccount": self.current_account,
                "region": self.region,
                "type": "transitGateway",
            },
        }
        kept = self.directconnect_backend.gateway_associations
        kept[association["associationId"]] = association
        return json.dumps({"directConnectGatewayAssociation": association})

    def describe_direct_connect_gateway_associations(self: DirectConnectResponse) -> str:
        asked = json.loads(self.body)
        found = [
            association
            for _, association in associations(self)
            if asked.get("associationId") in (None, association["associationId"])
            and asked.get("directConnectGatewayId")
            in (None, association["directConnectGatewayId"])
            and asked.get("associatedGatewayId") in (None, association["associatedGateway"]["id"])
        ]
        return json.dumps({"directConnectGatewayAssociations": found})

    def update_direct_connect_gateway_association(self: DirectConnectResponse) -> str:
        asked = json.loads(self.body)
        _, association = find_association(self, asked["associationId"])
        removed = asked.get("removeAllowedPrefixesToDirectConnectGateway", [])
        allowed = association["allowedPrefixesToDirectConnectGateway"]
        association["allowedPrefixesToDirectConnectGateway"] = [
            *(prefix for prefix in allowed if prefix not in removed),
            *asked.get("addAllowedPrefixesToDirectConnectGateway", []),
        ]
        return json.dumps({"directConnectGatewayAssociation": association})

    def delete_direct_connect_gateway_association(self: DirectConnectResponse) -> str:
        backend, association = find_association(self, json.loads(self.body)["associationId"])
        region = association["associatedGateway"]["region"]
        attachments = ec2_backends[self.current_account][region].transit_gateway_attachments
        for attachment in attachments.values():
            if (attachment.resource_id, attachment.transit_gateway_id) == (
                association["directConnectGatewayId"],
                association["associatedGateway"]["id"],
            ):
                detach(attachment)
        del backend.gateway_associations[association["associationId"]]
        return json.dumps(
            {
                "directConnectGatewayAssociation": {
                    **association,
                    "associationState": "disassociated",
                }
            }
        )


def find_association(
    request: DirectConnectResponse, association_id: str
) -> tuple[DirectConnectBackend, Fields]:
    for backend, association in associations(request):
        if association["associationId"] == association_id:
            return backend, association
    raise client_exception(f"No association exists with the ID: {association_id}")
