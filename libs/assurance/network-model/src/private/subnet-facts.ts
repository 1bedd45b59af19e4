import { type Truth, unknownFor } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { Network } from '../network';
import type { Subnet } from '../vpc';
import { once } from './by-id';
import { namedBy } from './candidates';
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

/** The subnets that a reference names, or may name; none when one of them is not known. */
export function subnetsOf(network: Network, ref: Ref): readonly Subnet[] {
  const { ids } = namedBy(ref);
  const found = ids.flatMap((id) => network.subnets.get(id) ?? []);
  return found.length === ids.length ? found : [];
}

/** The group that AWS gives to an interface of nobody's choice: the default one of its VPC. */
export function defaultGroup(source: Source, subnet: Ref): Ref {
  const [vpc, ...others] = new Set(subnetsOf(source.network, subnet).map((each) => each.vpc));
  if (vpc === undefined || others.length > 0) {
    return { unknown: `default security group of the VPC of ${keyOf(subnet)}` };
  }
  return defaultGroupOf(source, vpc);
}

/** The default group of a VPC. */
export function defaultGroupOf({ graph }: Source, vpc: string): Ref {
  const group = refFrom(vpcResources(graph).get(vpc)?.value('default_security_group_id'));
  return group ?? { unknown: `default security group of ${vpc}` };
}

/** Whether what is put into the subnet gets a public address. */
export function givesPublicAddress(source: Source, subnet: Ref): Truth {
  return ofAll(
    source,
    subnet,
    (resource) => {
      const isDefault = resource.type === 'aws_default_subnet';
      return truthOf(source.graph, resource, 'map_public_ip_on_launch', isDefault);
    },
    'map_public_ip_on_launch',
  );
}

/** Whether what is put into the subnet gets an address of IPv6. */
export function givesIpv6Address(source: Source, subnet: Ref): Truth {
  const attribute = 'assign_ipv6_address_on_creation';
  return ofAll(
    source,
    subnet,
    (resource) => truthOf(source.graph, resource, attribute, false),
    attribute,
  );
}

/** What is so in each subnet that it may be; unknown where they differ. */
function ofAll(
  { graph }: Source,
  subnet: Ref,
  truthIn: (resource: Resource) => Truth,
  attribute: string,
): Truth {
  const { ids, missing } = namedBy(subnet);
  const fact = (id: string) => unknownFor(`${id}.${attribute}`);
  const [first = fact(keyOf(subnet)), ...others] = ids.map((id) => {
    const resource = subnetResources(graph).get(id);
    return resource === undefined ? fact(id) : truthIn(resource);
  });
  const isSame = others.every(({ value }) => value === first.value);
  return isSame ? first : unknownFor(missing ?? keyOf(subnet));
}
