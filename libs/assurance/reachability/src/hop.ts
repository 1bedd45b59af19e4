import type { Text } from '@culvert/symbolic';

/** What kind of component decides. */
export type HopKind =
  | 'security group'
  | 'network acl'
  | 'route'
  | 'transit gateway'
  | 'peering'
  | 'internet gateway'
  | 'nat gateway'
  | 'vpn gateway'
  | 'firewall'
  | 'endpoint'
  | 'endpoint service'
  | 'endpoint policy'
  | 'load balancer'
  | 'target group'
  | 'vpc link'
  | 'api'
  | 'resource policy'
  | 'authorizer'
  | 'mutual tls'
  | 'function'
  | 'function permission'
  | 'identity policy'
  | 'permissions boundary'
  | 'control policy'
  | 'trust policy'
  | 'dns'
  | 'interface'
  | 'outside';

/** One step on the way, and what it does with the traffic. */
export interface Hop {
  readonly kind: HopKind;
  /** The component, as Terraform calls it. */
  readonly component: string;
  /** The rule, route, entry or statement that decides, as Terraform or the policy calls it. */
  readonly rule?: string;
  readonly effect: 'passes' | 'blocks' | 'unknown';
  /** What happens, in words: `allows tcp 443 from 10.0.0.0/16`. No value that Terraform marks as sensitive. */
  readonly detail: string;
  /** Whether it is about the replies. */
  readonly reply?: boolean;
  readonly account?: Text;
  /** The id of the VPC that it is in. */
  readonly vpc?: string;
}
