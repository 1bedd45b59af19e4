import { AddressSet } from '@culvert/packet-set';

/** Who is meant by ends: each part takes in whoever fits it. */
export interface Scope {
  /** Ids of components. */
  readonly components: readonly string[];
  readonly groups: readonly string[];
  readonly subnets: readonly string[];
  readonly vpcs: readonly string[];
  readonly accounts: readonly string[];
  readonly addresses: AddressSet;
  readonly zones: readonly ('internet' | 'on-prem')[];
}

/** Nobody. */
export const NOBODY: Scope = {
  components: [],
  groups: [],
  subnets: [],
  vpcs: [],
  accounts: [],
  addresses: AddressSet.NONE,
  zones: [],
};

/** Whoever is in any of the scopes. */
export function unionOf(scopes: readonly Scope[]): Scope {
  return {
    components: scopes.flatMap(({ components }) => components),
    groups: scopes.flatMap(({ groups }) => groups),
    subnets: scopes.flatMap(({ subnets }) => subnets),
    vpcs: scopes.flatMap(({ vpcs }) => vpcs),
    accounts: scopes.flatMap(({ accounts }) => accounts),
    addresses: AddressSet.NONE.union(...scopes.map(({ addresses }) => addresses)),
    zones: scopes.flatMap(({ zones }) => zones),
  };
}
