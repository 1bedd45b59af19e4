"""Who may connect to a VPC endpoint service."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from moto.core.responses import ActionResult
from moto.ec2.models.vpc_service_configuration import VPCServiceConfiguration
from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration

from .ec2_endpoint_services import the_service
from .gap import Gap


class EndpointServicePermissions(Gap, extends=VPCEndpointServiceConfiguration):
    """Permissions with an id each, and the `principal` filter.

    moto answers with principals alone, so Terraform cannot tell one permission from another.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServicePermissions.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html
    """

    def describe_vpc_endpoint_service_permissions(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        service = the_service(self)
        wanted = self._filters_from_querystring().get("principal", service.principals)
        allowed = [permission(service, p) for p in service.principals if p in wanted]
        return ActionResult({"AllowedPrincipals": allowed})

    def modify_vpc_endpoint_service_permissions(
        self: VPCEndpointServiceConfiguration,
    ) -> ActionResult:
        EndpointServicePermissions.moto.modify_vpc_endpoint_service_permissions(self)
        service = the_service(self)
        added = self._get_param("AddAllowedPrincipals", [])
        return ActionResult(
            {"AddedPrincipals": [permission(service, p) for p in added], "ReturnValue": True}
        )


def permission(service: VPCServiceConfiguration, principal: str) -> dict[str, Any]:
    digest = uuid5(NAMESPACE_URL, f"{service.id}/{principal}").hex
    return {
        "ServiceId": service.id,
        "ServicePermissionId": f"vpce-svc-perm-{digest[:17]}",
        "Principal": principal,
        "PrincipalType": "All" if principal == "*" else "Account",
    }
