import { type Truth, unknownFor } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { Subnet } from '../vpc';
import { once } from './by-id';
import { keyOf, refFrom } from './reference';
import { managedAndRead } from './resources';
import type { Source } from './source';
import { truthOf } from './truth';

const SUBNETS = ['aws_subnet', 'aws_default_subnet'];
const VPCS = ['aws_vpc', 'aws_default_vpc'];

const subnetResources = once((graph: ResourceGraph) =>
  resourcesById(managedAndRead(graph, ...SUBNETS)),
);
const vpcResources = once((graph: ResourceGraph) => resourcesById(managedAndRead(graph, ...VPCS)));

function resourcesById(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map([...resources].reverse().map((each) => [idIn(each), each]));
}

function idIn(resource: Resource): string {
  return keyOf(refFrom(resource.value('id')) ?? resource.address);
}

/** The subnet, when the network has it. */
export function subnetOf({ network }: Source, ref: Ref): Subnet | undefined {
  return typeof ref === 'string' ? network.subnets.get(ref) : undefined;
}

/** The group that AWS gives to an interface of nobody's choice: the default one of its VPC. */
export function defaultGroup(source: Source, subnet: Ref): Ref {
  const vpc = subnetOf(source, subnet)?.vpc;
  if (vpc === undefined)
    return { unknown: `default security group of the VPC of ${keyOf(subnet)}` };
  return defaultGroupOf(source, vpc);
}

/** The default group of a VPC. */
export function defaultGroupOf({ graph }: Source, vpc: string): Ref {
  const group = refFrom(vpcResources(graph).get(vpc)?.value('default_security_group_id'));
  return group ?? { unknown: `default security group of ${vpc}` };
}

/** Whether what is put into the subnet gets a public address. */
export function givesPublicAddress({ graph }: Source, subnet: Ref): Truth {
  const resource = subnetResources(graph).get(keyOf(subnet));
  if (resource === undefined) return unknownFor(`${keyOf(subnet)}.map_public_ip_on_launch`);
  const isDefault = resource.type === 'aws_default_subnet';
  return truthOf(graph, resource, 'map_public_ip_on_launch', isDefault);
}

/** Whether what is put into the subnet gets an address of IPv6. */
export function givesIpv6Address({ graph }: Source, subnet: Ref): Truth {
  const resource = subnetResources(graph).get(keyOf(subnet));
  if (resource === undefined) return unknownFor(`${keyOf(subnet)}.assign_ipv6_address_on_creation`);
  return truthOf(graph, resource, 'assign_ipv6_address_on_creation', false);
}
