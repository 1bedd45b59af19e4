import type { TlsEstate } from '@culvert/estate';
import type { TlsTermination, TransportProtocol } from '@culvert/load-balancing';

/** How the hops between API Gateway and the service speak. */
export interface Transport {
  /** The port of both load balancers and of the endpoint between them. */
  readonly port: number;
  /** The scheme in which API Gateway calls the service. */
  readonly scheme: 'http' | 'https';
  /** What the load balancers speak to their targets. */
  readonly protocol: TransportProtocol;
  /** Where the load balancers end TLS themselves. */
  readonly termination?: Readonly<Record<'application' | 'api', TlsTermination>>;
}

export function transportOf(tls: TlsEstate): Transport {
  switch (tls.mode) {
    case 'passthrough':
      return { port: 443, scheme: 'https', protocol: 'TCP' };
    case 'terminate':
      return {
        port: 443,
        scheme: 'https',
        protocol: 'TLS',
        termination: {
          application: { certificateArn: tls.certificateArns.application },
          api: { certificateArn: tls.certificateArns.api },
        },
      };
    case 'none':
      return { port: 80, scheme: 'http', protocol: 'TCP' };
  }
}
