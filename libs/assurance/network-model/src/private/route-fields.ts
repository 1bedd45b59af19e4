import type { Address, AddressList, Route } from '@culvert/packet-filter';
import { addressFrom } from './address';
import { firewallInterface } from './firewall-endpoints';
import { prefixListOf } from './prefix-lists';
import { type Fields, textOf } from './read';
import { keyOf, refFrom } from './reference';
import type { Source } from './source';

/** The last one is filled in by the provider for other targets, too. */
const TARGETS = [
  'gateway_id',
  'nat_gateway_id',
  'transit_gateway_id',
  'vpc_peering_connection_id',
  'vpc_endpoint_id',
  'egress_only_gateway_id',
  'carrier_gateway_id',
  'local_gateway_id',
  'core_network_arn',
  'network_interface_id',
  'instance_id',
];

/** A route, of its fields; undefined without a destination. */
export function routeFrom(source: Source, name: string, fields: Fields): Route | undefined {
  const destination = destinationFrom(source, name, fields);
  return destination === undefined
    ? undefined
    : { name, destination, target: targetFrom(source, fields) };
}

function destinationFrom(
  source: Source,
  name: string,
  fields: Fields,
): Address | AddressList | undefined {
  const v4 = fields['destination_cidr_block'] ?? fields['cidr_block'];
  const v6 = fields['destination_ipv6_cidr_block'] ?? fields['ipv6_cidr_block'];
  const list = refFrom(fields['destination_prefix_list_id']);
  return (
    addressFrom(v4, `${name}.destination_cidr_block`, 'IPv4') ??
    addressFrom(v6, `${name}.destination_ipv6_cidr_block`, 'IPv6') ??
    (list === undefined ? undefined : prefixListOf(source, list))
  );
}

/** What packets go to; undefined for what is not there any more. */
function targetFrom({ graph }: Source, fields: Fields): string | undefined {
  if (fields['state'] === 'blackhole') return undefined;
  const firewall = firewallInterface(graph, fields['vpc_endpoint_id']);
  if (firewall !== undefined) return firewall;
  const given = TARGETS.filter((target) => textOf(fields[target]) !== undefined);
  const [target] = given;
  const ref = target === undefined ? undefined : refFrom(fields[target]);
  return ref === undefined ? undefined : keyOf(ref);
}

/** What tells a route from others of its table: AWS allows one for each destination. */
export function destinationKey(route: { readonly destination: Route['destination'] }): string {
  const { destination } = route;
  if (typeof destination === 'string') return destination;
  return 'unknown' in destination ? `$${destination.unknown}` : destination.name;
}
