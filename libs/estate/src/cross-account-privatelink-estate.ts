import type { ApiEstate, ConsumerEstate, NetworkEstate, ScenarioEstate } from './scenario-estate';

/** A service in one account, a private API for it in a second, and a consumer in a third. */
export interface CrossAccountPrivatelinkEstate extends ScenarioEstate {
  /** How traffic is encrypted between the API and the service. */
  readonly tls: TlsEstate;
  readonly application: ApplicationEstate;
  readonly api: PrivatelinkApiEstate;
  readonly consumer: ConsumerEstate;
}

/**
 * How traffic is encrypted between the API and the service: the load balancers pass TLS through to
 * the service, or terminate it with certificates of their own, or there is none.
 */
export type TlsEstate =
  | { readonly mode: 'passthrough' }
  | { readonly mode: 'terminate'; readonly certificateArns: CertificateArns }
  | { readonly mode: 'none' };

/** The ACM certificates of the load balancers, each in its own account. */
export interface CertificateArns {
  readonly application: string;
  readonly api: string;
}

/** The account that runs the service. */
export interface ApplicationEstate {
  /** The account's name in the estate. */
  readonly account: string;
  readonly network: NetworkEstate;
  readonly service: ServiceEstate;
}

/** The service that the API is for. */
export interface ServiceEstate {
  readonly name: string;
  /** The service's IPv4 addresses in the application network. */
  readonly targets: readonly string[];
  /** The port that the targets listen on. */
  readonly port: number;
  /** The private DNS name of the endpoint service, where it has one. */
  readonly privateDnsName?: string;
}

/** The account that offers the private API, with what it says to the service. */
export interface PrivatelinkApiEstate extends ApiEstate {
  /** The name on the service's certificate, sent as its Host. */
  readonly host: string;
}
