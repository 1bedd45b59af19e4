import type { Address, AddressList } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { addressFrom, isRange } from './address';
import { grouped, once } from './by-id';
import { idOf } from './component';
import { open } from './given';
import { dataOf, resourcesOf } from './of-type';
import { blocksOf, factOf, knownText, listOf } from './read';
import { keyOf, refOf } from './reference';
import type { Source } from './source';

/**
 * Where no service has its addresses.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const RESERVED = AddressSet.of(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001:db8::/32',
);
const PUBLIC = AddressSet.of('0.0.0.0/0', '2000::/3').difference(RESERVED).ranges();

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
  return { name, addresses: known?.entries ?? [{ unknown: name, within: PUBLIC }] };
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
