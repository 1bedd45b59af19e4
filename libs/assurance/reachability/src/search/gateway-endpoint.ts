import type { Network, NetworkInterface } from '@culvert/network-model';
import { securityGroupsPass } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { truthOf } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import type { Party } from '../party';
import { keyOf, type Model } from '../relays/model';
import { INTERNET } from '../relays/outside';
import { packetsOf, passing } from '../relays/passing';
import { describeTraffic } from '../relays/ports';
import { rulesToward } from '../relays/group-rules';
import { Trail } from '../relays/trail';

/** Such services have addresses of IPv4. */
const PUBLIC = INTERNET.intersection(AddressSet.of('0.0.0.0/0'));

/**
 * From an interface to a gateway endpoint: by the route that its route table then has. Rules of groups by
 * a prefix list are taken for those of the service.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function toGatewayEndpoint(
  { network }: Model,
  sender: Party,
  id: string,
  traffic: Traffic,
): Trail {
  const endpoint = network.endpoints.get(id);
  const name = endpoint?.name ?? id;
  const subnet =
    sender.kind === 'interface' ? network.subnets.get(keyOf(sender.interface.subnet)) : undefined;
  if (sender.kind === 'outside' || subnet === undefined) {
    const detail = 'takes only what comes from subnets of its VPC';
    return Trail.blocked({ kind: 'endpoint', component: name, detail });
  }
  const table = keyOf(subnet.routeTable);
  const isRouted = endpoint?.routeTables.some((ref) => keyOf(ref) === table) === true;
  const route = {
    kind: 'route',
    component: network.routeTables.get(table)?.name ?? table,
    vpc: subnet.vpc,
    detail: isRouted ? `leads to ${name}` : `has no route to ${name}`,
  } as const;
  return egress(network, sender.interface, traffic).then(() => Trail.hop(route, truthOf(isRouted)));
}

function egress(network: Network, own: NetworkInterface, traffic: Traffic): Trail {
  if (!own.filtered) {
    return Trail.START;
  }
  const rules = rulesToward(network, own, 'egress').map((rule) =>
    rule.peers.some((peer) => typeof peer === 'object' && 'name' in peer)
      ? { ...rule, peers: ['0.0.0.0/0', '::/0'] }
      : rule,
  );
  const passage = securityGroupsPass([{ ingress: [], egress: rules }], 'egress');
  const { passes, leaks } = passing(passage, packetsOf(own.addresses, PUBLIC, traffic));
  const text = `${describeTraffic(traffic)} to the service`;
  const hop = { kind: 'security group', component: `groups of ${own.name}` } as const;
  if (passes.value === false) {
    return Trail.blocked({ ...hop, detail: `do not let out all of ${text}` });
  }
  const effect = passes.value === true ? 'passes' : 'unknown';
  return Trail.of({ passes, leaks, hops: [{ ...hop, effect, detail: `let out ${text}` }] });
}
