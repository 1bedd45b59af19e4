"""Firewalls of Network Firewall."""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.vpcs import VPCEndPoint
from moto.moto_api._internal import mock_random
from moto.networkfirewall.models import NetworkFirewallBackend, NetworkFirewallModel
from moto.networkfirewall.responses import NetworkFirewallResponse

from .gap import Gap


class FirewallEndpoints(Gap, extends=NetworkFirewallBackend):
    """A firewall has an endpoint in each of its subnets, which routes may name, and says which.

    moto has none, and requires protections to be off explicitly.

    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_SyncState.html
    """

    def create_firewall(
        self: NetworkFirewallBackend, **request: Any
    ) -> NetworkFirewallModel:
        for protection in (
            "delete_protection",
            "subnet_change_protection",
            "firewall_policy_change_protection",
        ):
            request[protection] = request[protection] or False
        firewall = FirewallEndpoints.moto.create_firewall(self, **request)
        firewall.update_token = mock_random.get_random_hex(32)
        ec2 = ec2_backends[self.account_id][self.region_name]
        firewall.firewall_status["SyncStates"] = {
            ec2.get_subnet(mapping["SubnetId"]).availability_zone: {
                "Attachment": {
                    "SubnetId": mapping["SubnetId"],
                    "EndpointId": create_endpoint(ec2, firewall.vpc_id, mapping["SubnetId"]),
                    "Status": "READY",
                },
                "Config": {
                    firewall.firewall_policy_arn: {"SyncStatus": "IN_SYNC"},
                },
            }
            for mapping in firewall.subnet_mappings
        }
        return firewall

    def _get_firewall(
        self: NetworkFirewallBackend, firewall_arn: str | None, firewall_name: str | None
    ) -> NetworkFirewallModel:
        for firewall in self.firewalls.values():
            if firewall_arn == firewall.arn or firewall_name == firewall.firewall_name:
                return firewall
        named = firewall_arn or firewall_name
        raise JsonRESTError("ResourceNotFoundException", f"There is no firewall {named}")


class FirewallDescription(Gap, extends=NetworkFirewallModel):
    """Leaves out what a firewall does not have; moto says null, which is no list or string."""

    def to_dict(self: NetworkFirewallModel) -> dict[str, Any]:
        description = FirewallDescription.moto.to_dict(self)
        return {name: value for name, value in description.items() if value is not None}


class FirewallActions(Gap, extends=NetworkFirewallResponse):
    """Deletes a firewall, and changes whether it is protected; moto knows neither. Protection is kept and
    not enforced: the lab destroys what it has deployed, by any estate.

    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DeleteFirewall.html
    https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_UpdateFirewallDeleteProtection.html
    """

    def delete_firewall(self: NetworkFirewallResponse) -> str:
        firewall = firewall_of(self)
        backend = self.networkfirewall_backend
        ec2 = ec2_backends[backend.account_id][backend.region_name]
        for state in firewall.firewall_status["SyncStates"].values():
            del ec2.vpc_end_points[state["Attachment"]["EndpointId"]]
        del backend.firewalls[firewall.arn]
        status = firewall.firewall_status | {"Status": "DELETING"}
        return json.dumps({"Firewall": firewall.to_dict(), "FirewallStatus": status})

    def update_firewall_delete_protection(self: NetworkFirewallResponse) -> str:
        firewall = firewall_of(self)
        firewall.delete_protection = self._get_param("DeleteProtection")
        firewall.update_token = mock_random.get_random_hex(32)
        return json.dumps(
            {
                "FirewallArn": firewall.arn,
                "DeleteProtection": firewall.delete_protection,
                "UpdateToken": firewall.update_token,
            }
        )


def firewall_of(request: NetworkFirewallResponse) -> NetworkFirewallModel:
    arn, name = request._get_param("FirewallArn"), request._get_param("FirewallName")
    return request.networkfirewall_backend._get_firewall(arn, name)


def create_endpoint(ec2: EC2Backend, vpc_id: str, subnet_id: str) -> str:
    endpoint = VPCEndPoint(
        ec2,
        endpoint_id=f"vpce-{mock_random.get_random_hex(17)}",
        vpc_id=vpc_id,
        service_name="com.amazonaws.vpce.network-firewall",
        endpoint_type="GatewayLoadBalancer",
        policy_document=None,
        route_table_ids=[],
        subnet_ids=[subnet_id],
    )
    ec2.vpc_end_points[endpoint.id] = endpoint
    return endpoint.id
