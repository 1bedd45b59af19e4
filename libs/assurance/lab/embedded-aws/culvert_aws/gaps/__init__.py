"""What moto lacks for Culvert's scenarios: a module per part of AWS, a class per gap."""

from .api_gateway_deployments import DeploymentRules, DeploymentUpdates
from .api_gateway_integrations import PrivateIntegrations, PutPrivateIntegration
from .api_gateway_openapi import OpenApiImport
from .api_gateway_rest_apis import RestApiPatches, RestApiPolicy
from .api_gateway_tags import RestApiTags
from .api_gateway_vpc_links import VpcLinkUpdates
from .ec2_connection_notifications import ConnectionNotifications, ConnectionNotificationStore
from .ec2_endpoint_connections import EndpointConnections
from .ec2_endpoint_permissions import EndpointServicePermissions
from .ec2_endpoint_services import (
    EndpointServiceActions,
    EndpointServiceDetails,
    EndpointServiceDirectory,
)
from .ec2_interface_endpoints import InterfaceEndpoints
from .ec2_security_group_rules import SecurityGroupRuleDescriptions
from .ec2_subnet_cidr_reservations import SubnetCidrReservationDescriptions
from .elastic_load_balancing import PrivateLinkEnforcement
from .elastic_load_balancing_listeners import CertificatesMadeElsewhere, NetworkListenerUpdates
from .gap import Gap

ALL: tuple[type[Gap], ...] = (
    CertificatesMadeElsewhere,
    ConnectionNotificationStore,
    ConnectionNotifications,
    DeploymentRules,
    DeploymentUpdates,
    EndpointConnections,
    EndpointServiceActions,
    EndpointServiceDetails,
    EndpointServiceDirectory,
    EndpointServicePermissions,
    InterfaceEndpoints,
    NetworkListenerUpdates,
    OpenApiImport,
    PrivateIntegrations,
    PrivateLinkEnforcement,
    PutPrivateIntegration,
    RestApiPatches,
    RestApiPolicy,
    RestApiTags,
    SecurityGroupRuleDescriptions,
    SubnetCidrReservationDescriptions,
    VpcLinkUpdates,
)


def fill_all() -> None:
    for gap in ALL:
        gap.fill()
