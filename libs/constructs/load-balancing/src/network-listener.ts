import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { Construct } from 'constructs';
import type { IpTargetGroup } from './ip-target-group';
import type { NetworkLoadBalancer } from './network-load-balancer';

/** TLS that ends at the load balancer. */
export interface TlsTermination {
  /** The ACM certificate that the listener presents. */
  readonly certificateArn: string;
  /**
   * The security policy: protocol versions and ciphers.
   * @default 'ELBSecurityPolicy-TLS13-1-2-2021-06': TLS 1.3 and 1.2
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
   */
  readonly sslPolicy?: string;
}

/** Properties of a {@link NetworkListener}. */
export interface NetworkListenerProps {
  readonly loadBalancer: NetworkLoadBalancer;
  /** The port callers connect to. */
  readonly port: number;
  /** Where connections go. */
  readonly targetGroup: IpTargetGroup;
  /**
   * Ends TLS at the load balancer.
   * @default - TCP: TLS, if the caller speaks it, passes through to the target
   */
  readonly tls?: TlsTermination;
}

/**
 * A port on which a Network Load Balancer accepts connections.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
 */
export class NetworkListener extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: NetworkListenerProps) {
    super(scope, id);
    this.arn = new LbListener(this, 'Resource', {
      loadBalancerArn: props.loadBalancer.arn,
      port: props.port,
      ...(props.tls === undefined
        ? { protocol: 'TCP' }
        : {
            protocol: 'TLS',
            certificateArn: props.tls.certificateArn,
            sslPolicy: props.tls.sslPolicy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          }),
      defaultAction: [{ type: 'forward', targetGroupArn: props.targetGroup.arn }],
    }).arn;
  }
}
