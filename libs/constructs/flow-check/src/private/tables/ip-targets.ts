import type { Configuration } from '../configuration';
import { Ipv4Range } from '../ipv4-range';

/** An address registered with a target group. */
export interface IpTarget {
  /** The registration's address in Terraform. */
  readonly id: string;
  /** `undefined` when it could not be read. */
  readonly address: Ipv4Range | undefined;
  /** The VPC of the target group; `undefined` when the group is not in the stack. */
  readonly vpcId: string | undefined;
  readonly zone: unknown;
}

export function readIpTargets(configuration: Configuration): readonly IpTarget[] {
  const groups = new Map(
    configuration.single('aws_lb_target_group').map((group) => [group.address, group.arguments]),
  );
  return configuration
    .blocks('aws_lb_target_group_attachment')
    .flatMap(({ address: id, arguments: args, repeated }) => {
      const group = groups.get(configuration.identify(args['target_group_arn']) ?? '');
      const address = repeated
        ? undefined
        : Ipv4Range.parse(configuration.identify(args['target_id']));
      const byIp = group === undefined ? address !== undefined : group['target_type'] === 'ip';
      return byIp
        ? {
            id,
            address,
            vpcId: configuration.identify(group?.['vpc_id']),
            zone: args['availability_zone'],
          }
        : [];
    });
}
