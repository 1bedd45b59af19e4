import type { TerraformJson } from '../terraform-json';
import { Configuration } from './configuration';
import {
  type Attachment,
  type Gateway,
  readGateways,
  readOtherAttachments,
  readVpcAttachments,
  type VpcAttachment,
} from './tables/attachments';
import { type GatewayRouteTable, readGatewayRouteTables } from './tables/gateway-route-tables';
import { type IpTarget, readIpTargets } from './tables/ip-targets';
import {
  readForeignRules,
  readSecurityGroupRules,
  type SecurityGroupRule,
} from './tables/security-group-rules';
import { readSubnetRouteTables, readVpcRouteTables, type VpcRouteTable } from './tables/vpc-routes';
import { readSubnets, readVpcs, type Subnet, type Vpc } from './tables/vpcs';

/** The network a stack describes: typed tables whose references are resolved. */
export interface Graph {
  readonly configuration: Configuration;
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: readonly Subnet[];
  readonly vpcRouteTables: ReadonlyMap<string, VpcRouteTable>;
  readonly subnetRouteTables: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly SecurityGroupRule[];
  /** Rules of kinds that are not read. */
  readonly foreignRules: ReturnType<typeof readForeignRules>;
  readonly gateways: ReadonlyMap<string, Gateway>;
  readonly vpcAttachments: readonly VpcAttachment[];
  /** Every attachment, those of VPCs included. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly gatewayRouteTables: readonly GatewayRouteTable[];
  readonly ipTargets: readonly IpTarget[];
}

export function readGraph(terraform: TerraformJson): Graph {
  const configuration = new Configuration(terraform);
  const gateways = readGateways(configuration);
  const vpcAttachments = readVpcAttachments(configuration, gateways);
  const attachments = [...vpcAttachments, ...readOtherAttachments(configuration)];
  return {
    configuration,
    vpcs: readVpcs(configuration),
    subnets: readSubnets(configuration),
    vpcRouteTables: readVpcRouteTables(configuration),
    subnetRouteTables: readSubnetRouteTables(configuration),
    rules: readSecurityGroupRules(configuration),
    foreignRules: readForeignRules(configuration),
    gateways,
    vpcAttachments,
    attachments: new Map(attachments.map((attachment) => [attachment.id, attachment])),
    gatewayRouteTables: readGatewayRouteTables(configuration),
    ipTargets: readIpTargets(configuration),
  };
}
