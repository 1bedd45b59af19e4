import type {
  ApplicationEstate,
  CrossAccountPrivatelinkEstate,
} from '../cross-account-privatelink-estate';
import type { NetworkEstate, ScenarioEstate, SubnetEstate } from '../scenario-estate';
import type {
  OnPremConnectionEstate,
  OnPremEstate,
  TransitGatewayOnpremEstate,
} from '../transit-gateway-onprem-estate';
import type { Draft, Partially } from './draft';
import { member, members, type Located } from './located';
import { ofType } from './of-type';
import { egressSubnetListsOf, internalApisOf, oktaCallerOf, type SubnetList } from './okta-parts';

/** What an account is for in a scenario. */
interface Role {
  readonly account?: string;
  readonly network?: Partially<NetworkEstate>;
}

interface RegionalNetwork extends Located<Partially<NetworkEstate>> {
  readonly region?: string;
}

type Connection<Type> = Partially<Extract<OnPremConnectionEstate, { readonly type: Type }>>;

/** The cross-account PrivateLink scenario, where the estate has it. */
export function crossAccountPrivatelinkOf(
  draft: Draft,
): readonly Located<Partially<CrossAccountPrivatelinkEstate>>[] {
  return member({ path: '', value: draft }, 'crossAccountPrivatelink');
}

/** The scenario of a Transit Gateway to an on-prem service, where the estate has it. */
export function transitGatewayOnpremOf(
  draft: Draft,
): readonly Located<Partially<TransitGatewayOnpremEstate>>[] {
  return member({ path: '', value: draft }, 'transitGatewayOnprem');
}

/** Every scenario with a private API of its own. */
export function scenariosOf(draft: Draft): readonly Located<Partially<ScenarioEstate>>[] {
  return [...crossAccountPrivatelinkOf(draft), ...transitGatewayOnpremOf(draft)];
}

/** Every role of every scenario. */
export function rolesOf(draft: Draft): readonly Located<Role>[] {
  return [
    ...crossAccountPrivatelinkOf(draft).flatMap((scenario) => [
      ...member(scenario, 'application'),
      ...member(scenario, 'api'),
      ...member(scenario, 'consumer'),
    ]),
    ...transitGatewayOnpremOf(draft).flatMap((scenario) => [
      ...member(scenario, 'network'),
      ...member(scenario, 'api'),
      ...member(scenario, 'consumer'),
    ]),
    ...oktaCallerOf(draft).flatMap((scenario) => member(scenario, 'caller')),
    ...internalApisOf(draft, 'private-api'),
  ];
}

/** Every network in the estate's Region. */
export function ownNetworksOf(draft: Draft): readonly Located<Partially<NetworkEstate>>[] {
  return rolesOf(draft).flatMap((role) => member(role, 'network'));
}

/** Every network, with its Region. */
export function networksOf(draft: Draft): readonly RegionalNetwork[] {
  return [
    ...ownNetworksOf(draft).map((network) => ({ ...network, region: draft.region })),
    ...connectionsOf(draft, 'peering').flatMap((peering) =>
      member(peering, 'network').map((network) => ({ ...network, region: peering.value.region })),
    ),
  ];
}

/** The subnets of the network, those of a firewall and of NAT gateways beside its own. */
export function subnetListsOf(
  draft: Draft,
  network: Located<Partially<NetworkEstate>>,
): readonly SubnetList[] {
  return [
    ...member(network, 'subnets'),
    ...(network.path === '/oktaCaller/caller/network' ? egressSubnetListsOf(draft) : []),
  ];
}

/** Every subnet of the network. */
export function subnetsOf(
  draft: Draft,
  network: Located<Partially<NetworkEstate>>,
): readonly Located<Partially<SubnetEstate>>[] {
  return subnetListsOf(draft, network).flatMap(members);
}

/** The role that runs the service of the cross-account PrivateLink scenario. */
export function applicationOf(draft: Draft): readonly Located<Partially<ApplicationEstate>>[] {
  return crossAccountPrivatelinkOf(draft).flatMap((scenario) => member(scenario, 'application'));
}

/** What is on-prem, where the estate has it. */
export function onPremOf(draft: Draft): readonly Located<Partially<OnPremEstate>>[] {
  return transitGatewayOnpremOf(draft).flatMap((scenario) => member(scenario, 'onPrem'));
}

/** Every range of on-prem. */
export function onPremCidrsOf(draft: Draft): readonly Located<string>[] {
  return onPremOf(draft)
    .flatMap((onPrem) => member(onPrem, 'cidrs'))
    .flatMap(members);
}

/** The connection to on-prem, where it is of the type. */
export function connectionsOf<Type extends OnPremConnectionEstate['type']>(
  draft: Draft,
  type: Type,
): readonly Located<Connection<Type>>[] {
  return onPremOf(draft)
    .flatMap((onPrem) => member(onPrem, 'connection'))
    .flatMap((connection) => ofType<OnPremConnectionEstate, Type>(connection, type));
}
