import type { IsolatedSubnet, IsolatedSubnetProps, IsolatedVpc } from '@culvert/network';

const DOMAIN = /^\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/;

/** A zone of the VPC, with the ranges of the subnets that its way out has. */
export interface ZonePlan {
  readonly isolated: IsolatedSubnet;
  readonly firewallCidr: string;
  readonly natCidr: string;
}

/** @throws when a domain is none, or there is none at all */
export function requireDomains(domains: readonly string[]): void {
  const wrong = domains.filter((domain) => !DOMAIN.test(domain));
  if (wrong.length > 0 || domains.length === 0) {
    throw new Error(
      `domains [${wrong.join(', ')}] cannot be let through: name at least one, such as example.okta.com`,
    );
  }
}

/** @throws when routing is not zonal, or a zone has not one subnet of each kind */
export function requireZones(
  vpc: IsolatedVpc,
  {
    firewallSubnets,
    natSubnets,
  }: {
    readonly firewallSubnets: readonly IsolatedSubnetProps[];
    readonly natSubnets: readonly IsolatedSubnetProps[];
  },
): readonly ZonePlan[] {
  const azIds = vpc.subnets.map(({ azId }) => azId);
  if (vpc.routeTableIds.length !== azIds.length) {
    throw new Error(
      `vpc "${vpc.node.path}" routes all its zones alike, and answers would come back by another firewall: give it zonalRouting`,
    );
  }
  const cidrs = (kind: string, subnets: readonly IsolatedSubnetProps[]) => {
    const zones = subnets.map(({ azId }) => azId);
    if ([...zones].sort().join() !== [...azIds].sort().join()) {
      throw new Error(
        `${kind} subnets are in [${zones.join(', ')}]: give one for each zone of the VPC, [${azIds.join(', ')}]`,
      );
    }
    return new Map(subnets.map(({ azId, cidrBlock }) => [azId, cidrBlock]));
  };
  const firewalls = cidrs('firewall', firewallSubnets);
  const nats = cidrs('NAT', natSubnets);
  return vpc.subnets.flatMap((isolated) => {
    const [firewallCidr, natCidr] = [firewalls.get(isolated.azId), nats.get(isolated.azId)];
    return firewallCidr === undefined || natCidr === undefined
      ? []
      : [{ isolated, firewallCidr, natCidr }];
  });
}
