import type { Network, NetworkInterface, Subnet } from '@culvert/network-model';
import { aclRules, BRIDGE, got, groupRules } from './filters';
import { run } from './machine';

const SETTINGS = [
  'echo 1 > /proc/sys/net/ipv4/ip_forward',
  'echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter',
  'echo 0 > /proc/sys/net/ipv4/conf/default/rp_filter',
  'test ! -e /proc/sys/net/bridge/bridge-nf-call-iptables || echo 0 > /proc/sys/net/bridge/bridge-nf-call-iptables',
].join('; ');

let built = 0;

/**
 * A network in the kernel: a namespace for each interface, which is a host with its security groups; one for
 * each subnet, which routes and filters by its network ACL; one for each VPC, which delivers to its subnets.
 */
export class KernelNetwork {
  private readonly prefix = `culvert-${process.pid}-${(built += 1)}`;
  private readonly namespaces: string[] = [];
  private links = 0;

  public constructor(private readonly network: Network) {
    try {
      this.build();
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  /** The namespace of an interface. */
  public host(id: string): string {
    return `${this.prefix}-${id}`;
  }

  public remove(): void {
    for (const name of this.namespaces.splice(0)) {
      run('ip', ['netns', 'del', name]);
    }
  }

  private build(): void {
    const { vpcs, subnets, interfaces } = this.network;
    for (const id of [...vpcs.keys(), ...subnets.keys(), ...interfaces.keys()]) {
      const name = this.host(id);
      run('ip', ['netns', 'add', name]);
      this.namespaces.push(name);
      run('ip', ['netns', 'exec', name, 'sh', '-c', SETTINGS]);
      this.configure(id, 'link set lo up');
    }
    for (const subnet of subnets.values()) this.buildSubnet(subnet);
    for (const each of interfaces.values()) this.buildHost(each);
  }

  private buildSubnet(subnet: Subnet): void {
    const { network } = this;
    const gateway = gatewayOf(subnet);
    const range = subnet.ranges.ranges().join();
    this.configure(
      subnet.id,
      `link add ${BRIDGE} type bridge`,
      `addr add ${gateway}/24 dev ${BRIDGE}`,
      `link set ${BRIDGE} up`,
    );
    const cores = new Map(
      [...network.vpcs.keys()].map((vpc) => [vpc, this.linkTo(subnet.id, vpc)]),
    );
    this.configure(subnet.vpc, `route add ${range} via ${cores.get(subnet.vpc)?.own ?? ''}`);
    const routes = got(network.routeTables, subnet.routeTable).routes.map(
      ({ destination, target }) => {
        const core = target === undefined ? undefined : cores.get(this.vpcBehind(subnet, target));
        return core === undefined
          ? `route add blackhole ${String(destination)}`
          : `route add ${String(destination)} via ${core.other}`;
      },
    );
    this.configure(subnet.id, ...routes);
    this.filter(subnet.id, aclRules(network, subnet));
  }

  private vpcBehind({ vpc }: Subnet, target: string): string {
    if (target === 'local') return vpc;
    const { requester, accepter } = got(this.network.peerings, target);
    return String(requester === vpc ? accepter : requester);
  }

  private linkTo(subnet: string, vpc: string): { readonly own: string; readonly other: string } {
    this.links += 1;
    const [own, other] = [`169.254.${this.links}.2`, `169.254.${this.links}.1`];
    const [here, there] = [`to-${vpc}`, `to-${subnet}`];
    const names = [this.host(subnet), this.host(vpc)] as const;
    run('ip', [
      'link',
      'add',
      here,
      'netns',
      names[0],
      'type',
      'veth',
      'peer',
      'name',
      there,
      'netns',
      names[1],
    ]);
    this.configure(subnet, `addr add ${own}/30 dev ${here}`, `link set ${here} up`);
    this.configure(vpc, `addr add ${other}/30 dev ${there}`, `link set ${there} up`);
    return { own, other };
  }

  private buildHost(host: NetworkInterface): void {
    const subnet = got(this.network.subnets, host.subnet);
    const [here, there] = [this.host(host.id), this.host(subnet.id)];
    run('ip', [
      'link',
      'add',
      'eth',
      'netns',
      here,
      'type',
      'veth',
      'peer',
      'name',
      host.id,
      'netns',
      there,
    ]);
    this.configure(subnet.id, `link set ${host.id} master ${BRIDGE}`, `link set ${host.id} up`);
    this.configure(
      host.id,
      `addr add ${host.addresses.witness() ?? ''}/24 dev eth`,
      'link set eth up',
      `route add default via ${gatewayOf(subnet)}`,
    );
    this.filter(host.id, groupRules(this.network, host));
  }

  private configure(id: string, ...lines: readonly string[]): void {
    run('ip', ['-n', this.host(id), '-batch', '-'], lines.map((line) => `${line}\n`).join(''));
  }

  private filter(id: string, rules: string): void {
    run('ip', ['netns', 'exec', this.host(id), 'nft', '-f', '-'], rules);
  }
}

/** The first address of its range, as in AWS. */
function gatewayOf({ ranges }: Subnet): string {
  return (ranges.witness() ?? '').replace(/\.0$/u, '.1');
}
