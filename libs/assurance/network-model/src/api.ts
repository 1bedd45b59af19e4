import type { Text, Truth, Unknown } from '@culvert/symbolic';
import type { Component, Missing, Ref } from './component';

/** A REST or HTTP API. */
export interface Api extends Component {
  readonly kind: 'REST' | 'HTTP' | 'WEBSOCKET';
  readonly endpointType: 'PRIVATE' | 'REGIONAL' | 'EDGE' | Unknown;
  /** The endpoints that a private API is associated with. */
  readonly endpoints: readonly Ref[];
  readonly defaultEndpointDisabled: Truth;
  /** Stages that have a deployment. */
  readonly stages: readonly { readonly name: string; readonly stage: Text }[];
  readonly methods: readonly ApiMethod[];
  readonly missing: Missing;
}

/** A method of a REST API, or a route of an HTTP API. */
export interface ApiMethod {
  /** Where it is declared. */
  readonly name: string;
  /** `GET`, …, or `ANY`. */
  readonly method: string;
  /** Such as `/orders/{id}` or `/{proxy+}`; `$default` takes what no other does. */
  readonly path: string;
  readonly authorization: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS' | 'JWT' | Unknown;
  readonly authorizer?: Ref;
  readonly apiKeyRequired: Truth;
  readonly integration: Integration;
}

/** What a method calls. */
export type Integration =
  | {
      readonly kind: 'vpc-link';
      readonly vpcLink: Ref;
      /** Load balancer (V2), listener of one (HTTP API); none for the target of a V1 link. */
      readonly target: Ref | undefined;
      /** None for that of `uri`'s scheme. */
      readonly port: number | undefined;
      readonly uri: Text | undefined;
    }
  | { readonly kind: 'function'; readonly function: Ref }
  | { readonly kind: 'aws'; readonly uri: Text }
  | { readonly kind: 'http'; readonly uri: Text }
  | { readonly kind: 'mock' }
  | { readonly kind: 'unknown'; readonly missing: Missing };

/** A VPC link; that of version 2 has interfaces in the network's, with it as their owner. */
export interface VpcLink extends Component {
  readonly version: 1 | 2;
  /** Of version 1. */
  readonly loadBalancers: readonly Ref[];
}

/** A custom domain name of API Gateway. */
export interface ApiDomain extends Component {
  readonly domainName: Text;
  readonly endpointType: 'PRIVATE' | 'REGIONAL' | 'EDGE' | Unknown;
  readonly mutualTls: Truth;
  readonly mappings: readonly { readonly api: Ref; readonly stage: Text; readonly path: Text }[];
  /** Of a private one: the endpoints with an access association. */
  readonly endpoints: readonly Ref[];
}
