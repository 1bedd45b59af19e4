import type { Unknown } from '@culvert/symbolic';

/** As seen from the interface or the subnet. */
export type Direction = 'ingress' | 'egress';

/** What a rule is about, besides addresses. */
export interface Traffic {
  /** What Terraform calls the rule, to find it again. */
  readonly name: string;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number of 0 to 255, or `-1` for all. */
  readonly protocol: string | number | Unknown;
}

/**
 * Ports that clients choose for their end of a connection; `any` covers load balancers, NAT gateways and
 * Lambda functions, too.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
export const EPHEMERAL_PORTS = {
  any: { from: 1024, to: 65_535 },
  linux: { from: 32_768, to: 61_000 },
  windows: { from: 49_152, to: 65_535 },
} as const;
