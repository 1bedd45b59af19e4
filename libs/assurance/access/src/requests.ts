import type { ContextValue } from '@culvert/policy-evaluation';
import type { AddressSet } from '@culvert/packet-set';
import type { Text, Truth } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';

/** A resource, its id or ARN, its symbol or the symbol's name, or its address. */
export type Reference = Resource | Text;

/**
 * Who calls: a role, user, account or service of AWS; nobody in particular; or `any`: whoever the policies
 * may let in, so that what they say of identities does not block.
 */
export type CallerReference = { readonly identity: Reference } | 'anonymous' | 'any';

/** How a request comes to a service of AWS. */
export interface Entry {
  /**
   * The endpoint that it comes through.
   * @default - none: it comes over the internet
   */
  readonly endpoint?: Reference;
  /**
   * The VPC that it comes from through an endpoint.
   * @default - the endpoint's
   */
  readonly vpc?: Text;
  /**
   * The addresses that it may come from, as the service sees them.
   * @default - not known
   */
  readonly sources?: AddressSet;
}

/** A method of a REST API, or a route of an HTTP API. */
export interface CalledMethod {
  /** `GET`, …, or `ANY`. */
  readonly method: string;
  /** Such as `/orders/{id}` or `/{proxy+}`. */
  readonly path: string;
  readonly authorization:
    'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS' | 'JWT' | { readonly unknown: string };
  readonly authorizer?: Text;
  readonly apiKeyRequired: Truth;
}

/** A call of an API. */
export interface ApiCall extends Entry {
  readonly api: Reference;
  readonly stage: Text;
  readonly method: CalledMethod;
  /**
   * What is really asked for, the path without the stage.
   * @default - whatever the method takes
   */
  readonly request?: { readonly method?: string; readonly path?: string };
  /**
   * The custom domain that it comes by.
   * @default - none: by the API's own name
   */
  readonly domain?: Reference;
  readonly caller: CallerReference;
  /**
   * Whether an authorizer that runs code, a user pool, or an API key lets the caller in.
   * @default false
   */
  readonly authorized?: boolean;
}

/** An action on a resource. */
export interface ResourceAccess extends Entry {
  readonly caller: CallerReference;
  /** Such as `secretsmanager:GetSecretValue`. */
  readonly action: string;
  readonly resource: Reference;
  /**
   * Whether it is settled how the request comes; if it is not, neither is what policies ask of it.
   * @default - it is: as {@link Entry} says
   */
  readonly entry?: 'open';
  /** Context keys that are known besides. */
  readonly context?: Readonly<Record<string, ContextValue>>;
}

/** A service of AWS that calls a function. */
export interface Invocation {
  readonly function: Reference;
  /** Such as `apigateway.amazonaws.com`. */
  readonly service: string;
  /** What it calls for: an API, a target group, a topic, a rule. */
  readonly source: Reference;
  /** The method of an API. */
  readonly method?: Pick<CalledMethod, 'method' | 'path'>;
  /** The stage of an API. */
  readonly stage?: Text;
  /**
   * The version or alias that is called.
   * @default - none: the function itself
   */
  readonly qualifier?: Text;
  /**
   * The role that the service assumes to call it.
   * @default - none: the function's own policy decides
   */
  readonly credentials?: Reference;
}

/** A role that is assumed. */
export interface Assumption {
  readonly caller: CallerReference;
  readonly role: Reference;
  /**
   * @default - by kind of caller: `sts:AssumeRole`, or `sts:AssumeRoleWithWebIdentity` of a provider
   */
  readonly action?: string;
  /** Context keys that are known besides, such as `sts:ExternalId`. */
  readonly context?: Readonly<Record<string, ContextValue>>;
}
