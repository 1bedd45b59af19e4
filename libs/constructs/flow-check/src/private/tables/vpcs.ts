import type { Configuration } from '../configuration';
import { Ipv4Range } from '../ipv4-range';

export interface Vpc {
  readonly id: string;
  /** The VPC's IPv4 ranges, as far as the stack says them. */
  readonly ranges: readonly Ipv4Range[];
}

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string | undefined;
  readonly range: Ipv4Range | undefined;
}

export function readVpcs(configuration: Configuration): ReadonlyMap<string, Vpc> {
  const secondary = configuration.single('aws_vpc_ipv4_cidr_block_association');
  return new Map(
    configuration.single('aws_vpc').map((vpc) => {
      const associated = secondary.filter(
        ({ arguments: { vpc_id } }) => configuration.identify(vpc_id) === vpc.address,
      );
      const ranges = [vpc, ...associated].flatMap(
        (block) => Ipv4Range.parse(configuration.identify(block.arguments['cidr_block'])) ?? [],
      );
      return [vpc.address, { id: vpc.address, ranges }];
    }),
  );
}

export function readSubnets(configuration: Configuration): readonly Subnet[] {
  return configuration.single('aws_subnet').flatMap(({ address, arguments: args }) => {
    const vpcId = configuration.identify(args['vpc_id']);
    return vpcId === undefined
      ? []
      : {
          id: address,
          vpcId,
          zone: configuration.identify(args['availability_zone_id'] ?? args['availability_zone']),
          range: Ipv4Range.parse(configuration.identify(args['cidr_block'])),
        };
  });
}
