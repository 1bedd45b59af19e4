import type { EndpointService, LoadBalancer, Network, Ref } from '@culvert/network-model';
import { not, or, SymbolicText, type Text, type Truth } from '@culvert/symbolic';
import type { Entry } from '../gates';
import type { OutsideParty } from '../party';
import { asParty } from './arrive';
import { admits } from '../network';
import { keyOf, type Model } from './model';
import { PRIVATE } from './outside';
import type { Place } from './place';
import { Trail } from './trail';
import type { Traffic } from '../connection';

/** Endpoints that others may make, in accounts that no document is about. */
export const ELSEWHERE: Place = { kind: 'elsewhere', id: 'VPC endpoints of other accounts' };

/** Ids that nothing else has: such as AWS gives where all others are known, else symbols. */
export function strangeEntry({
  endpoints,
  vpcs,
}: Network): Required<Pick<Entry, 'endpoint' | 'vpc'>> {
  return {
    endpoint: strangeId([...endpoints.keys()], 'vpce', 'aws_vpc_endpoint.id'),
    vpc: strangeId([...vpcs.keys()], 'vpc', 'aws_vpc.id'),
  };
}

function strangeId(others: readonly string[], prefix: string, distinctAmong: string): Ref {
  const known = new RegExp(`^${prefix}-[0-9a-f]+$`, 'u');
  return others.every((id) => known.test(id))
    ? `${prefix}-00000000000000000`
    : { unknown: `${prefix} of another account`, shape: known, distinctAmong };
}

/** What an endpoint service makes of endpoints of accounts that no document is about. */
export function fromElsewhere(
  model: Model,
  service: EndpointService,
  loadBalancer: LoadBalancer,
  traffic: Traffic,
): Trail {
  const { name, account, acceptanceRequired } = service;
  const hop = { kind: 'endpoint service', component: name, account } as const;
  return Trail.sequence(
    Trail.hop({ ...hop, detail: 'lets others connect' }, letsStrangers(model, service)),
    Trail.hop({ ...hop, detail: 'takes them without acceptance' }, not(acceptanceRequired)),
  ).then(() => admitted(model, loadBalancer, traffic));
}

/** Whether there are principals of accounts that no document is about. */
function letsStrangers({ network }: Model, { principals, account }: EndpointService): Truth {
  const own = [...network.vpcs.values(), ...network.endpoints.values()].map((each) => each.account);
  return or(...principals.map((principal) => isStrange(principal, [account, ...own])));
}

function isStrange(principal: Text, accounts: readonly Text[]): Truth {
  const text = SymbolicText.of(principal);
  const ofOurs = [...new Map(accounts.map((each) => [keyOf(each), each])).values()].map((account) =>
    or(text.equals(account), text.matches(SymbolicText.of('arn:*:iam::', account, ':*'))),
  );
  return or(text.equals('*'), not(or(...ofOurs)));
}

/** Their VPCs may have any private addresses, so that nobody may rely on those being other ones. */
function admitted(model: Model, loadBalancer: LoadBalancer, traffic: Traffic): Trail {
  const { hasGroups, enforcesOnPrivateLink } = loadBalancer;
  if (!hasGroups || enforcesOnPrivateLink.value !== true) {
    return Trail.START;
  }
  const from: OutsideParty = { kind: 'outside', zone: 'on-prem', addresses: PRIVATE };
  const trails = model
    .interfacesOf(loadBalancer.id)
    .map((each) => Trail.of(admits(model.network, asParty(each), from, traffic)));
  return Trail.every(trails) ?? Trail.START;
}
