import { SecurityGroup as AwsSecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { requireGroupText } from './private/require-group-text';

/** Properties of a {@link SecurityGroup}. */
export interface SecurityGroupProps {
  readonly vpcId: string;
  /** The group's name, unique in its VPC. */
  readonly name: string;
  /** What wears the group, for whoever reads a rule that names it. */
  readonly description: string;
}

/** A connection as stated in the rules it becomes. */
export interface Connection {
  readonly port: number;
  /**
   * The protocol the port belongs to.
   * @default 'tcp'
   */
  readonly protocol?: 'tcp' | 'udp';
  /** Why the connection exists; it stands in the rule. */
  readonly description: string;
}

/**
 * A security group that starts closed in both directions. Who may talk to whom is said once, where
 * the connection is: {@link SecurityGroup.allowTo} opens both groups, and the CIDR forms are for
 * peers that cannot be named by a group, such as those in a VPC that is not peered.
 *
 * @throws when a name or description has characters that EC2 does not accept, such as an apostrophe
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export class SecurityGroup extends Construct {
  public readonly id: string;
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    requireGroupText('name', props.name);
    requireGroupText('description', props.description);
    this.name = props.name;
    this.id = new AwsSecurityGroup(this, 'Resource', {
      vpcId: props.vpcId,
      name: props.name,
      description: props.description,
      tags: { Name: props.name },
    }).id;
  }

  /** Lets this group open connections to `peer`: an egress rule here, an ingress rule there. */
  public allowTo(peer: SecurityGroup, connection: Connection): void {
    new VpcSecurityGroupEgressRule(this, `egress-${peer.name}-${portOf(connection)}`, {
      ...rule(this.id, connection),
      referencedSecurityGroupId: peer.id,
    });
    new VpcSecurityGroupIngressRule(peer, `ingress-${this.name}-${portOf(connection)}`, {
      ...rule(peer.id, connection),
      referencedSecurityGroupId: this.id,
    });
  }

  /**
   * Lets this group open connections to an IPv4 range.
   * @throws when the range is the whole internet
   */
  public allowToCidr(cidrIpv4: string, connection: Connection): void {
    requireBounded(cidrIpv4);
    new VpcSecurityGroupEgressRule(this, `egress-${idOf(cidrIpv4)}-${portOf(connection)}`, {
      ...rule(this.id, connection),
      cidrIpv4,
    });
  }

  /**
   * Lets an IPv4 range open connections to this group.
   * @throws when the range is the whole internet
   */
  public allowFromCidr(cidrIpv4: string, connection: Connection): void {
    requireBounded(cidrIpv4);
    new VpcSecurityGroupIngressRule(this, `ingress-${idOf(cidrIpv4)}-${portOf(connection)}`, {
      ...rule(this.id, connection),
      cidrIpv4,
    });
  }
}

/** A range in a construct's id, from which Terraform's addresses would drop the dots. */
function idOf(cidrIpv4: string): string {
  return cidrIpv4.replaceAll('.', '-');
}

/** The end of a rule's construct id: `443`, or `53-udp`. */
function portOf({ port, protocol = 'tcp' }: Connection): string {
  return protocol === 'tcp' ? `${port}` : `${port}-${protocol}`;
}

function rule(securityGroupId: string, { port, protocol = 'tcp', description }: Connection) {
  requireGroupText('description', description);
  return {
    securityGroupId,
    ipProtocol: protocol,
    fromPort: port,
    toPort: port,
    description,
    tags: { Name: description },
  };
}

function requireBounded(cidrIpv4: string): void {
  if (cidrIpv4.endsWith('/0')) {
    throw new Error(`range "${cidrIpv4}" is every address there is: name the peer's own range`);
  }
}
