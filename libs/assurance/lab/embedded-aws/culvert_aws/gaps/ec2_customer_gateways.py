"""Customer gateways: the on-premises ends of VPN connections."""

from moto.core.responses import ActionResult
from moto.ec2.responses.customer_gateways import CustomerGateways

from .gap import Gap


class CustomerGatewayDetails(Gap, extends=CustomerGateways):
    """A customer gateway has the device name, certificate and long ASN that it was given.

    moto ignores the three.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html
    """

    def create_customer_gateway(self: CustomerGateways) -> ActionResult:
        result = CustomerGatewayDetails.moto.create_customer_gateway(self)
        gateway = result.result["CustomerGateway"]
        gateway.device_name = self._get_param("DeviceName")
        gateway.certificate_arn = self._get_param("CertificateArn")
        gateway.bgp_asn_extended = self._get_param("BgpAsnExtended")
        return result
