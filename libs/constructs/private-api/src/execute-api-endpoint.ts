import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import { InterfaceEndpoint } from '@culvert/privatelink';
import { Construct } from 'constructs';
import type { PrivateApi } from './private-api';

/** Properties of an {@link ExecuteApiEndpoint}. */
export interface ExecuteApiEndpointProps {
  /** The `Name` tag, and the prefix of the security groups' names. */
  readonly name: string;
  readonly vpc: IsolatedVpc;
  /** The Region of the VPC. */
  readonly region: string;
  /** The host number of the endpoint's address, the same in every subnet. */
  readonly hostNumber: number;
  /**
   * Whether every `execute-api` name resolves to the endpoint inside the VPC. Public APIs can then not
   * be called from it by their default names; without it, name each private API in a hosted zone.
   * @default true
   */
  readonly privateDns?: boolean;
}

/**
 * The way from a VPC to private APIs: an interface endpoint to `execute-api`, and a security group
 * that its callers wear.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export class ExecuteApiEndpoint extends Construct {
  public readonly endpoint: InterfaceEndpoint;
  /** Who wears this group may call. */
  public readonly callers: SecurityGroup;

  public constructor(scope: Construct, id: string, props: ExecuteApiEndpointProps) {
    super(scope, id);
    const { name, vpc } = props;
    const securityGroup = new SecurityGroup(this, 'security-group', {
      vpcId: vpc.id,
      name: `${name}-execute-api`,
      description: `endpoint to private APIs in ${name}`,
    });
    this.callers = new SecurityGroup(this, 'callers', {
      vpcId: vpc.id,
      name: `${name}-api-callers`,
      description: `callers of private APIs in ${name}`,
    });
    this.callers.allowTo(securityGroup, { port: 443, description: 'callers call private APIs' });
    this.endpoint = new InterfaceEndpoint(this, 'endpoint', {
      name: `${name}-execute-api`,
      vpc,
      serviceName: `com.amazonaws.${props.region}.execute-api`,
      securityGroup,
      hostNumber: props.hostNumber,
      privateDns: props.privateDns ?? true,
    });
  }

  /**
   * Lets a network that reaches the VPC call too, by the endpoint's own name or the API's alias.
   * @throws when the range is the whole internet
   */
  public allowFromCidr(cidrIpv4: string): void {
    this.endpoint.securityGroup.allowFromCidr(cidrIpv4, {
      port: 443,
      description: `${cidrIpv4} calls private APIs`,
    });
  }

  /**
   * Lets nothing but these APIs through the endpoint. It restricts by resource, not by identity: a
   * caller with a bearer token is anonymous to an endpoint policy.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html
   */
  public allowOnly(...apis: readonly PrivateApi[]): void {
    this.endpoint.restrictTo({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: apis.map((api) => `${api.executionArn}/*`),
    });
  }
}
