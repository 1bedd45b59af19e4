import { Route53Record, type Route53RecordConfig } from '@cdktf/provider-aws/lib/route53-record';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { IsolatedVpc } from '@culvert/network';
import { Construct } from 'constructs';
import { requireDomainName } from './private/domain-name';

/** How long resolvers keep a record, in seconds. */
const TTL = 300;

/** What an alias record stands for, such as an interface endpoint. */
export interface AliasTarget {
  readonly dnsName: string;
  /** The hosted zone that AWS keeps `dnsName` in. */
  readonly hostedZoneId: string;
}

/** Properties of a {@link PrivateHostedZone}. */
export interface PrivateHostedZoneProps {
  /** The zone, such as `orders.apis.example.com`. */
  readonly domainName: string;
  /** The VPCs that see the zone, of the same account and Region. */
  readonly vpcs: readonly IsolatedVpc[];
}

/**
 * A DNS zone that only the named VPCs see. There it hides every public name of the same zone, so give
 * it the narrowest one that does. Records are named inside the zone, `@` for the zone itself.
 *
 * @throws when the zone or a record's name is not valid, or no VPC is named
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html
 */
export class PrivateHostedZone extends Construct {
  public readonly id: string;
  public readonly domainName: string;

  public constructor(scope: Construct, id: string, props: PrivateHostedZoneProps) {
    super(scope, id);
    requireDomainName(props.domainName);
    if (props.vpcs.length === 0) {
      throw new Error(
        `hosted zone "${props.domainName}" names no VPC: give at least one, since without it the zone is public`,
      );
    }
    this.domainName = props.domainName;
    this.id = new Route53Zone(this, 'Resource', {
      name: props.domainName,
      comment: 'private',
      vpc: props.vpcs.map((vpc) => ({ vpcId: vpc.id })),
      tags: { Name: props.domainName },
    }).zoneId;
  }

  /** Names IPv4 addresses; returns the whole name. */
  public addA(name: string, addresses: readonly string[]): string {
    return this.addRecord(name, 'A', { records: [...addresses], ttl: TTL });
  }

  /**
   * Gives another name a name in this zone; returns the whole name.
   * @throws for the zone itself, which DNS allows no CNAME for
   */
  public addCname(name: string, target: string): string {
    if (name === '@') {
      throw new Error(
        `hosted zone "${this.domainName}" cannot be a CNAME of "${target}" itself: name a record inside it, or use an alias`,
      );
    }
    return this.addRecord(name, 'CNAME', { records: [target], ttl: TTL });
  }

  /**
   * Names an AWS resource, whose addresses Route 53 then answers with; returns the whole name.
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
   */
  public addAlias(name: string, target: AliasTarget): string {
    return this.addRecord(name, 'A', {
      alias: { name: target.dnsName, zoneId: target.hostedZoneId, evaluateTargetHealth: false },
    });
  }

  private addRecord(
    name: string,
    type: 'A' | 'CNAME',
    answer: Pick<Route53RecordConfig, 'records' | 'ttl' | 'alias'>,
  ): string {
    const wholeName = name === '@' ? this.domainName : `${name}.${this.domainName}`;
    requireDomainName(wholeName);
    new Route53Record(this, `record-${name}-${type}`, {
      zoneId: this.id,
      name: wholeName,
      type,
      ...answer,
    });
    return wholeName;
  }
}
