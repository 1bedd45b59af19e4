import { isUnknown, type Unknown } from '@culvert/symbolic';
import { type Value } from '@culvert/terraform-graph';
import { numberOf, textOrUnknown } from './read';

type Port = number | Unknown | undefined;

/** What AWS's rules call protocols, with what packet filters know them by. */
const NUMBERS: Readonly<Record<string, string>> = {
  all: '-1',
  ah: '51',
  esp: '50',
  gre: '47',
  sctp: '132',
  vrrp: '112',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};
const NAMED = ['icmp', 'icmpv6', 'tcp', 'udp'];
const ICMP = ['icmp', 'icmpv6'];

/** The protocol of a rule with its ports, or its type and code of ICMP; what AWS would refuse is a symbol. */
export interface RuleTraffic {
  readonly protocol: string | Unknown;
  /** Port, or type of ICMP. */
  readonly from?: number | Unknown;
  /** Port, or code of ICMP. */
  readonly to?: number | Unknown;
}

/** @param fact what the rule's attributes are called after */
export function trafficFrom(
  fact: string,
  { protocol, from, to }: { readonly [Part in keyof RuleTraffic]: Value | undefined },
): RuleTraffic {
  const read = protocolFrom(protocol, `${fact}.protocol`);
  if (typeof read !== 'string' || !NAMED.includes(read)) return { protocol: read };
  const isIcmp = ICMP.includes(read);
  const [least, most] = isIcmp ? [-1, 255] : [0, 65_535];
  const first = bounded(numberOf(from, `${fact}.from_port`), least, most, `${fact}.from_port`);
  const last = bounded(numberOf(to, `${fact}.to_port`), least, most, `${fact}.to_port`);
  return {
    protocol: read,
    from: first,
    to: fits(first, last, isIcmp) ? last : { unknown: `${fact}.to_port` },
  };
}

function protocolFrom(value: Value | undefined, fact: string): string | Unknown {
  const text = textOrUnknown(value, fact) ?? { unknown: fact };
  if (isUnknown(text)) return text;
  const name = text.toLowerCase();
  const known = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : name;
  const number = Number(known);
  const isKnown =
    NAMED.includes(known ?? '') || (Number.isInteger(number) && number >= -1 && number <= 255);
  return isKnown && known !== undefined ? known : { unknown: fact };
}

function bounded(value: Port, least: number, most: number, fact: string): number | Unknown {
  if (isUnknown(value)) return value;
  const isFit = value !== undefined && Number.isInteger(value) && value >= least && value <= most;
  return isFit ? value : { unknown: fact };
}

function fits(first: number | Unknown, last: number | Unknown, isIcmp: boolean): boolean {
  if (isUnknown(first) || isUnknown(last)) return true;
  return isIcmp ? first !== -1 || last === -1 : first <= last;
}
