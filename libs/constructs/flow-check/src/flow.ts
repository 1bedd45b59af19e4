/** The transport protocol of a {@link Flow}. */
export type FlowProtocol = 'tcp' | 'udp';

/** Something in a VPC that wears a security group. */
export interface VpcEnd {
  /** The VPC's id: a reference or a token. */
  readonly vpcId: string;
  /** The group that the end wears. */
  readonly securityGroupId: string;
  /**
   * The subnets the end can be in.
   * @default - every subnet of the VPC
   */
  readonly subnetIds?: readonly string[];
  /**
   * The end's IPv4 addresses, each in one of its subnets; only the subnets that hold one count.
   * @default - every address of its subnets
   */
  readonly addresses?: readonly string[];
}

/** A range behind a Transit Gateway attachment, such as an on-prem network behind a VPN. */
export interface AttachmentEnd {
  /**
   * The attachment's id, or that of its accepter: a reference or a token.
   * @see https://docs.aws.amazon.com/vpc/latest/tgw/working-with-transit-gateways.html
   */
  readonly attachmentId: string;
  /** The IPv4 range behind it, such as `192.168.0.0/16`, or one address as a /32. */
  readonly cidr: string;
}

/** Where a {@link Flow} begins or ends. */
export type FlowEnd = VpcEnd | AttachmentEnd;

/** A connection that must be possible: packets from `from` to `to`, and answers back. */
export interface Flow {
  /** Unique among the flows checked together; every problem starts with it. */
  readonly name: string;
  /** The end that opens the connection. */
  readonly from: FlowEnd;
  /** The end that is connected to. */
  readonly to: FlowEnd;
  /** The port connected to, 1 to 65535. */
  readonly port: number;
  /**
   * @default 'tcp'
   */
  readonly protocol?: FlowProtocol;
}

/**
 * Refuses flows that no problem could be told apart of.
 * @throws when two share a name, or a port is none
 */
export function requireFlows(flows: readonly Flow[]): void {
  const names = flows.map(({ name }) => name);
  const mistakes = flows.flatMap(({ name, port }, index) => [
    ...(names.indexOf(name) === index
      ? []
      : [`flow "${name}" is declared twice: give each its own name`]),
    ...(Number.isInteger(port) && port >= 1 && port <= 65535
      ? []
      : [`flow "${name}" has port ${port}: choose 1 to 65535`]),
  ]);
  if (mistakes.length > 0) {
    throw new Error(mistakes.join('\n'));
  }
}
