import { accountIdsDistinct } from './account-ids-distinct';
import { accountNamesKnown } from './account-names-known';
import { asnsDistinct } from './asns-distinct';
import { asnsPrivate } from './asns-private';
import { azIdsDistinct } from './az-ids-distinct';
import { azIdsOfRegion } from './az-ids-of-region';
import { certificateInAccount } from './certificate-in-account';
import { cidrSizes } from './cidr-sizes';
import { cidrsCanonical } from './cidrs-canonical';
import { credentialOwnersInAccount } from './credential-owners-in-account';
import { customerGatewayPublic } from './customer-gateway-public';
import { egressZones } from './egress-zones';
import { endpointZones } from './endpoint-zones';
import { networksDisjoint } from './networks-disjoint';
import { networksPrivate } from './networks-private';
import { oktaClientsDistinct } from './okta-clients-distinct';
import { onPremAddresses } from './on-prem-addresses';
import { oneTransitGateway } from './one-transit-gateway';
import { peeringInAnotherRegion } from './peering-in-another-region';
import { peeringInOnPrem } from './peering-in-on-prem';
import { privateApiUrls } from './private-api-urls';
import { regionKnown } from './region-known';
import { roleInAccount } from './role-in-account';
import type { Rule } from './rule';
import { serviceAccountsDistinct } from './service-accounts-distinct';
import { serviceNamesDistinct } from './service-names-distinct';
import { standbyVpcLink } from './standby-vpc-link';
import { subnetsDisjoint } from './subnets-disjoint';
import { subnetsInNetwork } from './subnets-in-network';
import { targetsInNetwork } from './targets-in-network';
import { transitCidrsElsewhere } from './transit-cidrs-elsewhere';
import { transitDns } from './transit-dns';
import { transitGatewayShared } from './transit-gateway-shared';
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
  onPremAddresses,
  peeringInAnotherRegion,
  peeringInOnPrem,
  asnsPrivate,
  asnsDistinct,
  customerGatewayPublic,
  transitGatewayShared,
  serviceNamesDistinct,
  standbyVpcLink,
  credentialOwnersInAccount,
  egressZones,
  oneTransitGateway,
  transitCidrsElsewhere,
  transitDns,
  privateApiUrls,
  oktaClientsDistinct,
  serviceAccountsDistinct,
];
