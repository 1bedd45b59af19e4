import type { NetworkEstate, SubnetEstate } from './scenario-estate';

/** Functions that call an internal API with tokens of Okta, orchestrated by state machines. */
export interface OktaCallerEstate {
  /**
   * Whether the firewall refuses to be deleted, secrets can be restored, and a bucket is deleted only
   * when it is empty.
   */
  readonly deletionProtection: boolean;
  /** How long logs are kept, in days. */
  readonly logRetentionDays: number;
  /** How often every caller's credential is rotated, in days. */
  readonly rotationDays: number;
  /** The roles that put the first credentials, in the caller's account. */
  readonly credentialOwnerRoleArns: readonly string[];
  readonly caller: CallerAccountEstate;
  readonly okta: OktaEstate;
  readonly egress: OktaEgressEstate;
  readonly internalApi: InternalApiEstate;
  /** The DNS of the network behind the Transit Gateway, where names of it are used. */
  readonly dns?: TransitDnsEstate;
  /** Who calls, by the name that resources start with. */
  readonly callers: Readonly<Record<string, OktaClientEstate>>;
}

/** The account that everything of the scenario is in. */
export interface CallerAccountEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
}

/** The Okta organization. */
export interface OktaEstate {
  readonly domain: string;
  /** The custom authorization server: custom scopes exist nowhere else. */
  readonly authorizationServerId: string;
  /** The service app that rotates credentials through Okta's API. */
  readonly management: { readonly clientId: string };
}

/** How Okta is reached, and nothing else on the internet. */
export type OktaEgressEstate = FirewallEgressEstate | ProxyEgressEstate;

/** A NAT gateway behind a firewall that lets through Okta's domain. */
export interface FirewallEgressEstate {
  readonly type: 'firewall';
  /** A subnet of the caller's network for the firewall, in each of its zones. */
  readonly firewallSubnets: readonly SubnetEstate[];
  /** A subnet of the caller's network for the NAT gateway, in each of its zones. */
  readonly natSubnets: readonly SubnetEstate[];
}

/** A forward proxy in the network behind a Transit Gateway. */
export interface ProxyEgressEstate {
  readonly type: 'proxy';
  /** Such as `http://proxy.corp.example.com:3128`. */
  readonly url: string;
  /** The addresses of the proxy, as IPv4 ranges. */
  readonly cidrs: readonly string[];
  readonly transitGatewayId: string;
}

/** How the internal API is reached. */
export type InternalApiEstate = TransitGatewayApiEstate | PrivateApiEstate;

/** An API behind a Transit Gateway. */
export interface TransitGatewayApiEstate {
  readonly type: 'transit-gateway';
  readonly transitGatewayId: string;
  /** The addresses of the API, as IPv4 ranges. */
  readonly cidrs: readonly string[];
}

/** A private API of API Gateway; its id stands in the callers' URLs. */
export interface PrivateApiEstate {
  readonly type: 'private-api';
  /** The name, in the estate, of the account that owns the API. */
  readonly account: string;
}

/** The DNS of the network behind the Transit Gateway. */
export interface TransitDnsEstate {
  /** The zones that its servers answer for. */
  readonly zones: readonly string[];
  /** The IPv4 addresses of the DNS servers. */
  readonly servers: readonly string[];
}

/** A function with a client of its own at Okta. */
export type OktaClientEstate = PrivateKeyJwtEstate | ClientSecretEstate | PasswordEstate;

/** What every grant has. */
export interface AnyGrantEstate {
  /** What the paths of requests are added to. */
  readonly apiBaseUrl: string;
  readonly clientId: string;
  /** The id of the client's app in Okta's API. */
  readonly appId: string;
  readonly scopes: readonly string[];
  /** How many requests the caller makes at once, at most. */
  readonly reservedConcurrency: number;
}

/** Client credentials, proven by a key that never leaves KMS. */
export interface PrivateKeyJwtEstate extends AnyGrantEstate {
  readonly grant: 'private_key_jwt';
  readonly algorithm: 'RS256' | 'ES256';
}

/** Client credentials, proven by a secret. */
export interface ClientSecretEstate extends AnyGrantEstate {
  readonly grant: 'client_secret';
  readonly clientAuthentication: ClientAuthentication;
}

/** A service account's password, and the secret of the client that uses it. */
export interface PasswordEstate extends AnyGrantEstate {
  readonly grant: 'password';
  readonly clientAuthentication: ClientAuthentication;
  /** The two service accounts that a rotation alternates between. */
  readonly accounts: readonly ServiceAccountEstate[];
}

/** How a client shows its secret: in the Authorization header, or in the body. */
export type ClientAuthentication = 'basic' | 'post';

/** A service account at Okta. */
export interface ServiceAccountEstate {
  readonly username: string;
  readonly userId: string;
}
