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
  /** The resource that takes it, where one does. */
  readonly acceptedBy?: string;
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
  /** The same with the resource that lets each connect. */
  readonly grants?: readonly { readonly name: string; readonly principal: Text }[];
  /** The zones that it is in, as subnets' zones. */
  readonly zones: readonly string[];
  readonly privateDnsName?: Text;
}
