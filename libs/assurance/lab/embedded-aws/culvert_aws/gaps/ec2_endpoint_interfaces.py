"""The network interfaces of an interface VPC endpoint, and their addresses."""

from collections.abc import Iterator
from ipaddress import IPv4Address

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.subnets import Subnet
from moto.ec2.models.vpcs import VPCEndPoint

PinnedAddresses = dict[str, str]
"""Subnet id to IPv4 address."""


def check_addresses(
    backend: EC2Backend, pinned: PinnedAddresses, own_interfaces: list[str]
) -> None:
    for subnet_id, address in pinned.items():
        subnet = backend.get_subnet(subnet_id)
        if IPv4Address(address) not in assignable_addresses(subnet) or address in (
            eni.private_ip_address
            for eni in interfaces_in(backend, subnet)
            if eni.id not in own_interfaces
        ):
            raise EC2ClientError(
                "InvalidParameterValue",
                f"The address {address} is not available in subnet {subnet_id}.",
            )


def place_interfaces(backend: EC2Backend, endpoint: VPCEndPoint, pinned: PinnedAddresses) -> None:
    """Leaves the endpoint with one interface per subnet, with its groups and the pinned address."""
    for eni in interfaces_of(backend, endpoint):
        address = pinned.get(eni.subnet.id, eni.private_ip_address)
        if eni.subnet.id not in endpoint.subnet_ids or eni.private_ip_address != address:
            remove_interfaces(backend, endpoint, [eni.id])
    placed = {eni.subnet.id for eni in interfaces_of(backend, endpoint)}
    for subnet_id in endpoint.subnet_ids:
        if subnet_id not in placed:
            add_interface(backend, endpoint, backend.get_subnet(subnet_id), pinned.get(subnet_id))
    for eni in interfaces_of(backend, endpoint):
        eni._group_set = [
            backend.get_security_group_from_id(group) for group in endpoint.security_group_ids
        ]


def add_interface(
    backend: EC2Backend, endpoint: VPCEndPoint, subnet: Subnet, address: str | None
) -> None:
    eni = backend.create_network_interface(
        subnet,
        address or next(free_addresses(backend, subnet)),
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


def interfaces_of(backend: EC2Backend, endpoint: VPCEndPoint) -> list[NetworkInterface]:
    return [backend.enis[eni_id] for eni_id in endpoint.network_interface_ids]


def interfaces_in(backend: EC2Backend, subnet: Subnet) -> list[NetworkInterface]:
    return [eni for eni in list(backend.enis.values()) if eni.subnet.id == subnet.id]


def assignable_addresses(subnet: Subnet) -> list[IPv4Address]:
    """All but the first four and the last, which AWS keeps for itself."""
    return list(subnet.cidr)[4:-1]


def free_addresses(backend: EC2Backend, subnet: Subnet) -> Iterator[str]:
    """What AWS may assign by itself: neither taken nor reserved. From the top, for AWS chooses at
    random, and who pins an address without reserving it pins a low one."""
    taken = {eni.private_ip_address for eni in interfaces_in(backend, subnet)}
    reserved = [reservation.cidr for reservation in subnet._cidr_reservations]
    for address in reversed(assignable_addresses(subnet)):
        if str(address) not in taken and not any(address in cidr for cidr in reserved):
            yield str(address)
