"""Connections of VPC endpoints to an endpoint service, accepted or rejected by its owner."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.models.vpc_service_configuration import VPCServiceConfiguration
from moto.ec2.models.vpcs import VPCEndPoint
from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration

from .ec2_endpoint_services import connected_endpoints, the_service, unsuccessful
from .gap import Gap


class EndpointConnections(Gap, extends=VPCEndpointServiceConfiguration):
    """The owner of a service sees, accepts and rejects endpoints of any account.

    moto knows none of the three actions.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptVpcEndpointConnections.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RejectVpcEndpointConnections.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointConnections.html
    """

    def accept_vpc_endpoint_connections(self: VPCEndpointServiceConfiguration) -> ActionResult:
        return decide(self, "available")

    def reject_vpc_endpoint_connections(self: VPCEndpointServiceConfiguration) -> ActionResult:
        return decide(self, "rejected")

    def describe_vpc_endpoint_connections(self: VPCEndpointServiceConfiguration) -> ActionResult:
        connections = [
            connection(service, endpoint)
            for service in self.ec2_backend.configurations.values()
            for endpoint in connected_endpoints(service)
        ]
        filters = self._filters_from_querystring()
        return ActionResult(
            {"VpcEndpointConnections": [c for c in connections if matches(c, filters)]}
        )


def decide(request: VPCEndpointServiceConfiguration, state: str) -> ActionResult:
    """Puts the named endpoints into the state, and says which are not connected to the service."""
    endpoints = {endpoint.id: endpoint for endpoint in connected_endpoints(the_service(request))}
    unknown = []
    for endpoint_id in request._get_param("VpcEndpointIds", []):
        if endpoint_id in endpoints:
            endpoints[endpoint_id].state = state
        else:
            message = f"The Vpc Endpoint Id '{endpoint_id}' does not exist"
            unknown.append(unsuccessful(endpoint_id, "InvalidVpcEndpointId.NotFound", message))
    return ActionResult({"Unsuccessful": unknown})


def connection(service: VPCServiceConfiguration, endpoint: VPCEndPoint) -> dict[str, Any]:
    return {
        "ServiceId": service.id,
        "VpcEndpointId": endpoint.id,
        "VpcEndpointOwner": endpoint.owner_id,
        "VpcEndpointState": endpoint.state,
        "CreationTimestamp": endpoint.creation_timestamp,
        "NetworkLoadBalancerArns": service.network_load_balancer_arns,
        "IpAddressType": "ipv4",
    }


FILTERS = {
    "service-id": "ServiceId",
    "vpc-endpoint-id": "VpcEndpointId",
    "vpc-endpoint-owner": "VpcEndpointOwner",
    "vpc-endpoint-state": "VpcEndpointState",
}


def matches(connection: dict[str, Any], filters: dict[str, list[str]]) -> bool:
    return all(connection[FILTERS[name]] in values for name, values in filters.items())
