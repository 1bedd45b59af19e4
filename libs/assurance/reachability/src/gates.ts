import type { GateAnswer } from '@culvert/access';
import type { ApiMethod, Ref } from '@culvert/network-model';
import type { AddressSet } from '@culvert/packet-set';
import type { Text } from '@culvert/symbolic';

/**
 * Who calls: a role or user (its id in the graph, or its ARN), nobody in particular, or `any`: whoever the
 * policies may let in, so that what they say of identities does not block.
 */
export type Caller = { readonly identity: Text } | 'anonymous' | 'any';

/** How a request comes to a service of AWS. */
export interface Entry {
  /** The endpoint that it comes through: its id, or a symbol; none for the internet. */
  readonly endpoint?: Text;
  /** The VPC that it comes from through an endpoint, or a symbol. */
  readonly vpc?: Ref;
  /** The addresses that it may come from, as the service sees them. */
  readonly sources?: AddressSet;
}

/** A call of an API. */
export interface ApiCall extends Entry {
  readonly api: string;
  readonly stage: Text;
  readonly method: ApiMethod;
  /** What is really asked for; none for whatever the method takes. */
  readonly request?: { readonly method?: string; readonly path?: string };
  /** The custom domain that it comes by. */
  readonly domain?: string;
  readonly caller: Caller;
  /** Whether an authorizer that runs code, or an API key, lets the caller in. */
  readonly authorized?: boolean;
}

/** An action on something behind a service of AWS. */
export interface ResourceAccess extends Entry {
  readonly caller: Caller;
  /** Keys of the request beside those that it has anyway. */
  readonly context?: Readonly<Record<string, string>>;
  /** Such as `secretsmanager:GetSecretValue`. */
  readonly action: string;
  /** Its id in the graph, or its ARN. */
  readonly resource: Text;
}

/** A service of AWS that calls a function. */
export interface Invocation {
  readonly function: string;
  /** Such as `apigateway.amazonaws.com`. */
  readonly service: string;
  /** The component that calls for it: an API or a target group. */
  readonly source: string;
  /** The method of an API. */
  readonly method?: ApiMethod;
}

/** What decides above the network, one answer for each policy in AWS's order; the first that blocks ends it. */
export interface Gates {
  /** Endpoint policy, resource policy, authorizer. */
  invokeApi(call: ApiCall): readonly GateAnswer[];
  /** Endpoint policy, resource policy and the caller's policies. */
  authorize(access: ResourceAccess): readonly GateAnswer[];
  invokeFunction(invocation: Invocation): readonly GateAnswer[];
  /** Whether the endpoint's account may connect to the endpoint service. */
  mayConnect(endpoint: string, endpointService: string): readonly GateAnswer[];
}
