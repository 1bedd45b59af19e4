import type { Text } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** A hosted zone of Route 53. */
export interface HostedZone extends Component {
  /** Without the dot at the end. */
  readonly domain: Text;
  /** The VPCs that a private zone answers; undefined for a public zone. */
  readonly vpcs: readonly Ref[] | undefined;
  readonly records: readonly DnsRecord[];
  readonly missing: Missing;
}

/** A record. */
export interface DnsRecord {
  /** Where it is declared. */
  readonly name: string;
  /** Its full name, without the dot at the end. */
  readonly domain: Text;
  /** `A`, `AAAA`, `CNAME`, … */
  readonly type: Text;
  /** Addresses or names, an alias's target among them. */
  readonly values: readonly Text[];
}

/** Names that a Resolver rule has answered elsewhere. */
export interface ResolverRule extends Component {
  readonly domain: Text;
  /** `FORWARD` or `SYSTEM`. */
  readonly kind: Text;
  readonly vpcs: readonly Ref[];
  readonly servers: readonly Text[];
}
