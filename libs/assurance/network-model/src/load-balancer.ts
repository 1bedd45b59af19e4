import type { Text, Truth, Unknown } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** An NLB, ALB or Gateway Load Balancer; its interfaces are in the network's, with it as their owner. */
export interface LoadBalancer extends Component {
  readonly kind: 'network' | 'application' | 'gateway';
  readonly internal: Truth;
  readonly vpc: Ref;
  readonly crossZone: Truth;
  /** Whether it has security groups: an NLB may have none. */
  readonly hasGroups: boolean;
  /** Whether the groups of an NLB apply to what comes through PrivateLink. */
  readonly enforcesOnPrivateLink: Truth;
  /** Its DNS name. */
  readonly dnsName: Text;
  readonly listeners: readonly Listener[];
}

/** A listener. */
export interface Listener extends Component {
  readonly port: number | Unknown;
  /** `TCP`, `TLS`, `UDP`, `TCP_UDP`, `HTTP`, `HTTPS`. */
  readonly protocol: string | Unknown;
  /** Mutual TLS: whether the client's certificate is verified, and against what. */
  readonly mutualTls?: { readonly mode: Text; readonly trustStore: Ref | undefined };
  /** By priority, the default last; an NLB's listener has the default only. */
  readonly rules: readonly ListenerRule[];
}

/** What happens to requests that meet all the conditions. */
export interface ListenerRule {
  readonly name: string;
  /** None for the default. */
  readonly priority: number | Unknown | undefined;
  /** Values of which one must match, with `*` and `?` as wildcards; without a key no such condition. */
  readonly conditions: {
    readonly hosts?: readonly Text[];
    readonly paths?: readonly Text[];
    readonly methods?: readonly Text[];
    readonly sources?: readonly Text[];
    /** Whether there are conditions on headers or the query. */
    readonly others?: boolean;
  };
  /** What it forwards to; none for redirects and fixed responses. */
  readonly targetGroups: readonly Ref[];
  /** Such as `forward`, `redirect`, `fixed-response`; the last of several. */
  readonly action: string | Unknown;
  /** The actions before it that let nobody pass without identity: `authenticate-oidc`, `jwt-validation` … */
  readonly authentication: readonly string[];
}

export type TargetKind = 'ip' | 'instance' | 'alb' | 'lambda';

/** A target group. */
export interface TargetGroup extends Component {
  readonly kind: TargetKind | Unknown;
  /** None for functions. */
  readonly port: number | Unknown | undefined;
  readonly protocol: string | Unknown | undefined;
  readonly vpc: Ref | undefined;
  /** Whether targets see the client's address rather than the load balancer's. */
  readonly preservesClientAddress: Truth;
  readonly targets: readonly Target[];
  readonly healthCheck: {
    readonly enabled: Truth;
    /** None for the port of the traffic. */
    readonly port: number | Unknown | undefined;
  };
  /** What registers targets that no document lists, such as an Auto Scaling group that is not read. */
  readonly missing: Missing;
}

/** A target. */
export interface Target {
  readonly name: string;
  /** An address (`ip`), or the id of an interface's owner (`instance`, `alb`, `lambda`, a task). */
  readonly id: Text;
  /** Whether `id` is an address rather than an owner's id. */
  readonly isAddress: boolean;
  /** The owners that it may be, where `id` is a symbol and documents say which these are. */
  readonly candidates?: readonly string[];
  /** Its own port; none for the group's. */
  readonly port: number | Unknown | undefined;
}
