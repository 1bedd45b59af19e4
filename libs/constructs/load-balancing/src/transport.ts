/** What a Network Load Balancer speaks on a connection: TLS that it ends itself, or bytes as they come. */
export type TransportProtocol = 'TCP' | 'TLS';
