import { VpcEndpointConnectionAccepter } from '@cdktf/provider-aws/lib/vpc-endpoint-connection-accepter';
import { Construct } from 'constructs';
import type { InterfaceEndpoint } from './interface-endpoint';

/** What is needed of an endpoint service in order to accept a connection to it. */
export interface EndpointServiceAttributes {
  readonly id: string;
  /** The ids of the Availability Zones the service is in. */
  readonly azIds: readonly string[];
}

/** Properties of an {@link AcceptedConnection}. */
export interface AcceptedConnectionProps {
  readonly service: EndpointServiceAttributes;
  /** The endpoint that asks to be connected. */
  readonly request: InterfaceEndpoint;
}

/**
 * An endpoint's connection as accepted by the owner of the service: the second of two steps. What
 * needs the connection to work takes this, not the {@link InterfaceEndpoint} that asked for it.
 *
 * @throws when the endpoint has a subnet in a zone that the service is not in
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#accept-reject-connection-requests
 */
export class AcceptedConnection extends Construct {
  /** The endpoint's pinned IPv4 addresses, one for each subnet. */
  public readonly addresses: readonly string[];

  public constructor(scope: Construct, id: string, props: AcceptedConnectionProps) {
    super(scope, id);
    requireCommonZones(props);
    new VpcEndpointConnectionAccepter(this, 'Resource', {
      vpcEndpointServiceId: props.service.id,
      vpcEndpointId: props.request.id,
    });
    this.addresses = props.request.addresses;
  }
}

function requireCommonZones({ service, request }: AcceptedConnectionProps): void {
  const strangers = request.azIds.filter((azId) => !service.azIds.includes(azId));
  if (strangers.length > 0) {
    throw new Error(
      `endpoint "${request.node.path}" has subnets in ${strangers.join(', ')}, but the service is in ${service.azIds.join(', ')} only: remove those subnets or add the zones to the service`,
    );
  }
}
