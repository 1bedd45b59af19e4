import type { Listener } from '@culvert/network-model';
import type { Range } from '@culvert/packet-set';
import {
  FALSE,
  isUnknown,
  or,
  TRUE,
  truthOf,
  type Truth,
  unknownFor,
  type Unknown,
} from '@culvert/symbolic';
import type { Traffic } from '../connection';

export const HTTPS: Traffic = { protocol: 'tcp', ports: [443] };

const ANY_PORT: Range = { from: 0, to: 65_535 };

/** Whether the traffic has the port. */
export function hasPort({ ports = [ANY_PORT] }: Traffic, port: number | Unknown): Truth {
  return isUnknown(port)
    ? unknownFor(port.unknown)
    : truthOf(ports.map(rangeOf).some(({ from, to }) => from <= port && port <= to));
}

/** Whether the listener, or a target group, takes the traffic's protocol. */
export function hasProtocol({ protocol }: Traffic, listener: Listener['protocol']): Truth {
  if (isUnknown(listener)) {
    return unknownFor(listener.unknown);
  }
  const name = protocol === 6 ? 'tcp' : protocol === 17 ? 'udp' : protocol;
  const takes: Readonly<Record<string, readonly unknown[]>> = {
    UDP: ['udp'],
    QUIC: ['udp'],
    TCP_UDP: ['tcp', 'udp'],
    TCP_QUIC: ['tcp', 'udp'],
  };
  return truthOf((takes[listener] ?? ['tcp']).includes(name));
}

/** Whether any of the listeners takes some of the traffic. */
export function isTaken(traffic: Traffic, listeners: readonly Listener[]): Truth {
  return or(...listeners.map((listener) => takes(traffic, listener)));
}

/** Whether the listener takes some of the traffic. */
export function takes(traffic: Traffic, { port, protocol }: Listener): Truth {
  const truths = [hasPort(traffic, port), hasProtocol(traffic, protocol)];
  return truths.some(({ value }) => value === false)
    ? FALSE
    : (truths.find(({ value }) => value === 'unknown') ?? TRUE);
}

/** The part of the traffic that goes to these ports; all of it when one of them is not known. */
export function onPorts(traffic: Traffic, ports: readonly (number | Unknown)[]): Traffic {
  const taken = ports.filter((port) => hasPort(traffic, port).value !== false);
  const known = taken.filter((port) => typeof port === 'number');
  return taken.length > 0 && known.length === taken.length
    ? { ...traffic, ports: [...new Set(known)].sort((one, other) => one - other) }
    : traffic;
}

export function isOnePort({ ports = [] }: Traffic): boolean {
  const [only, ...others] = ports.map(rangeOf);
  return only !== undefined && others.length === 0 && only.from === only.to;
}

/** For people: `tcp 443, 8000-8999`. */
export function describeTraffic({ protocol, ports }: Traffic): string {
  const text = ports
    ?.map(rangeOf)
    .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
    .join(', ');
  return text === undefined ? String(protocol) : `${protocol} ${text}`;
}

export function rangeOf(port: number | Range): Range {
  return typeof port === 'number' ? { from: port, to: port } : port;
}
