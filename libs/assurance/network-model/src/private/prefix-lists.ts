import type { Address, AddressList } from '@culvert/packet-filter';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { addressFrom, isRange } from './address';
import { grouped, once } from './by-id';
import { idOf } from './component';
import { open } from './given';
import { dataOf, resourcesOf } from './of-type';
import { PUBLIC_RANGES } from './public-ranges';
import { blocksOf, factOf, knownText, listOf } from './read';
import { keyOf, refOf } from './reference';
import type { Source } from './source';

/** The prefix list that a reference names. */
export function prefixListOf(source: Source, ref: Ref): AddressList {
  const id = keyOf(ref);
  const list = prefixLists(source).get(id);
  return list ?? { name: id, addresses: { unknown: `entries of ${id}` } };
}

/** The prefix list of a service of AWS, such as `com.amazonaws.eu-central-1.s3`. */
export function servicePrefixList({ context }: Source, service: string, id?: string): AddressList {
  const known = context.prefixLists?.find(({ prefixList }) => [service, id].includes(prefixList));
  const name = `prefix list of ${service}`;
  return { name, addresses: known?.entries ?? [{ unknown: name, within: PUBLIC_RANGES }] };
}

const prefixLists = once((source: Source): ReadonlyMap<string, AddressList> => {
  const { graph, context } = source;
  const named = (context.prefixLists ?? []).map(
    ({ prefixList, entries }) => [prefixList, { name: prefixList, addresses: entries }] as const,
  );
  return new Map<string, AddressList>([
    ...named,
    ...readLists(graph),
    ...endpointLists(source),
    ...managedLists(graph),
  ]);
});

function managedLists(graph: ResourceGraph): readonly (readonly [string, AddressList])[] {
  const all = resourcesOf(graph, 'aws_ec2_managed_prefix_list_entry');
  const entries = grouped(
    all.flatMap((entry) => {
      const list = refOf(entry, 'prefix_list_id');
      return list === undefined ? [] : [[keyOf(list), entry] as const];
    }),
  );
  const gone = new Set(
    [...all, ...graph.destroyed].flatMap(({ type, facts: { before } }) =>
      type === 'aws_ec2_managed_prefix_list_entry'
        ? `${String(before['prefix_list_id'])} ${String(before['cidr'])}`
        : [],
    ),
  );
  return resourcesOf(graph, 'aws_ec2_managed_prefix_list').map((list) => {
    const id = idOf(graph, list);
    const inline = entriesOf(graph, list, 'entry').filter(
      (entry) => typeof entry !== 'string' || !gone.has(`${id} ${entry}`),
    );
    const standalone = (entries.get(id) ?? []).flatMap((entry) => {
      const fact = factOf(graph, entry, 'cidr');
      return addressFrom(open(graph, entry, 'cidr'), fact) ?? [];
    });
    return [id, { name: list.address, addresses: [...inline, ...standalone] }] as const;
  });
}

function readLists(graph: ResourceGraph): readonly (readonly [string, AddressList])[] {
  return dataOf(graph, 'aws_ec2_managed_prefix_list', 'aws_prefix_list').map((list) => {
    const attribute = list.type === 'aws_prefix_list' ? 'cidr_blocks' : 'entries';
    return [
      idOf(graph, list),
      { name: list.address, addresses: entriesOf(graph, list, attribute) },
    ] as const;
  });
}

/** A gateway endpoint has the prefix list of its service. */
function endpointLists(source: Source): readonly (readonly [string, AddressList])[] {
  const { graph } = source;
  return resourcesOf(graph, 'aws_vpc_endpoint').flatMap((endpoint) => {
    const kind = endpoint.value('vpc_endpoint_type') ?? 'Gateway';
    const id = refOf(endpoint, 'prefix_list_id');
    if (kind !== 'Gateway' || id === undefined || id === '') return [];
    return [[keyOf(id), endpointPrefixList(source, endpoint)] as const];
  });
}

/** The addresses that a gateway endpoint takes. */
export function endpointPrefixList(source: Source, endpoint: Resource): AddressList {
  const service =
    knownText(endpoint.value('service_name')) ?? factOf(source.graph, endpoint, 'service_name');
  const ranges = listOf(endpoint.value('cidr_blocks')).map(knownText);
  const isKnown =
    ranges.length > 0 && ranges.every((range) => range !== undefined && isRange(range));
  return isKnown
    ? { name: `prefix list of ${service}`, addresses: ranges as readonly string[] }
    : servicePrefixList(source, service, knownText(endpoint.value('prefix_list_id')));
}

function entriesOf(graph: ResourceGraph, list: Resource, attribute: string): readonly Address[] {
  const value = open(graph, list, attribute);
  const fact = factOf(graph, list, attribute);
  const own = addressFrom(value, fact);
  if (own !== undefined) return [own];
  return listOf(value).flatMap((each) => {
    const [block] = blocksOf(each);
    return addressFrom(block === undefined ? each : block['cidr'], fact) ?? [];
  });
}
