import type { Address } from '@culvert/packet-filter';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { ById } from '../network';
import { addressFrom, knownAddresses, unknownAddresses } from '../private/address';
import { byId } from '../private/by-id';
import { namedBy } from '../private/candidates';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { given, open } from '../private/given';
import { mainRouteTables } from '../private/main-route-tables';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { blocksOf, factOf, knownText, listOf } from '../private/read';
import { keyOf, refFrom, refOf } from '../private/reference';
import type { Source } from '../private/source';
import { networkAclLinks, routeTableLinks, type SubnetLinks } from '../private/subnet-links';
import { defaultNetworkAcls } from '../private/vpc-defaults';
import { vpcOfSubnet } from '../private/vpc-of-subnet';
import { zoneOf } from '../private/zones';
import type { Subnet } from '../vpc';

/** Subnets that are managed, read, or known by their id only. */
export function subnets(source: Source): ById<Subnet> {
  const { graph } = source;
  const tables = {
    links: routeTableLinks(graph),
    byVpc: mainRouteTables(graph),
    vpcs: vpcsOf(graph, 'aws_route_table'),
  };
  const acls = {
    links: networkAclLinks(graph),
    byVpc: defaultNetworkAcls(graph),
    vpcs: vpcsOf(graph, 'aws_network_acl'),
  };
  const inVpcs = listedVpcs(graph);
  const withLinks = (
    subnet: Omit<Subnet, 'routeTable' | 'networkAcl'>,
    isManaged: boolean,
  ): Subnet => {
    const by = tables.links.bySubnet.get(subnet.id)?.by;
    return {
      ...subnet,
      routeTable: linkOf(subnet, 'route table', tables, isManaged),
      ...(by === undefined ? {} : { routeTableAssociation: by }),
      networkAcl: linkOf(subnet, 'network ACL', acls, isManaged),
    };
  };
  const managed = resourcesOf(graph, 'aws_subnet', 'aws_default_subnet');
  const read = dataOf(graph, 'aws_subnet');
  const known = [...new Set([...inVpcs.keys(), ...mentioned(graph, 'subnet')])];
  return byId(
    managed.map((subnet) => withLinks(fromResource(source, subnet), subnet.type === 'aws_subnet')),
    read.map((subnet) => withLinks(fromResource(source, subnet), false)),
    known.map((id) => withLinks(knownById(id, inVpcs.get(id)), false)),
  );
}

function fromResource(source: Source, subnet: Resource) {
  const { graph } = source;
  const component = componentOf(graph, subnet);
  const ranges = [
    addressFrom(open(graph, subnet, 'cidr_block'), factOf(graph, subnet, 'cidr_block'), 'IPv4'),
    addressFrom(
      given(graph, subnet, 'ipv6_cidr_block'),
      factOf(graph, subnet, 'ipv6_cidr_block'),
      'IPv6',
    ),
  ].flatMap((range): readonly Address[] => (range === undefined ? [] : [range]));
  const known = knownAddresses(ranges);
  return {
    ...component,
    vpc: vpcOfSubnet(source, subnet, known),
    ranges: known,
    zone: zoneOf(graph, subnet),
    missing: unknownAddresses(ranges),
  };
}

function knownById(id: string, vpc = `VPC of ${id}`) {
  const missing = [`ranges of ${id}`, `Availability Zone of ${id}`];
  return { ...componentKnownById(id), vpc, ranges: knownAddresses([]), zone: undefined, missing };
}

/** Its own, else its VPC's, which nobody knows of a subnet that nobody manages. */
function linkOf(
  { id, name, vpc }: Pick<Subnet, 'id' | 'name' | 'vpc'>,
  what: string,
  { links, byVpc, vpcs }: Links,
  isManaged: boolean,
): Ref {
  const [missing] = links.missing;
  const otherwise = missing === undefined && isManaged ? byVpc.get(vpc) : undefined;
  const own = links.bySubnet.get(id)?.target;
  if (own === undefined) return otherwise ?? { unknown: missing ?? `${what} of ${name}` };
  const { ids, missing: doubt } = namedBy(own);
  const fitting = ids.filter((each) => (vpcs.get(each) ?? vpc) === vpc);
  return doubt !== undefined && fitting.length === 1 ? (fitting[0] ?? own) : own;
}

interface Links {
  readonly links: SubnetLinks;
  readonly byVpc: ReadonlyMap<string, Ref>;
  /** The VPC of each that a subnet of the same VPC may have. */
  readonly vpcs: ReadonlyMap<string, string>;
}

function vpcsOf(graph: ResourceGraph, type: string): ReadonlyMap<string, string> {
  return new Map(
    resourcesOf(graph, type)
      .map((each) => {
        const vpc = refOf(each, 'vpc_id');
        return [idOf(graph, each), typeof vpc === 'string' ? vpc : ''] as const;
      })
      .filter(([, vpc]) => vpc !== ''),
  );
}

/** The VPC of subnets that were looked up by it. */
function listedVpcs(graph: ResourceGraph): ReadonlyMap<string, string> {
  const vpcs = new Map<string, string>();
  for (const source of dataOf(graph, 'aws_subnets')) {
    const filter = blocksOf(source.value('filter')).find(({ name }) => name === 'vpc-id');
    const [vpc, ...others] = listOf(filter?.['values']);
    const ref = others.length === 0 ? refFrom(vpc) : undefined;
    for (const subnet of listOf(source.value('ids'))) {
      const id = knownText(subnet);
      if (id !== undefined && ref !== undefined) vpcs.set(id, keyOf(ref));
    }
  }
  return vpcs;
}
