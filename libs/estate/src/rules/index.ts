import { accountIdsDistinct } from './account-ids-distinct';
import { accountNamesKnown } from './account-names-known';
import { azIdsDistinct } from './az-ids-distinct';
import { azIdsOfRegion } from './az-ids-of-region';
import { certificateInAccount } from './certificate-in-account';
import { cidrSizes } from './cidr-sizes';
import { cidrsCanonical } from './cidrs-canonical';
import { endpointZones } from './endpoint-zones';
import { networksDisjoint } from './networks-disjoint';
import { networksPrivate } from './networks-private';
import { regionKnown } from './region-known';
import { roleInAccount } from './role-in-account';
import type { Rule } from './rule';
import { subnetsDisjoint } from './subnets-disjoint';
import { subnetsInNetwork } from './subnets-in-network';
import { targetsInNetwork } from './targets-in-network';

/** What an estate is checked for beside its schema. */
export const rules: readonly Rule[] = [
  regionKnown,
  accountIdsDistinct,
  roleInAccount,
  accountNamesKnown,
  certificateInAccount,
  cidrsCanonical,
  cidrSizes,
  networksPrivate,
  networksDisjoint,
  subnetsInNetwork,
  subnetsDisjoint,
  azIdsOfRegion,
  azIdsDistinct,
  endpointZones,
  targetsInNetwork,
];
