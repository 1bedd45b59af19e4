"""VPC endpoint services, seen from the account that owns them and from those they admit."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.vpc_service_configuration import VPCServiceConfiguration
from moto.ec2.models.vpcs import VPCBackend, VPCEndPoint
from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration

from .gap import Gap


def endpoint_services(region: str) -> Iterator[VPCServiceConfiguration]:
    """The endpoint services of every account."""
    for backends in list(ec2_backends.values()):
        yield from list(backends[region].configurations.values())


def connected_endpoints(service: VPCServiceConfiguration) -> list[VPCEndPoint]:
    """The endpoints that any account has to the service, in whatever state but deleted."""
    region = service.ec2_backend.region_name
    return [
        endpoint
        for backends in list(ec2_backends.values())
        for endpoint in list(backends[region].vpc_end_points.values())
        if endpoint.service_name == service.service_name and endpoint.state != "deleted"
    ]


def admits(service: VPCServiceConfiguration, account_id: str) -> bool:
    """Whether the account may see the service. Principals are compared by their account alone."""
    owner: str = service.ec2_backend.account_id
    return account_id == owner or any(
        principal == "*" or f":{account_id}:" in principal for principal in service.principals
    )


class EndpointServiceDirectory(Gap, extends=VPCBackend):
    """DescribeVpcEndpointServices shows an account the services of others that admit it.

    moto shows an account its own services only, so nobody can have an endpoint to another's.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html
    """

    def describe_vpc_endpoint_services(self: EC2Backend, *args: Any, **kwargs: Any) -> Any:
        view = copy(self)
        view.configurations = {
            service.id: service
            for service in endpoint_services(self.region_name)
            if admits(service, self.account_id)
        }
        return EndpointServiceDirectory.moto.describe_vpc_endpoint_services(view, *args, **kwargs)


class EndpointServiceDetails(Gap, extends=VPCServiceConfiguration):
    """What describing a service says about its private DNS name, address types and tags.

    moto leaves tags and address types out, and has every private DNS name verified from the start.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceDetail.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrivateDnsNameConfiguration.html
    """

    def __init__(self: VPCServiceConfiguration, *args: Any, **kwargs: Any) -> None:
        EndpointServiceDetails.moto.__init__(self, *args, **kwargs)
        self.supported_ip_address_types = ["ipv4"]
        self.private_dns_name_state = "pendingVerification"

    @property
    def private_dns_name_configuration(self: VPCServiceConfiguration) -> dict[str, str]:
        if not self.private_dns_name:
            return {}
        token = self.id.removeprefix("vpce-svc-")
        return {
            "State": self.private_dns_name_state,
            "Type": "TXT",
            "Name": f"_{token}",
            "Value": f"vpce:{token}",
        }

    def to_dict(self: VPCServiceConfiguration) -> dict[str, Any]:
        details: dict[str, Any] = EndpointServiceDetails.moto.to_dict(self)
        details["Tags"] = [{"Key": t["key"], "Value": t["value"]} for t in self.get_tags()]
        details["SupportedIpAddressTypes"] = self.supported_ip_address_types
        details["PrivateDnsNames"] = []
        if self.private_dns_name:
            details["PrivateDnsNames"] = [{"PrivateDnsName": self.private_dns_name}]
            details["PrivateDnsNameVerificationState"] = self.private_dns_name_state
        return details


class EndpointServiceActions(Gap, extends=VPCEndpointServiceConfiguration):
    """Address types, the private DNS name's verification and removal, deletion only when unused.

    moto ignores the types and the removal, does not know the verification, and deletes a service
    that endpoints are connected to.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpointServiceConfiguration.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServiceConfiguration.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartVpcEndpointServicePrivateDnsVerification.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpointServiceConfigurations.html
    """

    def create_vpc_endpoint_service_configuration(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        result = EndpointServiceActions.moto.create_vpc_endpoint_service_configuration(self)
        service = result.result["ServiceConfiguration"]
        service.supported_ip_address_types = self._get_param("SupportedIpAddressTypes", ["ipv4"])
        return result

    def modify_vpc_endpoint_service_configuration(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        service = the_service(self)
        if self._get_param("PrivateDnsName") or self._get_param("RemovePrivateDnsName"):
            service.private_dns_name = None
            service.private_dns_name_state = "pendingVerification"
        removed = self._get_param("RemoveSupportedIpAddressTypes", [])
        added = self._get_param("AddSupportedIpAddressTypes", [])
        kept = [kind for kind in service.supported_ip_address_types if kind not in removed]
        service.supported_ip_address_types = kept + added
        return EndpointServiceActions.moto.modify_vpc_endpoint_service_configuration(self)

    def start_vpc_endpoint_service_private_dns_verification(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        the_service(self).private_dns_name_state = "verified"
        return ActionResult({"ReturnValue": True})

    def delete_vpc_endpoint_service_configurations(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        for service_id in self._get_param("ServiceIds", []):
            service = self.ec2_backend.configurations.get(service_id)
            if service is not None and connected_endpoints(service):
                message = f"Service {service_id} has existing active VPC Endpoint connections"
                item = unsuccessful(service_id, "ExistingVpcEndpointConnections", message)
                return ActionResult({"Unsuccessful": [item]})
        return EndpointServiceActions.moto.delete_vpc_endpoint_service_configurations(self)


def the_service(request: VPCEndpointServiceConfiguration) -> VPCServiceConfiguration:
    """The service that the request names, among those of the caller's account."""
    service_id = request._get_param("ServiceId")
    return request.ec2_backend.describe_vpc_endpoint_service_configurations([service_id])[0]


def unsuccessful(resource_id: str, code: str, message: str) -> dict[str, Any]:
    """An item of the list `Unsuccessful` that actions on several resources answer with."""
    return {"ResourceId": resource_id, "Error": {"Code": code, "Message": message}}
