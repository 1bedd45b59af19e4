import type { SecurityGroup } from '@culvert/network';
import type { AcceptedVpcAttachment } from '@culvert/transit-gateway';
import { Construct } from 'constructs';
import type { Egress } from './egress';

/** Properties of a {@link ProxiedEgress}. */
export interface ProxiedEgressProps {
  /** The proxy's URL, with its port, such as `http://proxy.corp.example.com:3128`. */
  readonly url: string;
  /** The proxy's addresses, as IPv4 ranges. */
  readonly cidrs: readonly string[];
  /** The way to the proxy. */
  readonly attachment: AcceptedVpcAttachment;
}

/**
 * The way out through a forward proxy behind a Transit Gateway. The VPC itself has no way to the
 * internet: the proxy decides by name what its `CONNECT` reaches, and its owner sees it.
 *
 * @throws when the URL is not http with a port: a proxy on the way by TLS is not spoken here
 */
export class ProxiedEgress extends Construct implements Egress {
  private readonly port: number;
  private readonly cidrs: readonly string[];

  public constructor(scope: Construct, id: string, props: ProxiedEgressProps) {
    super(scope, id);
    this.port = portOf(props.url);
    this.cidrs = props.cidrs;
    for (const cidr of props.cidrs) {
      props.attachment.routeTo(cidr);
    }
  }

  public allowFrom(group: SecurityGroup): void {
    for (const cidr of this.cidrs) {
      group.allowToCidr(cidr, { port: this.port, description: 'the forward proxy' });
    }
  }
}

/** WHATWG URLs drop a port that is the protocol's default. */
function portOf(url: string): number {
  const { protocol, port } = URL.canParse(url) ? new URL(url) : { protocol: '', port: '' };
  if (protocol !== 'http:' || !/^http:\/\/[^/]+:\d+\/?$/.test(url)) {
    throw new Error(
      `proxy "${url}" is not http with a port: name it such as http://proxy.corp.example.com:3128`,
    );
  }
  return port === '' ? 80 : Number(port);
}
