import type { Text, Truth } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** A VPC endpoint; an interface endpoint's interfaces are in the network's, with it as their owner. */
export interface Endpoint extends Component {
  readonly kind: 'Interface' | 'Gateway' | 'GatewayLoadBalancer';
  readonly vpc: Ref;
  /** An AWS service, such as `execute-api` or `s3`, or an endpoint service of somebody. */
  readonly service:
    | { readonly aws: string }
    /** The id in the network's endpoint services, when it is there. */
    | { readonly endpointService: Ref }
    | { readonly missing: Missing };
  readonly privateDns: Truth;
  /** Whether the service's owner takes it, as far as the documents say: needed for endpoint services. */
  readonly accepted: Truth;
  /** Of a gateway endpoint. */
  readonly routeTables: readonly Ref[];
  /** The names that lead to it, symbols mostly. */
  readonly dnsNames: readonly Text[];
}

/** An endpoint service. */
export interface EndpointService extends Component {
  /** Such as `com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b2c3d`. */
  readonly serviceName: Text;
  readonly loadBalancers: readonly Ref[];
  readonly acceptanceRequired: Truth;
  /** Who may connect: ARNs, or `*`. */
  readonly principals: readonly Text[];
  /** The zones that it is in, as subnets' zones. */
  readonly zones: readonly string[];
  readonly privateDnsName?: Text;
}
