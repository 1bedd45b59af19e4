"""Site-to-Site VPN connections and their tunnels."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.ec2.models.vpn_connections import VPNConnection
from moto.ec2.responses.vpn_connections import VPNConnections
from moto.moto_api._internal import mock_random

from .ec2_transit_gateway_attachments import detach
from .gap import Gap

Options = dict[str, Any]

RENAMED = {
    "DPDTimeoutSeconds": "DpdTimeoutSeconds",
    "DPDTimeoutAction": "DpdTimeoutAction",
    "IKEVersions": "IkeVersions",
}
"""Options of a tunnel whose names differ between what is asked for and what is described."""


class VpnConnectionOptions(Gap, extends=VPNConnections):
    """A connection has two tunnels with the options that they were given, which can be modified;
    its attachment to a transit gateway goes with it.

    moto knows no options, reports no tunnel, and does not know the action that modifies one.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpnTunnelOptions.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpnConnection.html
    """

    def create_vpn_connection(self: VPNConnections) -> ActionResult:
        result = VpnConnectionOptions.moto.create_vpn_connection(self)
        connection = result.result["VpnConnection"]
        asked: Options = self._get_param("Options", {})
        first, second = [*asked.get("TunnelOptions", []), {}, {}][:2]
        connection.category = "VPN"
        connection.created_at = utcnow()
        connection.options = {
            "EnableAcceleration": False,
            "StaticRoutesOnly": False,
            "LocalIpv4NetworkCidr": "0.0.0.0/0",
            "RemoteIpv4NetworkCidr": "0.0.0.0/0",
            "OutsideIpAddressType": "PublicIpv4",
            "TunnelInsideIpVersion": "ipv4",
            **asked,
            "TunnelOptions": [
                {**new_tunnel("198.51.100", "169.254.100"), **described(first)},
                {**new_tunnel("203.0.113", "169.254.101"), **described(second)},
            ],
        }
        for tunnel in connection.options["TunnelOptions"]:
            keep_key(connection, tunnel, self._get_param("PreSharedKeyStorage", "Standard"))
        return result

    def modify_vpn_tunnel_options(self: VPNConnections) -> ActionResult:
        connection_id = self._get_param("VpnConnectionId")
        [connection] = self.ec2_backend.describe_vpn_connections([connection_id])
        address = self._get_param("VpnTunnelOutsideIpAddress")
        for tunnel in connection.options["TunnelOptions"]:
            if tunnel["OutsideIpAddress"] == address:
                tunnel.update(described(self._get_param("TunnelOptions", {})))
                keep_key(connection, tunnel, self._get_param("PreSharedKeyStorage"))
        return ActionResult({"VpnConnection": connection})

    def delete_vpn_connection(self: VPNConnections) -> EmptyResult:
        backend = self.ec2_backend
        connection = backend.delete_vpn_connection(self._get_param("VpnConnectionId"))
        for attachment in backend.transit_gateway_attachments.values():
            if attachment.resource_id == connection.id:
                detach(attachment)
        return EmptyResult()


def new_tunnel(outside_prefix: str, inside_prefix: str) -> Options:
    return {
        "OutsideIpAddress": f"{outside_prefix}.{mock_random.randint(1, 254)}",
        "TunnelInsideCidr": f"{inside_prefix}.{mock_random.randint(0, 63) * 4}/30",
        "EnableTunnelLifecycleControl": False,
        "LogOptions": {"CloudWatchLogOptions": {"LogEnabled": False}},
    }


def described(asked: Options) -> Options:
    return {RENAMED.get(name, name): value for name, value in asked.items()}


def keep_key(connection: VPNConnection, tunnel: Options, storage: str | None) -> None:
    """Keeps the tunnel's key where it is asked for, or where it is."""
    if storage == "SecretsManager":
        tunnel.pop("PreSharedKey", None)
        connection.pre_shared_key_arn = secret_arn(connection)
    elif storage == "Standard":
        tunnel.setdefault("PreSharedKey", mock_random.get_random_hex(32))


def secret_arn(connection: VPNConnection) -> str:
    backend = connection.ec2_backend
    return (
        f"arn:aws:secretsmanager:{backend.region_name}:{backend.account_id}:secret:"
        f"s2svpn!{connection.id}-{connection.id[-6:]}"
    )


class VpnConnectionDetails(Gap, extends=VPNConnection):
    """The device configuration and the telemetry name the connection's own tunnels, and a key that
    is kept in Secrets Manager is `REDACTED`. No tunnel is ever up.

    moto gives every connection the same configuration, with one tunnel twice and a key.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html
    https://docs.aws.amazon.com/vpn/latest/s2svpn/enhanced-security.html
    """

    @property
    def customer_gateway_configuration(self: VPNConnection) -> str:
        root = Element("vpn_connection", id=self.id)
        SubElement(root, "customer_gateway_id").text = self.customer_gateway_id
        SubElement(root, "vpn_gateway_id").text = self.vpn_gateway_id
        SubElement(root, "vpn_connection_type").text = self.type
        customer = self.ec2_backend.get_customer_gateway(self.customer_gateway_id)
        for tunnel in self.options["TunnelOptions"]:
            root.append(tunnel_configuration(tunnel, customer.ip_address, customer.bgp_asn))
        indent(root)
        return tostring(root, encoding="unicode")

    @property
    def vgw_telemetry(self: VPNConnection) -> list[dict[str, Any]]:
        return [
            {
                "AcceptedRouteCount": 0,
                "LastStatusChange": self.created_at,
                "OutsideIpAddress": tunnel["OutsideIpAddress"],
                "Status": "DOWN",
                "StatusMessage": "IPSEC IS DOWN",
            }
            for tunnel in self.options["TunnelOptions"]
        ]


def tunnel_configuration(tunnel: Options, customer_address: str, customer_asn: str) -> Element:
    element = Element("ipsec_tunnel")
    network = tunnel["TunnelInsideCidr"].partition("/")[0]
    prefix, _, first = network.rpartition(".")
    sides = (
        ("customer_gateway", customer_address, f"{prefix}.{int(first) + 2}", str(customer_asn)),
        ("vpn_gateway", tunnel["OutsideIpAddress"], f"{prefix}.{int(first) + 1}", "64512"),
    )
    for name, outside, inside, asn in sides:
        side = SubElement(element, name)
        SubElement(SubElement(side, "tunnel_outside_address"), "ip_address").text = outside
        SubElement(SubElement(side, "tunnel_inside_address"), "ip_address").text = inside
        bgp = SubElement(side, "bgp")
        SubElement(bgp, "asn").text = asn
        SubElement(bgp, "hold_time").text = "30"
    key = tunnel.get("PreSharedKey", "REDACTED")
    SubElement(SubElement(element, "ike"), "pre_shared_key").text = key
    return element
