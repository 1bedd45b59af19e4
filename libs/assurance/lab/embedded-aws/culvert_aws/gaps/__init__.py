"""What moto lacks for Culvert's scenarios: a module per part of AWS, a class per gap."""

from .api_gateway_deployments import DeploymentRules, DeploymentUpdates
from .api_gateway_integrations import PrivateIntegrations, PutPrivateIntegration
from .api_gateway_openapi import OpenApiImport
from .api_gateway_rest_apis import RestApiPatches, RestApiPolicy
from .api_gateway_tags import RestApiTags
from .api_gateway_vpc_links import VpcLinkUpdates
from .cloudwatch_composite_alarms import CompositeAlarmRule, PutCompositeAlarm
from .direct_connect_associations import DirectConnectGatewayAssociations
from .direct_connect_gateways import DirectConnectGatewayStore, DirectConnectGateways
from .ec2_connection_notifications import ConnectionNotificationStore, ConnectionNotifications
from .ec2_customer_gateways import CustomerGatewayDetails
from .ec2_endpoint_connections import EndpointConnections
from .ec2_endpoint_permissions import EndpointServicePermissions
from .ec2_endpoint_services import (
    EndpointServiceActions,
    EndpointServiceDetails,
    EndpointServiceDirectory,
)
from .ec2_interface_endpoints import InterfaceEndpoints
from .ec2_network_insights import (
    NetworkInsightsAnalyses,
    NetworkInsightsPaths,
    NetworkInsightsStore,
)
from .ec2_security_group_rules import SecurityGroupRuleDescriptions, SecurityGroupRuleRevocation
from .ec2_subnet_cidr_reservations import SubnetCidrReservationDescriptions
from .ec2_transit_gateway_attachments import AttachmentDetails, Attachments
from .ec2_transit_gateway_peering import PeeringAttachments
from .ec2_transit_gateway_route_tables import (
    RouteTableAssociations,
    RouteTablePropagations,
    RouteTableRoutes,
)
from .ec2_transit_gateway_vpc_attachments import VpcAttachmentActions, VpcAttachments
from .ec2_transit_gateway_vpc_routes import RoutesToTransitGateway
from .ec2_transit_gateways import TransitGatewayDefaults, TransitGatewayDirectory
from .ec2_vpn_connections import VpnConnectionDetails, VpnConnectionOptions
from .elastic_load_balancing import PrivateLinkEnforcement
from .elastic_load_balancing_listeners import CertificatesMadeElsewhere, NetworkListenerUpdates
from .fis_experiment_templates import ExperimentOptions, ExperimentTemplateDetails
from .gap import Gap
from .lambda_configuration import FunctionConfiguration
from .lambda_deletion import FunctionDeletion
from .lambda_invocations import Invocations
from .network_firewall_documents import DocumentStore, FirewallPolicies, RuleGroups
from .network_firewall_firewalls import FirewallActions, FirewallDescription, FirewallEndpoints
from .ram_associations import ResourceShareAssociations
from .ram_invitations import ResourceShareInvitations
from .ram_resource_shares import ResourceShareInvitees, ResourceShares
from .route53_private_zones import PrivateHostedZones
from .route53_resolver_endpoints import ResolverEndpointDetails, ResolverEndpointProtocols
from .route53_resolver_query_logs import QueryLogConfigDeletion, QueryLogConfigTags
from .s3_bucket_policies import BucketPolicies
from .secrets_manager_rotation import Rotation, RotationDescription
from .secrets_manager_versions import CurrentVersion
from .step_functions_definitions import WholePercentages
from .step_functions_executions import ExecutionNames, ParsedOnce
from .step_functions_failures import ReservedErrorNames
from .step_functions_intrinsics import Format
from .step_functions_jsonata import JsonataEvaluation
from .step_functions_map_runs import ToleratedFailures, WrittenResults
from .step_functions_state_machines import (
    DefinitionValidation,
    StateMachineRevision,
    StateMachineType,
    StateMachineVersions,
)
from .step_functions_tasks import LambdaTasks

ALL: tuple[type[Gap], ...] = (
    AttachmentDetails,
    Attachments,
    BucketPolicies,
    CertificatesMadeElsewhere,
    CompositeAlarmRule,
    ConnectionNotificationStore,
    ConnectionNotifications,
    CurrentVersion,
    CustomerGatewayDetails,
    DefinitionValidation,
    DeploymentRules,
    DeploymentUpdates,
    DirectConnectGatewayAssociations,
    DirectConnectGatewayStore,
    DirectConnectGateways,
    DocumentStore,
    EndpointConnections,
    EndpointServiceActions,
    EndpointServiceDetails,
    EndpointServiceDirectory,
    EndpointServicePermissions,
    ExecutionNames,
    ExperimentOptions,
    ExperimentTemplateDetails,
    FirewallActions,
    FirewallDescription,
    FirewallEndpoints,
    FirewallPolicies,
    Format,
    FunctionConfiguration,
    FunctionDeletion,
    InterfaceEndpoints,
    Invocations,
    JsonataEvaluation,
    LambdaTasks,
    NetworkInsightsAnalyses,
    NetworkInsightsPaths,
    NetworkInsightsStore,
    NetworkListenerUpdates,
    OpenApiImport,
    ParsedOnce,
    PeeringAttachments,
    PrivateHostedZones,
    PrivateIntegrations,
    PrivateLinkEnforcement,
    PutCompositeAlarm,
    PutPrivateIntegration,
    QueryLogConfigDeletion,
    QueryLogConfigTags,
    ReservedErrorNames,
    ResolverEndpointDetails,
    ResolverEndpointProtocols,
    ResourceShareAssociations,
    ResourceShareInvitations,
    ResourceShareInvitees,
    ResourceShares,
    RestApiPatches,
    RestApiPolicy,
    RestApiTags,
    Rotation,
    RotationDescription,
    RouteTableAssociations,
    RouteTablePropagations,
    RouteTableRoutes,
    RoutesToTransitGateway,
    RuleGroups,
    SecurityGroupRuleDescriptions,
    SecurityGroupRuleRevocation,
    StateMachineRevision,
    StateMachineType,
    StateMachineVersions,
    SubnetCidrReservationDescriptions,
    ToleratedFailures,
    TransitGatewayDefaults,
    TransitGatewayDirectory,
    VpcAttachmentActions,
    VpcAttachments,
    VpcLinkUpdates,
    VpnConnectionDetails,
    VpnConnectionOptions,
    WholePercentages,
    WrittenResults,
)


def fill_all() -> None:
    for gap in ALL:
        gap.fill()
