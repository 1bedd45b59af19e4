import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { once } from './by-id';
import { idOf } from './component';
import { resourcesOf } from './of-type';

/** VPCs that Terraform makes: AWS makes their default route table, network ACL and security group. */
export function madeVpcs(graph: ResourceGraph): readonly Resource[] {
  return resourcesOf(graph, 'aws_vpc').filter(({ change }) => !change.importing);
}

/** The default network ACL of each VPC that is managed, by the VPC's id. */
export const defaultNetworkAcls = once((graph: ResourceGraph): ReadonlyMap<string, Ref> => {
  const vpcs = resourcesOf(graph, 'aws_vpc', 'aws_default_vpc');
  return new Map(vpcs.map((vpc) => [idOf(graph, vpc), idOf(graph, vpc, 'default_network_acl_id')]));
});
