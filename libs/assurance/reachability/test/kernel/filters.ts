import type { Network, NetworkInterface, SecurityGroupRule, Subnet } from '@culvert/network-model';
import type { Direction, NetworkAclEntry } from '@culvert/packet-filter';

const DIRECTIONS = ['ingress', 'egress'] as const;
/** The bridge that the hosts of a subnet are at. */
export const BRIDGE = 'hosts';

/** A subnet's network ACL, stateless, on what is routed in and out. */
export function aclRules(network: Network, { networkAcl }: Subnet): string {
  const { acl } = got(network.networkAcls, networkAcl);
  const chains = DIRECTIONS.map((direction) => {
    const entries = [...acl[direction]].sort((one, other) => one.ruleNumber - other.ruleNumber);
    const rules = entries.map(
      (each) =>
        `${peerText(direction, String(each.range))} ${portText(each)} ${each.action === 'allow' ? 'accept' : 'drop'}`,
    );
    return `chain ${direction} { ${[...rules, 'drop'].join('; ')}; }`;
  });
  return `table inet acl {
    ${chains.join('\n')}
    chain forward {
      type filter hook forward priority 0; policy drop;
      iifname "${BRIDGE}" jump egress; oifname "${BRIDGE}" jump ingress;
    }
  }`;
}

/** The security groups of a host, stateful, on what it sends and gets. */
export function groupRules(network: Network, { groups }: NetworkInterface): string {
  const chains = DIRECTIONS.map((direction) => {
    const rules = groups
      .flatMap((id) => got(network.securityGroups, id)[direction])
      .flatMap((rule) => {
        const peers = rule.peers.flatMap((peer) => addressesOf(network, peer));
        return peers.map((peer) => `${peerText(direction, peer)} ${portText(rule)} accept`);
      });
    const hook = direction === 'ingress' ? 'input' : 'output';
    return `chain ${hook} {
      type filter hook ${hook} priority 0; policy drop;
      ${['ct state established accept', ...rules].join('; ')};
    }`;
  });
  return `table inet groups {
    ${chains.join('\n')}
  }`;
}

function addressesOf(
  network: Network,
  peer: SecurityGroupRule['peers'][number],
): readonly string[] {
  if (typeof peer === 'string') return [peer];
  if (!('group' in peer)) throw new Error('prefix lists are not built here');
  return [...network.interfaces.values()]
    .filter(({ groups }) => groups.includes(peer.group))
    .map(({ addresses }) => addresses.witness() ?? '');
}

function peerText(direction: Direction, range: string): string {
  return `ip ${direction === 'ingress' ? 'saddr' : 'daddr'} ${range}`;
}

function portText({ protocol, fromPort, toPort }: SecurityGroupRule | NetworkAclEntry): string {
  return protocol === '-1' ? '' : `${String(protocol)} dport ${String(fromPort)}-${String(toPort)}`;
}

export function got<T>(all: ReadonlyMap<string, T>, id: unknown): T {
  const found = all.get(String(id));
  if (found === undefined) throw new Error(`there is no ${String(id)}`);
  return found;
}
