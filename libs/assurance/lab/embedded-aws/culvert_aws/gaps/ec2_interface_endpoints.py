"""Interface VPC endpoints: zones, acceptance and DNS names."""

import json
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.vpcs import VPCEndPoint
from moto.ec2.responses.vpcs import VPCs
from moto.moto_api._internal import mock_random

from .ec2_endpoint_interfaces import (
    PinnedAddresses,
    check_addresses,
    place_interfaces,
    remove_interfaces,
)
from .gap import Gap

ServiceDetail = dict[str, Any]


class InterfaceEndpoints(Gap, extends=VPCs):
    """An interface endpoint has one network interface per subnet, at the address asked for, with
    the endpoint's security groups; zonal DNS names; and waits for acceptance if it has to.

    moto ignores `SubnetConfigurations`, takes addresses from outside the subnet, names no zone, has
    every endpoint available at once, and ignores changes of subnets, addresses and private DNS.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpoint.html
    """

    def create_vpc_endpoint(self: VPCs) -> ActionResult:
        if self._get_param("VpcEndpointType") != "Interface":
            return InterfaceEndpoints.moto.create_vpc_endpoint(self)
        backend = self.ec2_backend
        service = service_detail(backend, self._get_param("ServiceName"))
        private_dns = self._get_bool_param("PrivateDnsEnabled", False)
        pinned = pinned_addresses(self)
        check_zones(backend, service, self._get_param("SubnetIds", []))
        check_addresses(backend, pinned, own_interfaces=[])
        if private_dns:
            check_private_dns(service, accepted=not service["AcceptanceRequired"])

        result = InterfaceEndpoints.moto.create_vpc_endpoint(self)
        endpoint = result.result["VpcEndpoint"]
        default_group = backend.get_default_security_group(endpoint.vpc_id)
        endpoint.security_group_ids = endpoint.security_group_ids or [default_group.id]
        endpoint.private_dns_enabled = private_dns
        endpoint.state = "pendingAcceptance" if service["AcceptanceRequired"] else "available"
        endpoint.dns_suffix = mock_random.get_random_hex(8)
        remove_interfaces(backend, endpoint, endpoint.network_interface_ids)
        place_interfaces(backend, endpoint, pinned)
        endpoint.dns_entries = dns_entries(backend, endpoint, service)
        return result

    def modify_vpc_endpoint(self: VPCs) -> ActionResult:
        backend = self.ec2_backend
        endpoint = backend.get_vpc_end_point(self._get_param("VpcEndpointId"))
        if endpoint.vpc_endpoint_type != "Interface":
            return InterfaceEndpoints.moto.modify_vpc_endpoint(self)
        service = service_detail(backend, endpoint.service_name)
        private_dns = self._get_bool_param("PrivateDnsEnabled", endpoint.private_dns_enabled)
        pinned = pinned_addresses(self)
        check_zones(backend, service, self._get_param("AddSubnetIds", []))
        check_addresses(backend, pinned, endpoint.network_interface_ids)
        if private_dns and not endpoint.private_dns_enabled:
            check_private_dns(service, accepted=endpoint.state == "available")

        result = InterfaceEndpoints.moto.modify_vpc_endpoint(self)
        endpoint.private_dns_enabled = private_dns
        if self._get_bool_param("ResetPolicy", False):
            endpoint.policy_document = json.dumps(VPCEndPoint.DEFAULT_POLICY)
        place_interfaces(backend, endpoint, pinned)
        endpoint.dns_entries = dns_entries(backend, endpoint, service)
        return result


def service_detail(backend: EC2Backend, service_name: str) -> ServiceDetail:
    found = backend.describe_vpc_endpoint_services([service_name], [], 1, None, backend.region_name)
    detail: ServiceDetail = found["servicesDetails"][0]
    return detail


def pinned_addresses(request: VPCs) -> PinnedAddresses:
    configurations = request._get_param("SubnetConfigurations", [])
    return {c["SubnetId"]: c["Ipv4"] for c in configurations if c.get("Ipv4")}


def check_zones(backend: EC2Backend, service: ServiceDetail, subnet_ids: list[str]) -> None:
    for subnet_id in subnet_ids:
        if backend.get_subnet(subnet_id).availability_zone not in service["AvailabilityZones"]:
            raise EC2ClientError(
                "InvalidParameter",
                f"The VPC endpoint service {service['ServiceName']} does not support the"
                f" availability zone of the subnet: {subnet_id}.",
            )


def check_private_dns(service: ServiceDetail, accepted: bool) -> None:
    name = service["ServiceName"]
    if not service.get("PrivateDnsNames"):
        reason = f"because the service {name} does not provide a private DNS name."
    elif service["PrivateDnsNameVerificationState"] != "verified":
        reason = f"because the private DNS name of the service {name} is not verified."
    elif not accepted:
        reason = f"before the endpoint connection is accepted by the owner of {name}."
    else:
        return
    raise EC2ClientError("InvalidParameter", f"Private DNS can't be enabled {reason}")


def dns_entries(
    backend: EC2Backend, endpoint: VPCEndPoint, service: ServiceDetail
) -> list[dict[str, str]]:
    """The Regional name, one per zone, and the private name if it is enabled."""
    domain = service["BaseEndpointDnsNames"][0]
    name = f"{endpoint.id}-{endpoint.dns_suffix}"
    zones = [backend.get_subnet(s).availability_zone for s in endpoint.subnet_ids]
    names = [f"{name}.{domain}", *(f"{name}-{zone}.{domain}" for zone in zones)]
    if endpoint.private_dns_enabled:
        names += [private["PrivateDnsName"] for private in service["PrivateDnsNames"]]
    return [{"DnsName": name, "HostedZoneId": "ZEMBEDDEDAWS"} for name in names]
