import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcEndpointPolicy } from '@cdktf/provider-aws/lib/vpc-endpoint-policy';
import type { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { type PolicyStatement, policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';

/** Properties of an {@link InterfaceEndpoint}. */
export interface InterfaceEndpointProps {
  /** The `Name` tag. */
  readonly name: string;
  /** The endpoint has a network interface in every subnet of the VPC. */
  readonly vpc: IsolatedVpc;
  /** Such as `com.amazonaws.eu-central-1.execute-api`, or an endpoint service's name. */
  readonly serviceName: string;
  /** The group the endpoint's interfaces wear: it decides who may connect. */
  readonly securityGroup: SecurityGroup;
  /**
   * The host number of the endpoint's address, 8 to 15 and the same in every subnet: 10 makes it
   * `10.20.0.10` in `10.20.0.0/24`. Pinned, so that it is known while planning and never drifts.
   * Changing it replaces the interfaces, one subnet after the other.
   */
  readonly hostNumber: number;
  /**
   * Whether the service's own name resolves to the endpoint inside the VPC. For an endpoint service
   * this works only after acceptance and domain verification.
   * @default false
   */
  readonly privateDns?: boolean;
}

/**
 * An interface endpoint with pinned addresses. To an endpoint service that accepts connections by
 * hand it is only a request: `EndpointService.accept` is the second step.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export class InterfaceEndpoint extends Construct {
  public readonly id: string;
  /** One IPv4 address for each subnet, in the order of the VPC's subnets. */
  public readonly addresses: readonly string[];
  /** The ids of the Availability Zones the endpoint has an interface in. */
  public readonly azIds: readonly string[];

  /** The group the endpoint's interfaces wear. */
  public readonly securityGroup: SecurityGroup;

  private readonly endpoint: VpcEndpoint;

  public constructor(scope: Construct, id: string, props: InterfaceEndpointProps) {
    super(scope, id);
    const { vpc } = props;
    this.securityGroup = props.securityGroup;
    this.addresses = vpc.pinnedAddresses(props.hostNumber);
    this.azIds = vpc.subnets.map((subnet) => subnet.azId);
    this.endpoint = new VpcEndpoint(this, 'Resource', {
      vpcEndpointType: 'Interface',
      serviceName: props.serviceName,
      vpcId: vpc.id,
      securityGroupIds: [props.securityGroup.id],
      subnetIds: vpc.subnetIds,
      subnetConfiguration: vpc.subnetIds.map((subnetId, index) => ({
        subnetId,
        ipv4: this.addresses[index],
      })),
      privateDnsEnabled: props.privateDns ?? false,
      tags: { Name: props.name },
    });
    this.id = this.endpoint.id;
  }

  /** The endpoint's own Regional name, which resolves to its addresses from anywhere. */
  public get dnsName(): string {
    return this.endpoint.dnsEntry.get(0).dnsName;
  }

  /** What an alias record names in order to stand for the endpoint. */
  public get aliasTarget(): { readonly dnsName: string; readonly hostedZoneId: string } {
    const { dnsName, hostedZoneId } = this.endpoint.dnsEntry.get(0);
    return { dnsName, hostedZoneId };
  }

  /**
   * Allows only what the statements say through the endpoint. It is a resource of its own, so that a
   * policy may name what itself refers to the endpoint, as a private API does.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
   */
  public restrictTo(...statements: readonly PolicyStatement[]): void {
    new VpcEndpointPolicy(this, 'policy', {
      vpcEndpointId: this.id,
      policy: policyDocument(...statements),
    });
  }
}
