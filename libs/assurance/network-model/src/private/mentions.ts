import type { ResourceGraph } from '@culvert/terraform-graph';
import { once } from './by-id';

/** What an id begins with. */
export type IdPrefix =
  | 'acl'
  | 'eigw'
  | 'igw'
  | 'nat'
  | 'pcx'
  | 'rtb'
  | 'sg'
  | 'subnet'
  | 'tgw'
  | 'tgw-attach'
  | 'tgw-rtb'
  | 'vgw'
  | 'vpc';

const ID =
  /^(?<prefix>acl|eigw|igw|nat|pcx|rtb|sg|subnet|tgw|tgw-attach|tgw-rtb|vgw|vpc)-[0-9a-f]{8,17}$/;

/** Attributes that name components of networks, of whatever resource. */
const ATTRIBUTES = [
  'egress_only_gateway_id',
  'gateway_id',
  'nat_gateway_id',
  'network_acl_id',
  'peer_transit_gateway_id',
  'peer_vpc_id',
  'propagating_vgws',
  'route_table_id',
  'route_table_ids',
  'security_group_id',
  'security_group_ids',
  'security_groups',
  'subnet_id',
  'subnet_ids',
  'subnets',
  'transit_gateway_attachment_id',
  'transit_gateway_id',
  'transit_gateway_route_table_id',
  'vpc_id',
  'vpc_peering_connection_id',
  'vpc_security_group_ids',
  'vpc_zone_identifier',
  'vpn_gateway_id',
];

/** Blocks in which they are, too. */
const BLOCKS = [
  'ip_address',
  'network_configuration',
  'route',
  'subnet_configuration',
  'subnet_mapping',
  'vpc',
  'vpc_config',
];

type Json = { readonly [key: string]: unknown };

/** The ids that stand in the documents as text, by what they begin with, each kind sorted. */
export const mentions = once((graph: ResourceGraph): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  const note = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(note);
    if (typeof value !== 'string') return;
    const prefix = ID.exec(value)?.groups?.['prefix'];
    if (prefix !== undefined) found.set(prefix, (found.get(prefix) ?? new Set()).add(value));
  };
  for (const resource of [...graph.resources(), ...graph.dataSources()]) {
    const values: Json = resource.facts.values;
    const blocks = BLOCKS.flatMap((name) => (values[name] ?? []) as Json | readonly Json[]);
    for (const fields of [values, ...blocks]) {
      for (const attribute of ATTRIBUTES) note(fields[attribute]);
    }
  }
  return new Map([...found].map(([prefix, ids]) => [prefix, [...ids].sort()]));
});

/** The ids of a kind that stand in the documents as text; most are of managed resources, too. */
export function mentioned(graph: ResourceGraph, prefix: IdPrefix): readonly string[] {
  return mentions(graph).get(prefix) ?? [];
}
