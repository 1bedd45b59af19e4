import type { AddressSet } from '@culvert/packet-set';
import type { Text } from '@culvert/symbolic';
import type { Traffic } from './connection';
import type { Caller } from './gates';

/** Who begins. */
export type Origin =
  /** All interfaces of a workload or other owner, or a relay itself: a load balancer, an API, a VPC link. */
  | { readonly kind: 'component'; readonly id: string }
  /** Anything that has the security group, in any subnet of its VPC. */
  | { readonly kind: 'group'; readonly id: string }
  /** Anything in the subnet: its interfaces, and what else may be put there. */
  | { readonly kind: 'subnet'; readonly id: string }
  | { readonly kind: 'vpc'; readonly id: string }
  /** What has the addresses: in subnets, on-prem or on the internet. */
  | { readonly kind: 'addresses'; readonly addresses: AddressSet }
  | { readonly kind: 'internet' }
  | { readonly kind: 'on-prem' };

/** What is to be reached. */
export type Target =
  /** The owner of interfaces, an API, or a function, which is reached when it is invoked. */
  | { readonly kind: 'component'; readonly id: string }
  | { readonly kind: 'addresses'; readonly addresses: AddressSet }
  | { readonly kind: 'internet' }
  | { readonly kind: 'on-prem' }
  /** Something behind a service of AWS: a secret, a key, a bucket. */
  | {
      readonly kind: 'resource';
      /** Its id in the graph, or its ARN. */
      readonly resource: Text;
      /** What Terraform calls it. */
      readonly name: string;
      /** As in endpoints' names: `secretsmanager`, `kms`, `s3`. */
      readonly service: string;
      /** Such as `secretsmanager:GetSecretValue`. */
      readonly action: string;
      /** @default - endpoints of every Region may lead to it */
      readonly region?: Text;
    };

/** What of an HTTP request is settled; the rest may be whatever makes it arrive. */
export interface HttpRequest {
  readonly method?: string;
  /** Without the stage. */
  readonly path?: string;
  /** The name that is asked for; it must lead to the way's first component. */
  readonly host?: string;
}

/** What is asked: does it reach? */
export interface Request {
  readonly from: Origin;
  readonly to: Target;
  /** What arrives at the target: a listener in between may have another port. */
  readonly traffic: Traffic;
  readonly http?: HttpRequest;
  /** @default 'anonymous' */
  readonly as?: Caller;
  /** Whether authorizers that run code, and API keys, let the caller in. */
  readonly authorized?: boolean;
  /** Components, by id or Terraform's name, that the way must lead through. */
  readonly via?: readonly string[];
}
