import { protocolNumber } from '@culvert/packet-set';
import type { Target, Traffic } from '@culvert/reachability';
import type { NetworkIndex } from '../ends/network-index';
import type { Declared, Port } from '../input/flows';

const NAMES = ['tcp', 'udp', 'icmp', 'icmpv6'] as const;
const EVERY_PORT = { from: 0, to: 65_535 } as const;

/** Whether packets of the protocol have ports. */
export function hasPorts(protocol: Traffic['protocol']): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

/** What a flow sends, `tcp` unless it says otherwise; to every port unless it names some. */
export function trafficOf({
  protocol = 'tcp',
  port,
}: Pick<Declared, 'protocol' | 'port'>): Traffic {
  if (!hasPorts(protocol)) return { protocol };
  return { protocol, ports: port === undefined ? [EVERY_PORT] : list(port).map(rangeOf) };
}

/** Of each protocol, everything. */
export const ALL_TRAFFIC: readonly Traffic[] = NAMES.map((protocol) => trafficOf({ protocol }));

/** Whether it goes without saying on which port a target is reached: AWS's own services answer at 443. */
export function namesItsPort(target: Target, { network }: Pick<NetworkIndex, 'network'>): boolean {
  if (target.kind !== 'component') return target.kind === 'resource';
  return network.apis.has(target.id) || network.apiDomains.has(target.id);
}

/** Such as `tcp 443, 8000-8999`. */
export function formatTraffic({ protocol, ports }: Traffic): string {
  const name = nameOf(protocol);
  if (ports === undefined) return name;
  const texts = ports.map((port) => {
    if (typeof port === 'number') return String(port);
    if (port.from === EVERY_PORT.from && port.to === EVERY_PORT.to) return 'every port';
    return port.from === port.to ? String(port.from) : `${port.from}-${port.to}`;
  });
  return `${name} ${texts.join(', ')}`;
}

function nameOf(protocol: Traffic['protocol']): string {
  if (typeof protocol !== 'number') return protocol;
  const name = NAMES.find((each) => protocolNumber(each) === protocol);
  return name ?? `protocol ${protocol}`;
}

/** The traffic that {@link formatTraffic} wrote. */
export function parseTraffic(text: string): Traffic {
  const groups = /^(?:protocol (?<number>\d+)|(?<name>\w+))(?: (?<ports>.*))?$/u.exec(text)?.groups;
  const name = groups?.['name'] as 'tcp' | 'udp' | 'icmp' | 'icmpv6' | undefined;
  const protocol = name ?? Number(groups?.['number']);
  const ports = groups?.['ports'];
  if (ports === undefined) return { protocol };
  if (ports === 'every port') return { protocol, ports: [EVERY_PORT] };
  const each = ports.split(', ').map((port) => rangeOf(port.includes('-') ? port : Number(port)));
  return { protocol, ports: each };
}

/** What is wrong with ports; undefined when nothing is. */
export function wrongPort({ protocol = 'tcp', port }: Pick<Declared, 'protocol' | 'port'>) {
  if (port === undefined) return undefined;
  if (!hasPorts(protocol)) return `no port, for ${protocol} has none`;
  const isWrong = list(port)
    .map(rangeOf)
    .some((range) => typeof range !== 'number' && (range.from > range.to || range.to > 65_535));
  return isWrong ? 'a range from the lower port to the higher, up to 65535' : undefined;
}

function list(port: Port | readonly Port[]): readonly Port[] {
  return typeof port === 'object' ? port : [port];
}

function rangeOf(port: Port): number | { readonly from: number; readonly to: number } {
  if (typeof port === 'number') return port;
  const [from = 0, to = 0] = port.split('-').map(Number);
  return { from, to };
}
