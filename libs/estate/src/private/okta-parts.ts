import type {
  InternalApiEstate,
  OktaCallerEstate,
  OktaClientEstate,
  OktaEgressEstate,
  TransitGatewayApiEstate,
} from '../okta-caller-estate';
import type { SubnetEstate } from '../scenario-estate';
import type { Draft, Partially } from './draft';
import { member, members, type Located } from './located';
import { ofType } from './of-type';

/** A network's subnets of one kind: each zone has one of them. */
export type SubnetList = Located<readonly (Partially<SubnetEstate> | undefined)[]>;

type Transit = Omit<TransitGatewayApiEstate, 'type'>;

/** The scenario of callers with tokens of Okta, where the estate has it. */
export function oktaCallerOf(draft: Draft): readonly Located<Partially<OktaCallerEstate>>[] {
  return member({ path: '', value: draft }, 'oktaCaller');
}

/** The subnets of the firewall and of the NAT gateways, where Okta is reached so. */
export function egressSubnetListsOf(draft: Draft): readonly SubnetList[] {
  return egressOf(draft, 'firewall').flatMap((egress) => [
    ...member(egress, 'firewallSubnets'),
    ...member(egress, 'natSubnets'),
  ]);
}

/** How Okta is reached, where it is so. */
export function egressOf<Type extends OktaEgressEstate['type']>(draft: Draft, type: Type) {
  return oktaCallerOf(draft)
    .flatMap((scenario) => member(scenario, 'egress'))
    .flatMap((egress) => ofType<OktaEgressEstate, Type>(egress, type));
}

/** How the internal API is reached, where it is so. */
export function internalApisOf<Type extends InternalApiEstate['type']>(draft: Draft, type: Type) {
  return oktaCallerOf(draft)
    .flatMap((scenario) => member(scenario, 'internalApi'))
    .flatMap((api) => ofType<InternalApiEstate, Type>(api, type));
}

/** Every caller with a client at Okta. */
export function oktaClientsOf(draft: Draft): readonly Located<Partially<OktaClientEstate>>[] {
  return oktaCallerOf(draft)
    .flatMap((scenario) => member(scenario, 'callers'))
    .flatMap(members);
}

/** What the caller's network reaches through a Transit Gateway. */
export function transitOf(draft: Draft): readonly Located<Partially<Transit>>[] {
  return [...internalApisOf(draft, 'transit-gateway'), ...egressOf(draft, 'proxy')];
}

/** Every range that the caller's network reaches through a Transit Gateway. */
export function transitCidrsOf(draft: Draft): readonly Located<string>[] {
  return transitOf(draft)
    .flatMap((it) => member(it, 'cidrs'))
    .flatMap(members);
}
