import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import type { IsolatedVpc } from '@culvert/network';
import { Construct } from 'constructs';
import { isInside, requirePrivateAddresses } from './private/address-range';
import { requireName } from './private/require-name';
import type { TransportProtocol } from './transport';

/** Properties of an {@link IpTargetGroup}. */
export interface IpTargetGroupProps {
  /** Unique in the account and Region; at most 32 letters, digits and hyphens. */
  readonly name: string;
  readonly vpc: IsolatedVpc;
  /** The protocol towards the targets: `TLS` opens a new TLS connection, `TCP` passes bytes through. */
  readonly protocol: TransportProtocol;
  /** The port the targets listen on. */
  readonly port: number;
  /**
   * IPv4 addresses of the targets: inside the VPC, or private ones that it has a route to, such as
   * those of an on-premises network.
   */
  readonly targets: readonly string[];
}

/**
 * Targets of a Network Load Balancer by IP address, known while planning. A target counts as healthy
 * when it accepts a TCP connection. It sees the load balancer's addresses, not the caller's, so a
 * network outside the VPC needs a route back to the load balancer's subnets only.
 *
 * @throws when there is no target, one is named twice, or one outside the VPC is not a private address
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
export class IpTargetGroup extends Construct {
  public readonly arn: string;
  /** `targetgroup/<name>/<id>`, as CloudWatch's dimension `TargetGroup` names it. */
  public readonly arnSuffix: string;

  public constructor(scope: Construct, id: string, props: IpTargetGroupProps) {
    super(scope, id);
    requireName(props.name);
    requireDistinctTargets(props);
    const { cidrBlock } = props.vpc;
    const outside = props.targets.filter((address) => !isInside(address, cidrBlock));
    requirePrivateAddresses(`target group "${props.name}"`, outside);
    const targetGroup = new LbTargetGroup(this, 'Resource', {
      name: props.name,
      vpcId: props.vpc.id,
      targetType: 'ip',
      protocol: props.protocol,
      port: props.port,
      preserveClientIp: 'false',
      healthCheck: { protocol: 'TCP', port: 'traffic-port' },
    });
    this.arn = targetGroup.arn;
    this.arnSuffix = targetGroup.arnSuffix;
    for (const address of props.targets) {
      new LbTargetGroupAttachment(this, `target-${address.replaceAll('.', '-')}`, {
        targetGroupArn: targetGroup.arn,
        targetId: address,
        port: props.port,
        availabilityZone: outside.includes(address) ? 'all' : undefined,
      });
    }
  }
}

function requireDistinctTargets({ name, targets }: IpTargetGroupProps): void {
  if (targets.length === 0 || new Set(targets).size !== targets.length) {
    throw new Error(
      `target group "${name}" has targets [${targets.join(', ')}]: give at least one address, each once`,
    );
  }
}
