import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { once } from './by-id';
import { knownText, listOf } from './read';
import { keyOf, refOf } from './reference';

const SUBNETS = ['aws_subnet', 'aws_default_subnet'];

/** A subnet's zone: its id, as far as any document has both for that account or VPC, else its name. */
export function zoneOf(graph: ResourceGraph, subnet: Resource): string | undefined {
  const id = knownText(subnet.value('availability_zone_id'));
  const name = knownText(subnet.value('availability_zone'));
  if (id !== undefined || name === undefined) return id;
  const [known] = keysOf(subnet, name).flatMap((key) => zoneIds(graph).get(key) ?? []);
  return known ?? name;
}

/** The ids of zones, by where a name means one zone: an account's Region, or a VPC. */
const zoneIds = once((graph: ResourceGraph): ReadonlyMap<string, string> => {
  const found = [...subnetZones(graph), ...listedZones(graph)];
  const ids = new Map(found);
  for (const [key, id] of found) {
    if (ids.get(key) !== id) ids.delete(key);
  }
  return ids;
});

function subnetZones(graph: ResourceGraph): readonly (readonly [string, string])[] {
  const subnets = SUBNETS.flatMap((type) => [...graph.resources(type), ...graph.dataSources(type)]);
  return subnets.flatMap((subnet) => {
    const id = knownText(subnet.value('availability_zone_id'));
    const name = knownText(subnet.value('availability_zone'));
    if (id === undefined || name === undefined) return [];
    return keysOf(subnet, name).map((key) => [key, id] as const);
  });
}

function listedZones(graph: ResourceGraph): readonly (readonly [string, string])[] {
  return graph.dataSources('aws_availability_zones').flatMap((zones) => {
    const ids = listOf(zones.value('zone_ids')).map(knownText);
    return listOf(zones.value('names')).flatMap((each, index) => {
      const [name, id] = [knownText(each), ids[index]];
      return name === undefined || id === undefined ? [] : [[accountKey(zones, name), id] as const];
    });
  });
}

function keysOf(subnet: Resource, name: string): readonly string[] {
  const vpc = refOf(subnet, 'vpc_id');
  const inVpc = vpc === undefined ? [] : [`${keyOf(vpc)} ${name}`];
  return [accountKey(subnet, name), ...inVpc];
}

function accountKey({ placement: { accountId, region } }: Resource, name: string): string {
  return `${String(accountId)} ${String(region)} ${name}`;
}
