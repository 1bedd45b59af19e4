import type { Network, NetworkInterface } from '@culvert/network-model';
import { betweenSubnets, type FilteredSubnet, securityGroupsPass } from '@culvert/packet-filter';
import { unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import type { InterfaceParty, Party } from '../party';
import { addressesOf } from './addresses-of';
import { rulesToward } from './group-rules';
import { keyOf, type Model } from './model';
import { packetsOf, passing } from './passing';
import { describeTraffic } from './ports';
import { Trail } from './trail';

/** What a load balancer sends on with the client's address. */
export interface Preserved {
  readonly node: NetworkInterface;
  readonly from: Party;
  readonly receiver: InterfaceParty;
  readonly traffic: Traffic;
}

/**
 * From an NLB to a target of its VPC that sees the client's address: rules of the target's groups may name
 * the load balancer's, not the client's. Replies go back through the load balancer, whatever the routes.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export function preserving(model: Model, { node, from, receiver, traffic }: Preserved): Trail {
  const { interface: target } = receiver;
  const sources = addressesOf(from);
  const packets = packetsOf(sources, target.addresses, traffic);
  const places = [from, receiver].flatMap((party) =>
    party.kind === 'interface' && !party.interface.placed
      ? [`${party.interface.name}.private_ip`]
      : [],
  );
  const text = `${describeTraffic(traffic)} from the client's ${String(sources)}`;
  const sides = [
    { each: node, direction: 'egress', peer: target },
    { each: target, direction: 'ingress', peer: node },
  ] as const;
  return Trail.sequence(
    ...sides
      .filter(({ each }) => each.filtered)
      .map(({ each, direction, peer }) => {
        const rules = rulesToward(model.network, each, direction, {
          groups: peer.groups.map(keyOf),
          addresses: direction === 'egress' ? target.addresses : sources,
        });
        const none = { ingress: [], egress: [] };
        const passage = securityGroupsPass([{ ...none, [direction]: rules }], direction);
        return decided(
          `groups of ${each.name}`,
          'security group',
          text,
          passing(passage, packets, places),
        );
      }),
  ).then(() => {
    const [own, other] = [node, target].map((each) => filteredSubnet(model.network, each));
    return own === undefined || other === undefined
      ? Trail.hop(
          { kind: 'network acl', component: target.name, detail: 'its network ACL is not known' },
          unknownFor(`network ACL of ${target.name}`),
        )
      : decided(
          `network ACLs of ${node.name} and ${target.name}`,
          'network acl',
          text,
          passing(betweenSubnets(own, other), packets, places),
        );
  });
}

function decided(
  component: string,
  kind: 'security group' | 'network acl',
  text: string,
  { passes, leaks }: ReturnType<typeof passing>,
): Trail {
  const effect = passes.value === 'unknown' ? 'unknown' : passes.value ? 'passes' : 'blocks';
  const verbs = { passes: 'let in', blocks: 'do not let in all of', unknown: 'may let in' };
  const hop = { kind, component, effect, detail: `${verbs[effect]} ${text}` } as const;
  return Trail.of({ passes, leaks, hops: [hop] });
}

function filteredSubnet(
  { subnets, networkAcls }: Network,
  { subnet: ref }: NetworkInterface,
): FilteredSubnet | undefined {
  const subnet = subnets.get(keyOf(ref));
  const acl = subnet && networkAcls.get(keyOf(subnet.networkAcl));
  return subnet === undefined || acl === undefined || acl.missing.length > 0
    ? undefined
    : { id: subnet.id, acl: acl.acl };
}
