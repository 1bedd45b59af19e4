import type { NetworkLoadBalancer, PrivateLinkInboundRules } from '@culvert/load-balancing';
import { Construct } from 'constructs';
import type { JsonObject } from './open-api-document';
import type { VpcLink, VpcLinkVersion } from './vpc-link';
import { VpcLinkV1 } from './vpc-link-v1';
import { VpcLinkV2 } from './vpc-link-v2';

/** Properties of a {@link SwitchableVpcLink}. */
export interface SwitchableVpcLinkProps {
  readonly name: string;
  /** Where requests go; its `privateLinkInboundRules` are those of {@link privateLinkInboundRulesFor}. */
  readonly loadBalancer: NetworkLoadBalancer;
  /** The load balancer's port that integrations use. */
  readonly port: number;
  /** The link that requests go through. */
  readonly active: VpcLinkVersion;
  /**
   * The other kind, kept ready beside the active one while an API moves between them.
   * @default - none
   */
  readonly standby?: VpcLinkVersion;
}

/**
 * A VPC link that can become one of the other kind without an outage: first the other stands by, then
 * the two change places, then the old one goes. Each step changes nothing but what it says.
 *
 * @throws when the standby is of the active kind, or V1 is one of the two and the load balancer's
 * inbound rules hold for PrivateLink traffic
 */
export class SwitchableVpcLink extends Construct implements VpcLink {
  /** The active link's. */
  public readonly connection: JsonObject;

  public constructor(scope: Construct, id: string, props: SwitchableVpcLinkProps) {
    super(scope, id);
    const { active, standby } = props;
    if (standby === active) {
      throw new Error(
        `VPC link "${props.name}" is ${active} and would stand by as ${active}: choose the other kind, or none`,
      );
    }
    this.connection = this.add(active, props).connection;
    if (standby !== undefined) {
      this.add(standby, props);
    }
  }

  private add(version: VpcLinkVersion, props: SwitchableVpcLinkProps): VpcLink {
    const { name, loadBalancer, port } = props;
    return version === 'v1'
      ? new VpcLinkV1(this, 'v1', { name, loadBalancer })
      : new VpcLinkV2(this, 'v2', { name, loadBalancer, port });
  }
}

/**
 * What a load balancer's inbound rules must be for its VPC links: a V1 link, also one that stands by,
 * comes over PrivateLink from addresses that no rule can name.
 */
export function privateLinkInboundRulesFor(
  active: VpcLinkVersion,
  standby?: VpcLinkVersion,
): PrivateLinkInboundRules {
  return active === 'v1' || standby === 'v1' ? 'off' : 'on';
}
