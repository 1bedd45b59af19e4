import type { ApiMethod, NetworkInterface } from '@culvert/network-model';
import type { AddressSet } from '@culvert/packet-set';
import type { Traffic } from '../connection';
import type { Caller } from '../gates';
import type { OutsideParty, Party } from '../party';
import type { HttpRequest, Target } from '../request';
import type { Trail } from './trail';

/** Where something arrives. */
export type Place =
  /** Interfaces of one owner. */
  | {
      readonly kind: 'interfaces';
      readonly id: string;
      /** @default - all of them */
      readonly only?: readonly NetworkInterface[];
    }
  /** Certain interfaces, such as those that have an address. */
  | { readonly kind: 'addresses'; readonly id: string; readonly addresses: AddressSet }
  | { readonly kind: 'outside'; readonly id: string; readonly party: OutsideParty }
  /** An API, or some of its methods. */
  | { readonly kind: 'api'; readonly id: string; readonly methods?: readonly ApiMethod[] }
  | { readonly kind: 'function'; readonly id: string }
  | {
      readonly kind: 'resource';
      readonly id: string;
      readonly target: Extract<Target, { readonly kind: 'resource' }>;
    }
  /** The public endpoint of a service of AWS. */
  | { readonly kind: 'aws'; readonly id: string }
  /** Endpoints of accounts that no document is about. */
  | { readonly kind: 'elsewhere'; readonly id: string }
  /** A gateway endpoint. */
  | { readonly kind: 'gateway'; readonly id: string };

/** A place, and what traffic is about. */
export interface Stop {
  readonly place: Place;
  readonly traffic: Traffic;
}

/** What comes to a relay, as it sees it. */
export interface Arrival {
  /** Whose addresses it sees. */
  readonly senders: readonly Party[];
  /** The endpoint that it just came through. */
  readonly endpoint?: string;
  readonly http: HttpRequest;
  readonly caller: Caller;
  readonly authorized: boolean;
}

/** What goes on from a relay. */
export interface Onward {
  readonly trail: Trail;
  readonly arrival: Arrival;
}

/** A relay's part of a way: what comes to `from` goes on to the next stop. */
export interface Link {
  readonly from: Stop;
  /** What arrives at the next stop. */
  readonly traffic: Traffic;
  /** Whether it is not known that there is such a link at all. */
  readonly isDoubtful?: boolean;
  /** Ids of the components in between, such as a VPC link. */
  readonly through: readonly string[];
  /** What the relay makes of it, up to its arrival at the next stop. */
  pass(arrival: Arrival): Onward;
}
