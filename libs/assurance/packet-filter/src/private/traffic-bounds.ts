import { type PacketBox, protocolNumber, type Range } from '@culvert/packet-set';
import { isUnknown, type Unknown } from '@culvert/symbolic';
import { PacketFilterError } from '../packet-filter-error';
import type { Traffic } from '../traffic';
import type { Bounds } from './bounds';
import { inRule } from './in-rule';

type Value = number | Unknown | undefined;
type BoxBounds = Bounds<PacketBox | undefined>;

/** What a rule says of ports, and of ICMP, each of which matters only for some protocols. */
export interface Details {
  readonly fromPort: Value;
  readonly toPort: Value;
  readonly icmpType: Value;
  readonly icmpCode: Value;
  /** Whether ICMP of IPv6 may go without type and code. */
  readonly icmpv6Optional: boolean;
}

const [ICMP, TCP, UDP, ICMPV6] = [1, 6, 17, 58];

/** @throws {@link PacketFilterError} */
export function trafficBounds(rule: Traffic, details: Details): BoxBounds {
  const { protocol } = rule;
  if (isUnknown(protocol)) {
    return { surely: undefined, perhaps: {}, missing: [protocol.unknown] };
  }
  if (protocol === '-1' || protocol === -1) {
    return known({});
  }
  const number = inRule(rule.name, () => protocolNumber(protocol));
  const only: PacketBox = { protocols: [number] };
  if (number === TCP || number === UDP) {
    return portBounds(rule, only, details);
  }
  const { icmpType, icmpCode, icmpv6Optional } = details;
  const isOptional = number === ICMPV6 && icmpv6Optional && icmpType === undefined;
  return (number === ICMP || number === ICMPV6) && !isOptional
    ? icmpBounds(rule, only, icmpType, icmpCode)
    : known(only);
}

function known(box: PacketBox): BoxBounds {
  return { surely: box, perhaps: box, missing: [] };
}

function portBounds(rule: Traffic, only: PacketBox, { fromPort, toPort }: Details): BoxBounds {
  const from = valueOf(rule, 'port', fromPort, 0, 65_535);
  const to = valueOf(rule, 'port', toPort, 0, 65_535);
  const range: Range = { from: from ?? 0, to: to ?? 65_535 };
  if (range.from > range.to) {
    throw new PacketFilterError(
      `${rule.name}: the ports ${range.from} to ${range.to} are none: put the lower one first`,
    );
  }
  const box: PacketBox = { ...only, destinationPorts: [range] };
  return withUnknowns(box, [fromPort, toPort]);
}

function icmpBounds(rule: Traffic, only: PacketBox, type: Value, code: Value): BoxBounds {
  const knownType = valueOf(rule, 'ICMP type', type, -1, 255);
  const knownCode = valueOf(rule, 'ICMP code', code, -1, 255);
  if (knownType === -1 && knownCode !== undefined && knownCode !== -1) {
    throw new PacketFilterError(
      `${rule.name}: ICMP code ${knownCode} of every type is none: all types have all codes, -1`,
    );
  }
  const box: PacketBox = {
    ...only,
    ...allBut('icmpTypes', knownType),
    ...allBut('icmpCodes', knownCode),
  };
  return withUnknowns(box, [type, code]);
}

function allBut(name: 'icmpTypes' | 'icmpCodes', value: number | undefined): PacketBox {
  return value === undefined || value === -1 ? {} : { [name]: [value] };
}

function withUnknowns(perhaps: PacketBox, values: readonly Value[]): BoxBounds {
  const missing = values.filter(isUnknown).map(({ unknown }) => unknown);
  return { surely: missing.length === 0 ? perhaps : undefined, perhaps, missing };
}

/** The number, or undefined if it is known only after apply. */
function valueOf({ name }: Traffic, what: string, value: Value, least: number, most: number) {
  if (isUnknown(value)) {
    return undefined;
  }
  if (value === undefined || !Number.isInteger(value) || value < least || value > most) {
    throw new PacketFilterError(`${name}: ${what} '${value}' is none: use ${least} to ${most}`);
  }
  return value;
}
