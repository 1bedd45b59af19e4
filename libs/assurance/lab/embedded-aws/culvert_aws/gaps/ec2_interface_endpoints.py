"""Interface VPC endpoints: their network interfaces, DNS names and acceptance."""

import json
from ipaddress import IPv4Network
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.subnets import Subnet
from moto.ec2.models.vpcs import VPCEndPoint
from moto.ec2.responses.vpcs import VPCs
from moto.moto_api._internal import mock_random

from .gap import Gap

ServiceDetail = dict[str, Any]
PinnedAddresses = dict[str, str]
"""Subnet id to IPv4 address."""


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
        service = service_detail(self.ec2_backend, self._get_param("ServiceName"))
        private_dns = self._get_bool_param("PrivateDnsEnabled", False)
        pinned = pinned_addresses(self)
        subnets = [self.ec2_backend.get_subnet(s) for s in self._get_param("SubnetIds", [])]
        check_zones(service, subnets)
        check_addresses(self.ec2_backend, pinned, own_interfaces=[])
        if private_dns:
            check_private_dns(service, accepted=not service["AcceptanceRequired"])

        result = InterfaceEndpoints.moto.create_vpc_endpoint(self)
        endpoint = result.result["VpcEndpoint"]
        endpoint.private_dns_enabled = private_dns
        endpoint.state = "pendingAcceptance" if service["AcceptanceRequired"] else "available"
        endpoint.dns_suffix = mock_random.get_random_hex(8)
        remove_interfaces(self.ec2_backend, endpoint, endpoint.network_interface_ids)
        place_interfaces(self.ec2_backend, endpoint, pinned)
        endpoint.dns_entries = dns_entries(self.ec2_backend, endpoint, service)
        return result

    def modify_vpc_endpoint(self: VPCs) -> ActionResult:
        endpoint = self.ec2_backend.get_vpc_end_point(self._get_param("VpcEndpointId"))
        if endpoint.vpc_endpoint_type != "Interface":
            return InterfaceEndpoints.moto.modify_vpc_endpoint(self)
        service = service_detail(self.ec2_backend, endpoint.service_name)
        private_dns = self._get_bool_param("PrivateDnsEnabled", endpoint.private_dns_enabled)
        pinned = pinned_addresses(self)
        subnets = [self.ec2_backend.get_subnet(s) for s in self._get_param("AddSubnetIds", [])]
        check_zones(service, subnets)
        check_addresses(self.ec2_backend, pinned, endpoint.network_interface_ids)
        if private_dns and not endpoint.private_dns_enabled:
            check_private_dns(service, accepted=endpoint.state == "available")

        result = InterfaceEndpoints.moto.modify_vpc_endpoint(self)
        endpoint.private_dns_enabled = private_dns
        if self._get_bool_param("ResetPolicy", False):
            endpoint.policy_document = json.dumps(VPCEndPoint.DEFAULT_POLICY)
        place_interfaces(self.ec2_backend, endpoint, pinned)
        endpoint.dns_entries = dns_entries(self.ec2_backend, endpoint, service)
        return result


def service_detail(backend: EC2Backend, service_name: str) -> ServiceDetail:
    found = backend.describe_vpc_endpoint_services([service_name], [], 1, None, backend.region_name)
    detail: ServiceDetail = found["servicesDetails"][0]
    return detail


def pinned_addresses(request: VPCs) -> PinnedAddresses:
    configurations = request._get_param("SubnetConfigurations", [])
    return {c["SubnetId"]: c["Ipv4"] for c in configurations if c.get("Ipv4")}


def check_zones(service: ServiceDetail, subnets: list[Subnet]) -> None:
    for subnet in subnets:
        if subnet.availability_zone not in service["AvailabilityZones"]:
            raise EC2ClientError(
                "InvalidParameter",
                f"The VPC endpoint service {service['ServiceName']} does not support the"
                f" availability zone of the subnet: {subnet.id}.",
            )


def check_addresses(
    backend: EC2Backend, pinned: PinnedAddresses, own_interfaces: list[str]
) -> None:
    for subnet_id, address in pinned.items():
        subnet = backend.get_subnet(subnet_id)
        others = [eni for eni in interfaces_in(backend, subnet) if eni.id not in own_interfaces]
        taken = {eni.private_ip_address for eni in others}
        if address not in usable_addresses(subnet) or address in taken:
            raise EC2ClientError(
                "InvalidParameterValue",
                f"The address {address} is not available in subnet {subnet_id}.",
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


def place_interfaces(
    backend: EC2Backend, endpoint: VPCEndPoint, pinned: PinnedAddresses
) -> None:
    """Leaves the endpoint with one interface per subnet, with its groups and the pinned address."""
    placed: dict[str, NetworkInterface] = {
        backend.enis[eni_id].subnet.id: backend.enis[eni_id]
        for eni_id in endpoint.network_interface_ids
    }
    for subnet_id, eni in placed.items():
        moved = pinned.get(subnet_id, eni.private_ip_address) != eni.private_ip_address
        if moved or subnet_id not in endpoint.subnet_ids:
            remove_interfaces(backend, endpoint, [eni.id])
    for subnet_id in endpoint.subnet_ids:
        if subnet_id not in placed or placed[subnet_id].id not in backend.enis:
            add_interface(backend, endpoint, backend.get_subnet(subnet_id), pinned.get(subnet_id))
    groups = [backend.get_security_group_from_id(g) for g in endpoint.security_group_ids]
    for eni_id in endpoint.network_interface_ids:
        backend.enis[eni_id]._group_set = groups


def add_interface(
    backend: EC2Backend, endpoint: VPCEndPoint, subnet: Subnet, address: str | None
) -> None:
    taken = {eni.private_ip_address for eni in interfaces_in(backend, subnet)}
    free = (a for a in usable_addresses(subnet) if a not in taken)
    eni = backend.create_network_interface(
        subnet,
        address or next(free),
        group_ids=endpoint.security_group_ids,
        description=f"VPC Endpoint Interface {endpoint.id}",
    )
    eni.interface_type = "vpc_endpoint"
    eni.requester_managed = True
    eni.status = "in-use"
    endpoint.network_interface_ids.append(eni.id)


def remove_interfaces(backend: EC2Backend, endpoint: VPCEndPoint, eni_ids: list[str]) -> None:
    for eni_id in eni_ids:
        del backend.enis[eni_id]
    endpoint.network_interface_ids = [
        eni_id for eni_id in endpoint.network_interface_ids if eni_id in backend.enis
    ]


def interfaces_in(backend: EC2Backend, subnet: Subnet) -> list[NetworkInterface]:
    return [eni for eni in list(backend.enis.values()) if eni.subnet.id == subnet.id]


def usable_addresses(subnet: Subnet) -> list[str]:
    """All but the first four and the last, which AWS keeps for itself."""
    return [str(address) for address in IPv4Network(subnet.cidr_block)][4:-1]


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
