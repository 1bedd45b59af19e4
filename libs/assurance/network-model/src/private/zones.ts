import type { ResourceGraph } from '@culvert/terraform-graph';
import { once } from './by-id';
import { listOf, knownText } from './read';

/**
 * The id of an Availability Zone, by account, Region and name, as far as documents have both: names mean
 * another zone in each account.
 */
export const zoneIds = once((graph: ResourceGraph): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  for (const subnet of [
    ...graph.resources('aws_subnet'),
    ...graph.resources('aws_default_subnet'),
    ...graph.dataSources('aws_subnet'),
  ]) {
    const name = knownText(subnet.value('availability_zone'));
    const id = knownText(subnet.value('availability_zone_id'));
    if (name && id) ids.set(zoneKey(subnet.placement, name), id);
  }
  for (const zones of graph.dataSources('aws_availability_zones')) {
    const zoneIdList = listOf(zones.value('zone_ids'));
    for (const [index, each] of listOf(zones.value('names')).entries()) {
      const [name, id] = [knownText(each), knownText(zoneIdList[index])];
      if (name && id) ids.set(zoneKey(zones.placement, name), id);
    }
  }
  return ids;
});

/** A zone's name, where it means something. */
export function zoneKey(
  { accountId, region }: { readonly accountId: unknown; readonly region: unknown },
  name: string,
): string {
  return `${String(accountId)} ${String(region)} ${name}`;
}
