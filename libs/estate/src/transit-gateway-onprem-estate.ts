import type { ApiEstate, ConsumerEstate, NetworkEstate, ScenarioEstate } from './scenario-estate';

/** A private API for a service on-prem, which a Transit Gateway leads to. */
export interface TransitGatewayOnpremEstate extends ScenarioEstate {
  /** How traffic is encrypted between the API and the service. */
  readonly tls: OnPremTlsEstate;
  /** Whether AWS checks the path to the service after every deployment. */
  readonly reachabilityAnalyzer: boolean;
  readonly network: TransitNetworkEstate;
  readonly onPrem: OnPremEstate;
  readonly api: ApiEstate;
  readonly consumer: OnPremConsumerEstate;
}

/**
 * How traffic is encrypted between the API and the service: the load balancer passes TLS through
 * to the service, or there is none.
 */
export interface OnPremTlsEstate {
  readonly mode: 'passthrough' | 'none';
}

/** The account that owns the Transit Gateway and the connection to on-prem. */
export interface TransitNetworkEstate {
  /** The account's name in the estate. */
  readonly account: string;
  /** The Transit Gateway's own ASN. */
  readonly amazonSideAsn: number;
  /** How the API's account comes by the Transit Gateway: it accepts, or its organization has. */
  readonly sharing: 'invitation' | 'organization';
}

/** What is on-prem, and how it is reached. */
export interface OnPremEstate {
  /** The IPv4 ranges of on-prem. */
  readonly cidrs: readonly string[];
  readonly service: OnPremServiceEstate;
  /** The DNS of on-prem, where the API's network resolves its names. */
  readonly dns?: OnPremDnsEstate;
  readonly connection: OnPremConnectionEstate;
}

/** The service that the API is for. */
export interface OnPremServiceEstate {
  readonly name: string;
  /** The name on the service's certificate, sent as its Host. */
  readonly host: string;
  /** The service's IPv4 addresses. */
  readonly addresses: readonly string[];
  /** The port that the service listens on. */
  readonly port: number;
}

/** The DNS of on-prem. */
export interface OnPremDnsEstate {
  /** The zones that on-prem answers for. */
  readonly zones: readonly string[];
  /** The IPv4 addresses of the DNS servers. */
  readonly servers: readonly string[];
}

/** How on-prem is connected to the Transit Gateway. */
export type OnPremConnectionEstate = DirectConnectEstate | VpnEstate | PeeringEstate;

/** A Direct Connect gateway: a new one with its ASN, or one that there is. */
export type DirectConnectEstate =
  | {
      readonly type: 'direct-connect';
      readonly gatewayAsn: number;
      readonly gatewayId?: undefined;
    }
  | {
      readonly type: 'direct-connect';
      readonly gatewayAsn?: undefined;
      readonly gatewayId: string;
    };

/** A Site-to-Site VPN. */
export interface VpnEstate {
  readonly type: 'vpn';
  readonly customerGateway: CustomerGatewayEstate;
}

/** The device at on-prem's end of a VPN. */
export interface CustomerGatewayEstate {
  /** The device's public IPv4 address. */
  readonly address: string;
  /** The device's ASN, from 1 to 4294967294. */
  readonly bgpAsn: number;
}

/** A peered Transit Gateway, with a VPC in another Region of its account in the place of on-prem. */
export interface PeeringEstate {
  readonly type: 'peering';
  readonly region: string;
  /** The peered Transit Gateway's own ASN. */
  readonly amazonSideAsn: number;
  readonly network: NetworkEstate;
}

/** The account that calls the API. */
export interface OnPremConsumerEstate extends ConsumerEstate {
  /**
   * How the consumer's network resolves the API: `endpoint` resolves every `execute-api` name to its
   * endpoint, so public APIs cannot be called by theirs; `hosted-zone` names this API only.
   */
  readonly privateDns: 'endpoint' | 'hosted-zone';
}
